/** Members, link codes, and what is stuck. */
import type { Samples } from "./sample.ts";

const xiaowen = {
  name: "林晓雯",
  email: "lin@agency.example",
  role: "partner",
  language: "zh-CN",
  zone: "Asia/Shanghai",
  platforms: ["lark"],
} as const;
const jonas = {
  name: "Jonas Weber",
  email: "jonas@acme.example",
  role: "manager",
  language: null,
  zone: null,
  platforms: ["slack", "lark"],
} as const;
const priya = {
  name: "Priya Shah",
  email: null,
  role: "finance",
  language: "en",
  zone: "Europe/London",
  platforms: [],
} as const;

const verbatim = ["林晓雯", "Jonas Weber", "Priya Shah", "Asia/Shanghai", "Europe/London", "Slack", "Lark"];

export const people: Samples = {
  "people-list": {
    team: {
      data: { members: [xiaowen, jonas, priya].map((one) => ({ ...one, platforms: [...one.platforms] })) },
      verbatim,
    },
    nobody: { data: { members: [] } },
  },
  "member-card": {
    "added-with-code": {
      data: {
        change: "added",
        member: { ...xiaowen, platforms: [] },
        code: "K7QM-2XPA",
      },
      verbatim: [...verbatim, "K7QM-2XPA"],
    },
    yours: {
      data: { change: "yours", member: { ...jonas, platforms: ["slack", "lark"] } },
      verbatim,
    },
    "first-admin": {
      data: {
        change: "became-admin",
        member: { ...priya, role: "admin", platforms: ["slack"] },
      },
      verbatim,
    },
  },
  "link-code": {
    code: {
      data: { code: "K7QM-2XPA", expiresAt: "2026-11-23T08:40:00Z" },
      verbatim: ["K7QM-2XPA"],
    },
  },
  stuck: {
    nothing: { data: { jobs: [], messages: [] } },
    "job-and-message": {
      data: {
        jobs: [
          {
            id: "nudge-payment_mil_01_1",
            name: "nudge-payment",
            error: "connection refused",
            attempts: 5,
            at: "2026-11-23T01:00:04Z",
          },
        ],
        messages: [
          {
            id: "msg_0042",
            lane: "lark:oc_4f1c",
            template: "vet-card",
            error: "the bot is not in this chat",
            at: "2026-11-22T09:12:00Z",
          },
        ],
      },
      verbatim: [
        "nudge-payment",
        "connection refused",
        "lark:oc_4f1c",
        "vet-card",
        "the bot is not in this chat",
      ],
    },
  },
  done: { "job-retried": { data: { what: "job-retried" } } },
};

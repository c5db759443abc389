/** Campaigns: just started, under way, and their shortlists. */
import { money } from "../../../src/domain/money.ts";
import { jonas, maya, type Samples } from "./sample.ts";

const started = {
  id: "cam_01",
  name: "春季种草",
  brand: "Acme Skin",
  product: "Dew Barrier Cream",
  category: "beauty",
  target: "female",
  tierScheme: "T4",
  currency: "CNY",
  launchOn: "2026-12-21",
  waves: [
    { wave: "seeding", from: "2026-12-07", to: "2026-12-19" },
    { wave: "burst", from: "2026-12-20", to: "2026-12-22" },
    { wave: "sustain", from: "2026-12-23", to: "2027-01-18" },
  ],
  chats: { slack: "#spring-launch", lark: "春季种草群" },
  shortlisted: 0,
  drafts: { "in-review": 0, "changes-requested": 0, approved: 0, withdrawn: 0 },
  createdBy: maya,
  at: "2026-11-23T02:00:00Z",
  isNew: true,
} as const;

const verbatim = [
  "春季种草群",
  "春季种草",
  "Acme Skin",
  "Dew Barrier Cream",
  "Maya Lindqvist",
  "Jonas Weber",
];

export const campaign: Samples = {
  "campaign-card": {
    started: { data: { ...started, waves: [...started.waves] }, verbatim },
    "under-way": {
      data: {
        ...started,
        waves: [...started.waves],
        category: "宠物用品",
        target: "everyone",
        chats: { slack: "#spring-launch", lark: null },
        shortlisted: 12,
        drafts: { "in-review": 3, "changes-requested": 1, approved: 4, withdrawn: 0 },
        createdBy: jonas,
        isNew: false,
      },
      verbatim: [...verbatim, "宠物用品"],
    },
  },
  shortlist: {
    empty: { data: { campaign: { id: "cam_01", name: "春季种草" }, tierScheme: "T4", rows: [] }, verbatim },
    two: {
      data: {
        campaign: { id: "cam_01", name: "春季种草" },
        tierScheme: "T4",
        rows: [
          {
            creator: "小鹿护肤",
            tier: "mid",
            followers: 82_000,
            score: 73.4,
            quote: money(3_000, "CNY"),
            flags: [
              { id: "F2", severity: "medium", overruled: true },
              { id: "F9", severity: "high", overruled: false },
            ],
            addedBy: "Maya Lindqvist",
            list: "pass",
          },
          { creator: "阿禾", tier: null, followers: null, score: null, quote: null, addedBy: "Jonas Weber" },
        ],
      },
      verbatim: [...verbatim, "小鹿护肤", "阿禾"],
    },
  },
  "chat-side": {
    agency: {
      data: { platform: "lark", chat: "春季种草", agency: "蓝鲸传播" },
      verbatim: ["春季种草", "蓝鲸传播"],
    },
    brand: { data: { platform: "slack", chat: "#spring-launch", agency: "" }, verbatim: ["#spring-launch"] },
    unsaid: { data: { platform: "lark", chat: "春季种草", agency: null }, verbatim: ["春季种草"] },
    "unsaid-on-slack": {
      data: { platform: "slack", chat: "#spring-launch", agency: null },
      verbatim: ["#spring-launch"],
    },
  },
};

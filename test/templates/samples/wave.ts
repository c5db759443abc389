/** Posting slots, the schedule and reminders. */
import type { TemplateInput } from "../../../src/chat/template-data.ts";
import { maya, type Samples } from "./sample.ts";

const campaign = { id: "cam_01", name: "春季种草" };
const creator = { id: "cre_01", name: "小鹿护肤" };
const verbatim = ["小鹿护肤", "阿禾", "大橘 Tangerine", "春季种草", "Maya Lindqvist", "林晓雯"];

const slot: TemplateInput<"wave-card"> = {
  campaign,
  creator,
  at: "2026-12-21T12:00:00Z",
  zone: "Asia/Shanghai",
  wave: "burst",
  launchOn: "2026-12-21",
  previousAt: null,
  timeAssumed: false,
  posted: null,
  draft: "in-review",
  reminders: {
    dates: ["2026-12-10", "2026-12-16", "2026-12-18", "2026-12-21"],
    people: ["Maya Lindqvist", "林晓雯"],
    hasPartner: true,
  },
  brief: { sentOn: "2026-11-23", safeUntil: "2026-11-16", possibleUntil: "2026-11-30" },
  warnings: [{ rule: "X8", severity: "warning", posts: 0 }],
  unknownYears: [],
  setBy: maya,
  setAt: "2026-11-23T02:00:00Z",
};

const reminder: TemplateInput<"wave-reminder"> = {
  due: "remind-wave:slo_01:3",
  campaign,
  creator,
  at: "2026-12-21T12:00:00Z",
  zone: "Asia/Shanghai",
  wave: "burst",
  draft: "changes-requested",
  daysLeft: 3,
  isPast: false,
  state: "open",
  hasLink: false,
  postponedTo: null,
  reason: "setter",
};

export const wave: Samples = {
  "wave-card": {
    set: { data: slot, verbatim },
    "moved-with-warnings": {
      data: {
        ...slot,
        at: "2027-01-05T12:00:00Z",
        wave: "sustain",
        previousAt: "2026-12-21T12:00:00Z",
        timeAssumed: true,
        draft: null,
        reminders: { dates: [], people: [], hasPartner: false },
        brief: { sentOn: null, safeUntil: "2026-12-01", possibleUntil: "2026-12-15" },
        warnings: [
          { rule: "X3", severity: "warning", posts: 4 },
          { rule: "X8", severity: "error", posts: 0 },
        ],
        unknownYears: [2027],
      },
      verbatim,
    },
    posted: {
      data: {
        ...slot,
        draft: "approved",
        posted: {
          at: "2026-12-21T12:04:00Z",
          link: "https://www.xiaohongshu.com/explore/6585c0de000000001e00",
        },
      },
      verbatim,
    },
    "posted-without-link": {
      data: { ...slot, draft: "approved", posted: { at: "2026-12-21T12:04:00Z", link: null } },
      verbatim,
    },
  },
  schedule: {
    empty: {
      data: {
        campaign,
        launchOn: "2026-12-21",
        zone: "Asia/Shanghai",
        rows: [],
        sameDay: null,
        at: "2026-11-23T02:00:00Z",
      },
      verbatim,
    },
    three: {
      data: {
        campaign,
        launchOn: "2026-12-21",
        zone: "Asia/Shanghai",
        rows: [
          {
            creator: "阿禾",
            at: "2026-12-08T12:00:00Z",
            wave: "seeding",
            draft: "approved",
            state: "posted-without-link",
          },
          {
            creator: "小鹿护肤",
            at: "2026-12-21T12:00:00Z",
            wave: "burst",
            draft: "in-review",
            state: "late",
          },
          {
            creator: "大橘 Tangerine",
            at: "2027-01-20T12:00:00Z",
            wave: "outside",
            draft: null,
            state: "planned",
          },
        ],
        sameDay: null,
        at: "2026-12-21T14:00:00Z",
      },
      verbatim,
    },
    "same-day": {
      data: {
        campaign,
        launchOn: "2026-12-21",
        zone: "Asia/Shanghai",
        rows: ["阿禾", "小鹿护肤", "大橘 Tangerine"].map((name) => ({
          creator: name,
          at: "2026-12-21T12:00:00Z",
          wave: "burst" as const,
          draft: "approved" as const,
          state: "planned" as const,
        })),
        sameDay: 3,
        at: "2026-12-01T02:00:00Z",
      },
      verbatim,
    },
  },
  "wave-reminder": {
    ahead: { data: reminder, verbatim },
    today: { data: { ...reminder, daysLeft: 0, draft: "approved", reason: "partner" }, verbatim },
    past: { data: { ...reminder, daysLeft: -1, draft: "approved", isPast: true }, verbatim },
    postponed: { data: { ...reminder, postponedTo: "2026-12-21T02:00:00Z" }, verbatim },
    posted: { data: { ...reminder, draft: "approved", state: "posted" }, verbatim },
    moved: { data: { ...reminder, state: "moved" }, verbatim },
  },
};

/** The daily digest: a quiet day, and one on which everything happens. */

import { CHANGE_KINDS } from "../../../src/chat/features/digest.ts";
import { money } from "../../../src/domain/money.ts";
import type { Samples } from "./sample.ts";

const verbatim = ["小鹿护肤", "阿禾", "大橘 Tangerine", "春季种草", "Double 11"];
const posting = {
  creator: "小鹿护肤",
  campaign: "春季种草",
  at: "2026-12-21T12:00:00Z",
  zone: "Asia/Shanghai",
  draftApproved: true,
};

export const digest: Samples = {
  digest: {
    quiet: {
      data: {
        date: "2026-11-23",
        at: "2026-11-23T01:00:00Z",
        lateSince: null,
        review: [],
        payments: [],
        late: [],
        today: [],
        tomorrow: [],
        money: [],
        drafts: { "in-review": 0, "changes-requested": 0, approved: 0, withdrawn: 0 },
        changedSince: "2026-11-20T01:00:00Z",
        changes: [],
        missing: { links: [], dueDates: [], slots: 0 },
      },
      verbatim,
    },
    busy: {
      data: {
        date: "2026-12-21",
        at: "2026-12-21T03:30:00Z",
        lateSince: "2026-12-21T01:00:00Z",
        lists: [
          { id: "lst_0002", number: 2, campaign: { id: "cam_01", name: "春季种草" }, open: 5, days: 2 },
        ],
        review: [
          { creator: "阿禾", campaign: "春季种草", version: 2, days: 3 },
          { creator: "大橘 Tangerine", campaign: "Double 11", version: 1, days: 1 },
        ],
        payments: [
          {
            creator: "小鹿护肤",
            campaign: "春季种草",
            amount: money(1_500, "CNY"),
            dueOn: "2026-12-17",
            daysLeft: -4,
          },
          {
            creator: "阿禾",
            campaign: "春季种草",
            amount: money(400, "EUR"),
            dueOn: "2026-12-23",
            daysLeft: 2,
          },
        ],
        late: [{ ...posting, creator: "阿禾", at: "2026-12-20T12:00:00Z" }],
        today: [
          posting,
          { ...posting, creator: "大橘 Tangerine", campaign: "Double 11", draftApproved: false },
        ],
        tomorrow: [{ ...posting, creator: "阿禾", at: "2026-12-22T04:00:00Z" }],
        money: [
          {
            planned: money(30_000, "CNY"),
            paid: money(12_000, "CNY"),
            dueSoon: money(4_500, "CNY"),
            overdue: money(1_500, "CNY"),
          },
          {
            planned: money(800, "EUR"),
            paid: money(400, "EUR"),
            dueSoon: money(400, "EUR"),
            overdue: money(0, "EUR"),
          },
        ],
        drafts: { "in-review": 2, "changes-requested": 1, approved: 6, withdrawn: 1 },
        changedSince: "2026-12-18T01:00:00Z",
        changes: CHANGE_KINDS.map((kind, index) => ({ kind, count: index + 1 })),
        missing: {
          links: ["小鹿护肤"],
          dueDates: ["阿禾", "大橘 Tangerine"],
          slots: 4,
        },
      },
      verbatim,
    },
  },
};

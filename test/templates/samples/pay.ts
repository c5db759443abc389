/** Payment plans and nudges. */
import type { TemplateInput } from "../../../src/chat/template-data.ts";
import { money } from "../../../src/domain/money.ts";
import { jonas, priya, type Samples } from "./sample.ts";

const campaign = { id: "cam_01", name: "春季种草" };
const creator = { id: "cre_01", name: "小鹿护肤" };
const verbatim = ["小鹿护肤", "春季种草", "Jonas Weber", "Priya Shah"];

const first = {
  id: "mil_01",
  position: 0,
  of: 2,
  amount: money(1_500, "CNY"),
  dueOn: "2026-11-30",
  state: "planned",
  paid: null,
} as const;
const last = { ...first, id: "mil_02", position: 1, dueOn: "2026-12-28" } as const;
const paid = { by: priya.name, at: "2026-11-27T09:30:00Z" };

const plan: TemplateInput<"payment-plan"> = {
  campaign,
  creator,
  total: money(3_000, "CNY"),
  parts: [first, last],
  hasSlot: true,
  hasManager: true,
  unknownYears: [],
  requestedBy: jonas,
  requestedAt: "2026-11-23T02:00:00Z",
};

const nudge: TemplateInput<"payment-nudge"> = {
  due: "nudge-payment:mil_01:0",
  milestone: "mil_01",
  campaign,
  creator,
  part: { position: 0, of: 2 },
  amount: money(1_500, "CNY"),
  dueOn: "2026-11-30",
  daysLeft: 5,
  mayPay: true,
  state: "open",
  paid: null,
  postponedTo: null,
};

export const pay: Samples = {
  "payment-plan": {
    planned: { data: plan, verbatim },
    replaced: { data: { ...plan, replaced: true }, verbatim },
    "before-the-pass": { data: { ...plan, seenBy: { side: "not-passed", agency: "" } }, verbatim },
    "over-another-sum": {
      data: { ...plan, seenBy: { side: "other-sum", agency: "蓝鲸传播" } },
      verbatim: [...verbatim, "蓝鲸传播"],
    },
    opened: {
      data: { ...plan, seenBy: { side: "both", agency: "蓝鲸传播" } },
      verbatim: [...verbatim, "蓝鲸传播"],
    },
    "no-slot-no-manager": {
      data: {
        ...plan,
        parts: [
          { ...first, paid, state: "paid" },
          { ...last, dueOn: null },
        ],
        hasSlot: false,
        hasManager: false,
        unknownYears: [2027],
      },
      verbatim,
    },
    "held-in-euros": {
      data: {
        ...plan,
        total: money(800, "EUR"),
        parts: [
          { ...first, of: 3, amount: money(266.66, "EUR"), state: "held" },
          { ...first, id: "mil_02", position: 1, of: 3, amount: money(266.66, "EUR"), state: "cancelled" },
          { ...last, id: "mil_03", position: 2, of: 3, amount: money(266.68, "EUR") },
        ],
      },
      verbatim,
    },
    paid: {
      data: {
        ...plan,
        parts: [
          { ...first, paid, state: "paid" },
          { ...last, paid: { ...paid, at: "2026-12-24T10:00:00Z" }, state: "paid" },
        ],
      },
      verbatim,
    },
  },
  "payment-nudge": {
    ahead: { data: nudge, verbatim },
    today: { data: { ...nudge, daysLeft: 0, mayPay: false }, verbatim },
    overdue: { data: { ...nudge, daysLeft: -2 }, verbatim },
    postponed: { data: { ...nudge, postponedTo: "2026-11-26T02:00:00Z" }, verbatim },
    paid: { data: { ...nudge, state: "paid", paid }, verbatim },
    gone: { data: { ...nudge, state: "gone" }, verbatim },
  },
};

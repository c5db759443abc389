/** Asks a person to pay: what and by when first, then how to be done with it. */
import type { z } from "zod";
import { actions, button, call, facts, line, note, type Part } from "../src/chat/card.ts";
import { PaymentNudgeData } from "../src/chat/features/pay.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Data = z.output<typeof PaymentNudgeData>;

export const paymentNudge = defineTemplate({
  data: PaymentNudgeData,
  render: (data, r) => {
    const { pay } = r.m;
    const title = titleOf(data, r);
    return {
      title,
      tone: toneOf(data),
      summary: `${title} · ${r.date(data.dueOn)}`,
      body: [
        facts([
          [pay.nudge.part, pay.part(data.part.position, data.part.of)],
          [pay.nudge.amount, r.moneySpan(data.amount)],
          [pay.nudge.due, r.date(data.dueOn)],
          [pay.campaign, data.campaign.name],
        ]),
        ...endOf(data, r),
      ],
    };
  },
});

function titleOf({ state, amount, creator, daysLeft }: Data, r: Reading): string {
  const { titles } = r.m.pay.nudge;
  const money = r.money(amount);
  if (state === "paid") return titles.paid(money, creator.name);
  if (state === "gone") return titles.gone(money, creator.name);
  if (daysLeft === 0) return titles.today(money, creator.name);
  return daysLeft > 0
    ? titles.ahead(money, creator.name, daysLeft)
    : titles.overdue(money, creator.name, -daysLeft);
}

function toneOf({ state, daysLeft }: Data) {
  if (state === "paid") return "good";
  if (state === "gone") return "neutral";
  return daysLeft < 0 ? "danger" : "warning";
}

function endOf(data: Data, r: Reading): Part[] {
  const { nudge } = r.m.pay;
  const plan = button(nudge.showPlan, call("pay", { creator: data.creator.id, campaign: data.campaign.id }));
  if (data.state === "paid")
    return data.paid === null ? [] : [note(nudge.paidBy(data.paid.by, r.time(data.paid.at)))];
  if (data.state === "gone") return [line(nudge.gone), actions(plan)];
  const paid = button(nudge.pay, call("pay paid", { milestone: data.milestone }), { style: "primary" });
  const first = data.mayPay ? [paid] : [];
  if (data.postponedTo !== null)
    return [actions(...first, plan), note(nudge.postponed(r.time(data.postponedTo)))];
  const later = button(nudge.later, call("later", { due: data.due }));
  return [
    ...(data.mayPay ? [] : [line(nudge.ownRequest)]),
    actions(...first, later, plan),
    note(nudge.reason),
  ];
}

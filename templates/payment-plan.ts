/** A creator's payment plan: every part with its date and state, and who may tick it off. */
import type { z } from "zod";
import { actions, type Button, button, call, facts, list, note } from "../src/chat/card.ts";
import { PaymentPlanData } from "../src/chat/features/pay.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Data = z.output<typeof PaymentPlanData>;
type PlanPart = Data["parts"][number];

export const paymentPlan = defineTemplate({
  data: PaymentPlanData,
  render: (data, r) => {
    const { pay } = r.m;
    const isPaid = data.parts.every(({ state }) => state === "paid");
    const title = (isPaid ? pay.allPaid : pay.title)(data.creator.name, r.money(data.total));
    const missing = missingOf(data, r);
    const buttons = buttonsOf(data, r);
    return {
      title,
      tone: isPaid ? "good" : missing.length > 0 ? "warning" : "info",
      summary: title,
      body: [
        facts([
          ...data.parts.map((part): [string, string] => [
            pay.part(part.position, part.of),
            partLine(part, r),
          ]),
          [pay.campaign, data.campaign.name],
        ]),
        ...(missing.length === 0 ? [] : [list(missing)]),
        ...(buttons.length === 0 ? [] : [actions(...buttons)]),
        ...(isPaid ? [] : [note(pay.assumption)]),
        note(pay.recordsOnly),
        note(pay.requestedBy(data.requestedBy.name, r.time(data.requestedAt))),
      ],
    };
  },
});

function partLine(part: PlanPart, r: Reading): string {
  const { pay } = r.m;
  const amount = r.money(part.amount);
  if (part.paid !== null) return pay.paidLine(amount, part.paid.by, r.time(part.paid.at));
  if (part.state === "held" || part.state === "cancelled")
    return pay.stateLine(amount, pay.states[part.state]);
  return part.dueOn === null ? pay.noDate(amount) : pay.dueLine(amount, r.date(part.dueOn));
}

function missingOf(data: Data, r: Reading): string[] {
  const { pay } = r.m;
  const isOpen = data.parts.some(({ state }) => state === "planned");
  const waitsForSlot =
    !data.hasSlot && data.parts.some(({ dueOn, state }) => dueOn === null && state === "planned");
  return [
    ...(waitsForSlot ? [pay.noSlot] : []),
    ...(isOpen && !data.hasManager ? [pay.noManager] : []),
    ...(isOpen ? data.unknownYears.map((year) => pay.unknownYear(String(year))) : []),
  ];
}

function buttonsOf(data: Data, r: Reading): Button[] {
  const { pay } = r.m;
  const open = data.parts.filter(({ state }) => state === "planned");
  const paid = open.map((part, index) => {
    const name = pay.part(part.position, part.of);
    return button(pay.markPaid(name), call("pay paid", { milestone: part.id }), {
      ...(index === 0 ? { style: "primary" as const } : {}),
      confirm: {
        title: pay.confirm.title(name, r.money(part.amount)),
        text: pay.confirm.text,
        ok: pay.confirm.ok,
        cancel: pay.confirm.cancel,
      },
    });
  });
  const about = { creator: data.creator.id, campaign: data.campaign.id };
  return data.hasSlot ? paid : [...paid, button(pay.setSlot, call("wave set", about))];
}

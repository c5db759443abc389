/** A creator's payment plan: every part with its date and state, and who may tick it off. */
import type { z } from "zod";
import {
  actions,
  type Button,
  button,
  type Card,
  type Cell,
  call,
  facts,
  line,
  list,
  note,
  type Part,
  type Tone,
} from "../src/chat/card.ts";
import { PaymentPlanData } from "../src/chat/features/pay.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { majorOf } from "../src/domain/money.ts";

type Data = z.output<typeof PaymentPlanData>;
type PlanPart = Data["parts"][number];

export const paymentPlan = defineTemplate({
  data: PaymentPlanData,
  render: (data, r) => {
    const { pay } = r.m;
    if (data.replaced) return replacedCard(data, r);
    const isPaid = data.parts.every(({ state }) => state === "paid");
    const title = (isPaid ? pay.allPaid : pay.title)(data.creator.name, r.money(data.total));
    const missing = missingOf(data, r);
    const seen = isPaid ? undefined : seenLine(data, r);
    const buttons = buttonsOf(data, r);
    return {
      title,
      tone: isPaid ? "good" : missing.length > 0 ? "warning" : "info",
      summary: title,
      body: [
        facts([[pay.campaign, data.campaign.name]]),
        progressOf(data, r),
        tableOf(data, title, r),
        ...paidLines(data, r),
        ...(missing.length === 0 ? [] : [list(missing)]),
        ...(seen === undefined ? [] : [line(seen)]),
        ...(buttons.length === 0 ? [] : [actions(...buttons)]),
        ...(isPaid ? [] : [note(pay.assumption)]),
        note(pay.recordsOnly),
        note(pay.requestedBy(data.requestedBy.name, r.time(data.requestedAt))),
      ],
    };
  },
});

function replacedCard({ creator, campaign }: Data, r: Reading): Card {
  const { pay } = r.m;
  const title = pay.replaced(creator.name);
  return {
    title,
    tone: "neutral",
    summary: title,
    body: [facts([[pay.campaign, campaign.name]]), line(pay.replacedText)],
  };
}

const STATE_TONES: Readonly<Record<PlanPart["state"], Tone>> = {
  planned: "info",
  due: "warning",
  paid: "good",
  held: "warning",
  cancelled: "neutral",
};

function progressOf({ parts }: Data, r: Reading): Part {
  const done = parts.filter(({ state }) => state === "paid").length;
  return { kind: "progress", done, total: parts.length, label: r.m.pay.states.paid };
}

function tableOf({ parts, total }: Data, caption: string, r: Reading): Part {
  const { columns, part: nameOf, states, noDate } = r.m.pay;
  return {
    kind: "table",
    caption,
    columns: [
      { title: columns.part, kind: "text" },
      {
        title: columns.amount,
        kind: "number",
        format:
          total.currency === "CNY" ? { symbol: "¥", precision: parts.every(isWhole) ? 0 : 2 } : undefined,
      },
      { title: columns.due, kind: "date" },
      { title: columns.state, kind: "status" },
    ],
    rows: parts.map((part): Cell[] => [
      nameOf(part.position, part.of),
      { value: majorOf(part.amount), text: r.money(part.amount) },
      part.dueOn === null ? noDate : { at: part.dueOn, text: r.date(part.dueOn) },
      { tags: [{ text: states[part.state], tone: STATE_TONES[part.state] }] },
    ]),
  };
}

const isWhole = ({ amount }: PlanPart): boolean => Number.isInteger(majorOf(amount));

/** Who ticked a part off, and when. */
function paidLines({ parts }: Data, r: Reading): Part[] {
  const { pay } = r.m;
  const lines = parts.flatMap((part) =>
    part.paid === null
      ? []
      : [
          r.m.common.labelled(
            pay.part(part.position, part.of),
            pay.nudge.paidBy(part.paid.by, r.time(part.paid.at)),
          ),
        ],
  );
  return lines.length === 0 ? [] : [list(lines)];
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

/** Who else reads the plan, and what to do where the agency does not. */
function seenLine({ seenBy }: Data, r: Reading): string | undefined {
  const { pay } = r.m;
  if (seenBy === null) return undefined;
  if (seenBy.side === "not-passed") return pay.seenBy.notPassed;
  return (seenBy.side === "both" ? pay.seenBy.both : pay.seenBy.otherSum)(seenBy.agency);
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
  const share =
    data.seenBy?.side === "other-sum" && open.length > 0
      ? [button(pay.share(data.seenBy.agency), call("pay share", about))]
      : [];
  const slot = data.hasSlot ? [] : [button(pay.setSlot, call("wave set", about))];
  return [...paid, ...share, ...slot];
}

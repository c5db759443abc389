/** A submitted list (提报): what to do first, the table, one form for any number of rows, then the way from there. */
import type { z } from "zod";
import { actions, type Button, button, call, facts, line, list, note, type Part } from "../src/chat/card.ts";
import { ListCardData } from "../src/chat/features/list.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { decideForm } from "./list-form.ts";
import { spendingFacts, sumsText } from "./list-spending.ts";
import { listTable } from "./list-table.ts";

type Data = z.output<typeof ListCardData>;

export const listCard = defineTemplate({
  data: ListCardData,
  render: (data, r) => {
    const title = titleOf(data, r);
    const isDone = data.closedAt !== null || countOf(data, null) === 0;
    return {
      title,
      tone: isDone ? "good" : "info",
      summary: title,
      body: [
        line(askOf(data, r)),
        facts(factsOf(data, r)),
        listTable(data, r.m.list.caption, r),
        ...warnings(data, r),
        ...(canDecide(data) ? decisions(data, r) : []),
        ...nextSteps(data, r),
        note(funnelOf(data, r)),
        ...data.advice.map((one) => note(r.m.list.advice[one])),
        note(r.m.list.scheme(r.m.vet.schemes[data.tierScheme])),
        note(r.m.list.submittedBy(data.submittedBy.name, r.time(data.submittedAt))),
      ],
    };
  },
});

const countOf = ({ rows }: Data, wanted: Data["rows"][number]["decision"]): number =>
  rows.filter(({ decision }) => decision === wanted).length;

const canDecide = ({ view, closedAt }: Data): boolean => view === "brand" && closedAt === null;

function titleOf(data: Data, r: Reading): string {
  const { title, decidedTitle } = r.m.list;
  const count = (decision: Parameters<typeof countOf>[1]) => r.number(countOf(data, decision));
  const number = r.number(data.number);
  return data.closedAt === null && countOf(data, null) > 0
    ? title(data.campaign.name, number, count(null), r.number(data.rows.length))
    : decidedTitle(data.campaign.name, number, count("pass"), count("reserve"), count("no"));
}

function askOf(data: Data, r: Reading): string {
  const words = r.m.list;
  if (data.closedAt !== null) return words.closed(r.time(data.closedAt));
  if (countOf(data, null) === 0) return words.allDecided;
  if (data.deciders.length === 0) return words.noDeciders;
  if (data.isOnlyDecider) return words.onlyDecider(data.submittedBy.name);
  if (data.view === "brand") return words.askBrand;
  return words.askOwn(r.m.common.listed(data.deciders.map(({ name }) => name)));
}

function factsOf(data: Data, r: Reading): [string, string][] {
  const { list: words } = r.m;
  const counts = (["pass", "reserve", "no", null] as const).map((one) => r.number(countOf(data, one)));
  const [pass = "", reserve = "", no = "", open = ""] = counts;
  const from: [string, string][] = data.agency === "" ? [] : [[words.agency, data.agency]];
  return [
    [words.result, words.counts(pass, reserve, no, open)],
    ...from,
    ...(data.note === null ? [] : [[words.noteLabel, data.note] as [string, string]]),
    ...(data.brand === null
      ? [[words.passedSum, sumsText(data.passedSums, r)] as [string, string]]
      : spendingFacts(data.brand, r)),
  ];
}

/** What somebody should know before deciding, or before working at a price. */
function warnings(data: Data, r: Reading): Part[] {
  const words = r.m.list;
  const { aboveCeiling = [], rivals = [] } = data.brand ?? {};
  const changed = data.rows.flatMap(({ creator, passedPrice, quotedSince }) =>
    passedPrice === null || quotedSince === null
      ? []
      : [words.priceChanged(creator, r.money(passedPrice), r.money(quotedSince))],
  );
  const aboveAsked = data.rows.filter(
    ({ decision, price, passedPrice }) =>
      decision === "pass" && passedPrice !== null && passedPrice.amount > price.amount,
  );
  const lines = [
    ...(aboveCeiling.length === 0
      ? []
      : [
          words.aboveCeiling(
            rowNames(
              data.rows.filter(({ position }) => aboveCeiling.includes(position)),
              r,
            ),
          ),
        ]),
    // a slip of the pen is frozen too
    ...(data.brand === null || aboveAsked.length === 0 ? [] : [words.aboveAsked(rowNames(aboveAsked, r))]),
    ...rivals.map(({ creator, agency, price }) =>
      words.rival(creator, agency === "" ? words.ownTeam : agency, r.money(price)),
    ),
    ...changed,
  ];
  return lines.length === 0 ? [] : [list(lines)];
}

function rowNames(rows: Data["rows"], r: Reading): string {
  return r.m.common.listed(
    rows.map(({ position, creator }) => r.m.list.rowName(r.number(position), creator)),
  );
}

function decisions(data: Data, r: Reading): Part[] {
  const words = r.m.list;
  const open = r.number(countOf(data, null));
  const about = { list: data.id, seen: data.seen };
  const rest = button(
    words.passRest(open, countOf(data, null) === data.rows.length),
    call("shortlist decide", { ...about, rows: "rest", decision: "pass" }),
    {
      confirm: { ...words.confirmRest, title: words.confirmRest.title(open) },
    },
  );
  const close = button(words.close, call("shortlist close", { list: data.id }), {
    confirm: {
      ...words.confirmClose,
      text: words.confirmClose.text(countOf(data, null) === 0 ? null : open),
    },
  });
  return [
    { kind: "form", form: decideForm(about, r), open: words.decide },
    actions(...(countOf(data, null) === 0 ? [] : [rest]), close),
  ];
}

function nextSteps(data: Data, r: Reading): Part[] {
  const passed = countOf(data, "pass");
  if (passed === 0) return [];
  const words = r.m.list;
  const about = { campaign: data.campaign.id };
  const buttons: Button[] = [
    button(words.brief, call("brief", about)),
    // payment plans are the brand's
    ...(data.view === "brand" ? [button(words.plan, call("pay", about))] : []),
    button(words.slot, call("wave set", about)),
  ];
  return [line(words.next(r.number(passed))), actions(...buttons)];
}

function funnelOf({ funnel }: Data, r: Reading): string {
  const words = r.m.list;
  const { candidates, vetted, submitted, passed } = funnel;
  return words.funnel(r.number(candidates), r.number(vetted), r.number(submitted), r.number(passed));
}

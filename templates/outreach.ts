/** Who was asked for a price and whose time is held, with several quotes for one creator side by side. */
import type { z } from "zod";
import {
  actions,
  button,
  type Cell,
  type Column,
  call,
  line,
  list,
  note,
  type Part,
  type Table,
} from "../src/chat/card.ts";
import { OutreachData, type OutreachWord } from "../src/chat/features/outreach.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { Tone } from "../src/chat/table.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { majorOf } from "../src/domain/money.ts";
import { moneyFormat } from "./list-table.ts";
import { costLine } from "./vet-price.ts";

type Data = z.output<typeof OutreachData>;
type Quote = Data["quotes"][number];

/** More are counted: the column has every sum. */
const WORKINGS = 5;

const TONES: Readonly<Record<OutreachWord, Tone>> = {
  asked: "info",
  rechecked: "warning",
  held: "good",
  released: "neutral",
};

export const outreach = defineTemplate({
  data: OutreachData,
  render: (data, r) => {
    const { outreach: words } = r.m;
    const { campaign, creator, quotes, changed } = data;
    const title = titleOf(data, r);
    const update = button(
      words.update,
      call("outreach set", { campaign: campaign.id, ...(creator === null ? {} : { creator: creator.id }) }),
    );
    const submit = button(words.submitList, call("shortlist draft", { campaign: campaign.id }));
    const cheapest = quotes.filter(({ isCheapest }) => isCheapest);
    return {
      title,
      tone: changed ? "good" : "info",
      summary: title,
      body:
        quotes.length === 0
          ? [line(words.empty), actions(update)]
          : [
              tableOf(words.caption, quotes, r),
              ...(cheapest.length === 0 ? [] : [list(cheapest.map((quote) => cheapestLine(quote, r)))]),
              ...costLines(quotes, r),
              actions(update, submit),
              note(data.forAll ? words.forAll : words.onlyYours),
            ],
    };
  },
});

function titleOf({ campaign, creator, quotes }: Data, r: Reading): string {
  const { outreach: words } = r.m;
  if (creator === null || quotes.length === 0) return words.title(campaign.name, r.number(quotes.length));
  const states = [...new Set(quotes.map(({ state }) => words.states[state]))];
  return words.oneTitle(creator.name, r.m.common.listed(states));
}

function cheapestLine({ creator, format, via, price }: Quote, r: Reading): string {
  const { outreach: words } = r.m;
  const from = via === "" ? words.direct : via;
  return words.cheapest(creator.name, words.formats[format], from, price === null ? "" : r.money(price));
}

/** Where a rebate is known, how each cost comes about; else the rule in a line. source: rules LP5 */
function costLines(quotes: readonly Quote[], r: Reading): Part[] {
  const { outreach: words } = r.m;
  if (quotes.every(({ cost }) => cost === null)) return [];
  const workings = quotes.flatMap(({ creator, format, via, cost }) =>
    cost?.rebate === undefined
      ? []
      : [
          words.costOf(
            creator.name,
            words.formats[format],
            via === "" ? words.direct : via,
            costLine(cost, r),
          ),
        ],
  );
  if (workings.length === 0) return [note(words.costRule)];
  const rest = workings.length - WORKINGS;
  return [list(rest > 0 ? [...workings.slice(0, WORKINGS), words.more(r.number(rest))] : workings)];
}

/** A column that says nothing of any quote is left out. */
function tableOf(caption: string, quotes: readonly Quote[], r: Reading): Table {
  const shown = columnsOf(quotes, r).filter(({ cell }) => quotes.some((quote) => cell(quote) !== null));
  return {
    kind: "table",
    caption,
    columns: shown.map(({ column }) => column),
    rows: quotes.map((quote) => shown.map(({ cell }) => cell(quote))),
  };
}

function columnsOf(quotes: readonly Quote[], r: Reading): { column: Column; cell(quote: Quote): Cell }[] {
  const { columns, states, formats, direct } = r.m.outreach;
  // one agency's own quotes need not say so in each row
  const several = new Set(quotes.map(({ agency }) => agency)).size > 1;
  const costs = quotes.flatMap(({ cost }) => (cost === null ? [] : [cost.total]));
  const prices = quotes.flatMap(({ price }) => (price === null ? [] : [price]));
  // what decides comes first: a card shows five or six columns before its reader has to scroll
  return [
    { column: { title: columns.creator, kind: "text" }, cell: ({ creator }) => creator.name },
    {
      column: { title: columns.state, kind: "status" },
      cell: ({ state }) => ({ tags: [{ text: states[state], tone: TONES[state] }] }),
    },
    {
      column: { title: columns.until, kind: "date" },
      cell: ({ heldUntil }) => (heldUntil === null ? null : { at: heldUntil, text: r.time(heldUntil) }),
    },
    {
      column: { title: columns.price, kind: "number", format: moneyFormat(prices) },
      cell: ({ price }) => (price === null ? null : { value: majorOf(price), text: r.money(price) }),
    },
    {
      column: { title: columns.cost, kind: "number", format: moneyFormat(costs) },
      cell: ({ cost }) => (cost === null ? null : { value: majorOf(cost.total), text: r.money(cost.total) }),
    },
    { column: { title: columns.via, kind: "text" }, cell: ({ via }) => (via === "" ? direct : via) },
    {
      column: { title: columns.agency, kind: "text" },
      cell: ({ agency }) => (agency === "" || !several ? null : agency),
    },
    { column: { title: columns.format, kind: "text" }, cell: ({ format }) => formats[format] },
    {
      column: { title: columns.rebate, kind: "text" },
      cell: ({ rebate }) => (rebate === null ? null : r.share(rebate)),
    },
    { column: { title: columns.setBy, kind: "people" }, cell: ({ setBy }) => ({ people: [setBy] }) },
  ];
}

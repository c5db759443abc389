/** The daily digest: what waits on the reader first, then postings, money, drafts, changes and what is missing. */
import type { z } from "zod";
import {
  actions,
  type Button,
  bold,
  button,
  type Cell,
  type Column,
  call,
  facts,
  line,
  list,
  note,
  type Part,
} from "../src/chat/card.ts";
import { DigestData } from "../src/chat/features/digest.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { type Money, majorOf } from "../src/domain/money.ts";
import { bothTimes } from "./both-times.ts";

type Data = z.output<typeof DigestData>;

/** One screen: longer lists say how many more there are. */
const SHOWN = 5;

export const digest = defineTemplate({
  data: DigestData,
  render: (data, r) => {
    const words = r.m.digest;
    const needs = needsOf(data, r);
    return {
      title: words.title(r.date(data.date)),
      tone: needs.length > 0 ? "warning" : "info",
      summary: words.cardSummary(r.number(needs.length), r.number(data.today.length)),
      body: [
        ...(data.lateSince === null ? [] : [line(words.late(r.time(data.lateSince)))]),
        line(bold(needs.length === 0 ? words.nothingNeeded : words.needsYou(r.number(needs.length)))),
        ...shortList(needs, r),
        ...postings(data, r),
        ...moneyTable(data, r),
        facts([...moneyRows(data, r), [words.drafts, draftsText(data, r)], ...changeRow(data, r)]),
        ...missing(data, r),
        actions(...listButton(data, r), button(words.openSchedule, call("wave", {}))),
        note(words.asOf(r.time(data.at))),
      ],
    };
  },
});

/** Overdue money first, then posts nobody confirmed, then drafts, the longest waiting first. */
function needsOf(data: Data, r: Reading): string[] {
  const words = r.m.digest;
  const name = nameIn(data);
  return [
    ...data.payments.map((row) =>
      row.daysLeft < 0
        ? words.payOverdue(name(row), r.money(row.amount), -row.daysLeft)
        : words.pay(name(row), r.money(row.amount), r.date(row.dueOn)),
    ),
    ...data.late.map((row) => words.confirmPosted(name(row), bothTimes(row.at, row.zone, r))),
    ...data.lists.map(({ campaign, number, open, days }) =>
      words.decide(campaign.name, r.number(number), r.number(open), days),
    ),
    ...data.review.map((row) => words.review(name(row), row.version, row.days)),
  ];
}

/** To the list that has waited longest. */
function listButton({ lists: [oldest] }: Data, r: Reading): Button[] {
  if (oldest === undefined) return [];
  const { id, campaign, number } = oldest;
  const name = r.m.digest.openList(campaign.name, r.number(number));
  return [button(name, call("shortlist lists", { list: id }), { style: "primary" })];
}

/** The campaign is named as soon as there is more than one to confuse it with. */
function nameIn(data: Data): (row: { creator: string; campaign: string }) => string {
  const rows = [...data.payments, ...data.late, ...data.review, ...data.today, ...data.tomorrow];
  const several = new Set(rows.map(({ campaign }) => campaign)).size > 1;
  return ({ creator, campaign }) => (several ? `${creator} · ${campaign}` : creator);
}

function namesOf(names: readonly string[], r: Reading): string {
  const rest = names.length - SHOWN;
  const shown = names.slice(0, SHOWN);
  return r.m.common.listed(rest > 0 ? [...shown, r.m.digest.more(r.number(rest))] : shown);
}

function shortList(items: readonly string[], r: Reading): Part[] {
  if (items.length === 0) return [];
  const rest = items.length - SHOWN;
  const shown = items.slice(0, SHOWN);
  return [list(rest > 0 ? [...shown, r.m.digest.more(r.number(rest))] : shown)];
}

function postings(data: Data, r: Reading): Part[] {
  const { posting } = r.m.digest;
  const name = nameIn(data);
  const lineOf = (row: Data["today"][number]) => {
    const time = r.m.common.labelled(name(row), bothTimes(row.at, row.zone, r));
    return row.draftApproved ? time : `${time}${r.m.common.inBrackets(posting.notApproved)}`;
  };
  if (data.today.length + data.tomorrow.length === 0) return [line(posting.none)];
  const section = (title: string, rows: Data["today"]): Part[] =>
    rows.length === 0 ? [] : [line(bold(title)), ...shortList(rows.map(lineOf), r)];
  return [...section(posting.today, data.today), ...section(posting.tomorrow, data.tomorrow)];
}

/** One currency is a line. */
function moneyRows({ money }: Data, r: Reading): [string, string][] {
  const words = r.m.digest;
  const [only, ...more] = money;
  if (only === undefined) return [[words.money, words.noMoney]];
  if (more.length > 0) return [];
  const { planned, paid, dueSoon, overdue } = only;
  return [
    [words.money, words.moneyLine(r.money(planned), r.money(paid), r.money(dueSoon), r.money(overdue))],
  ];
}

/** Several are a table, a row a currency: sums never mix them. */
function moneyTable({ money: rows }: Data, r: Reading): Part[] {
  if (rows.length < 2) return [];
  const { money: caption, moneyColumns: columns } = r.m.digest;
  const sums = [columns.planned, columns.paid, columns.dueSoon, columns.overdue];
  const cell = (sum: Money): Cell => ({ value: majorOf(sum), text: r.money(sum) });
  return [
    {
      kind: "table",
      caption,
      columns: [
        { title: columns.currency, kind: "text" },
        ...sums.map((title): Column => ({ title, kind: "number" })),
      ],
      rows: rows.map(({ planned, paid, dueSoon, overdue }) => [
        planned.currency,
        ...[planned, paid, dueSoon, overdue].map(cell),
      ]),
    },
  ];
}

function draftsText({ drafts }: Data, r: Reading): string {
  const words = r.m.digest;
  const states = ["in-review", "changes-requested", "approved"] as const;
  const counted = states.filter((state) => drafts[state] > 0);
  if (counted.length === 0) return words.noDrafts;
  return r.m.common.listed(counted.map((state) => words.draftLine(state, r.number(drafts[state]))));
}

function changeRow(data: Data, r: Reading): [string, string][] {
  const words = r.m.digest;
  if (data.changedSince === null) return [];
  const since = r.time(data.changedSince);
  if (data.changes.length === 0) return [[words.changes, words.noChange(since)]];
  const counted = data.changes.map(({ kind, count }) => words.changeKinds[kind](r.number(count)));
  return [[words.changes, words.changed(r.m.common.listed(counted), since)]];
}

function missing({ missing: { links, dueDates, slots } }: Data, r: Reading): Part[] {
  const words = r.m.digest;
  const lines = [
    ...(links.length === 0 ? [] : [words.missingLinks(namesOf(links, r))]),
    ...(dueDates.length === 0 ? [] : [words.missingDates(namesOf(dueDates, r))]),
    ...(slots === 0 ? [] : [words.missingSlots(r.number(slots))]),
  ];
  return lines.length === 0 ? [] : [line(bold(words.missing)), list(lines)];
}

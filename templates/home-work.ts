/** The open work on a home: the counts of it, and each kind with a way to every piece. */
import type { z } from "zod";
import { actions, type Button, bold, button, call, line, list, type Part } from "../src/chat/card.ts";
import type { HomeData } from "../src/chat/features/home.ts";
import type { Reading } from "../src/chat/reading.ts";
import { bothTimes } from "./both-times.ts";

type Data = z.output<typeof HomeData>;
type About = Data["links"][number];

/** Entries of a list, and buttons below it: more are counted. */
export const SHOWN = 5;

/** The counts, what is most urgent first. */
export function headOf(
  { lists, review, revise, payments, late, holds, links, imports }: Data,
  r: Reading,
): string[] {
  const { head } = r.m.home;
  const overdue = payments.filter(({ daysLeft }) => daysLeft < 0).length;
  const oldest = (rows: readonly { days: number }[]) => Math.max(0, ...rows.map(({ days }) => days));
  const counted = (rows: readonly unknown[], text: (count: string) => string) =>
    rows.length === 0 ? [] : [text(r.number(rows.length))];
  return [
    ...counted(payments, (count) => head.payments(count, overdue)),
    ...counted(late, head.late),
    ...counted(holds, head.holds),
    ...counted(lists, (count) => head.lists(count, oldest(lists))),
    ...counted(review, (count) => head.review(count, oldest(review))),
    ...counted(revise, head.revise),
    ...counted(links, head.links),
    ...counted(imports, head.imports),
  ];
}

export function waiting(data: Data, r: Reading): Part[] {
  const { payments, late, holds, review, revise, links } = r.m.home;
  const name = nameIn(data);
  const section = <Row extends About>(
    title: string,
    rows: readonly Row[],
    text: (row: Row) => string,
    open: (row: Row) => Button,
  ): Part[] =>
    rows.length === 0
      ? []
      : [
          line(bold(title)),
          list(cut(rows.map(text), r)),
          actions(...eachOnce(rows.slice(0, SHOWN).map(open))),
        ];
  return [
    ...section(
      payments.title,
      data.payments,
      (row) =>
        row.daysLeft < 0
          ? payments.overdue(name(row), r.money(row.amount), -row.daysLeft)
          : payments.due(name(row), r.money(row.amount), r.date(row.dueOn)),
      (row) => button(payments.open(row.creator.name), call("pay", about(row))),
    ),
    ...section(
      late.title,
      data.late,
      (row) => late.item(name(row), bothTimes(row.at, row.zone, r)),
      (row) => button(late.posted(row.creator.name), call("wave posted", about(row))),
    ),
    ...section(
      holds.title,
      data.holds,
      (row) => holds.item(nameOfHold(row, name(row), r), r.time(row.until), row.daysLeft),
      (row) => button(holds.open(nameOfHold(row, row.creator.name, r)), call("outreach set", held(row))),
    ),
    ...listsOf(data.lists, r.m.home.lists, r),
    ...section(
      review.title,
      data.review,
      (row) => review.item(name(row), row.version, row.days),
      (row) => button(review.open(row.creator.name), call("draft show", about(row))),
    ),
    ...section(
      revise.title,
      data.revise,
      (row) => revise.item(name(row), row.version),
      (row) => button(revise.open(row.creator.name), call("draft show", about(row))),
    ),
    ...section(
      links.title,
      data.links,
      (row) => links.item(name(row)),
      (row) => button(links.add(row.creator.name), call("wave link", about(row))),
    ),
    ...importsOf(data, r),
  ];
}

/** Shared files that wait for an answer, with the form that takes it. */
function importsOf({ imports }: Data, r: Reading): Part[] {
  const words = r.m.home.imports;
  if (imports.length === 0) return [];
  const lines = imports.map(({ fileName, questions }) =>
    questions > 0 ? words.questions(fileName, r.number(questions)) : words.columns(fileName),
  );
  const buttons = imports
    .slice(0, SHOWN)
    .map(({ id, fileName, from }) =>
      from === null
        ? button(words.answer(fileName), call("import answer", { import: id }))
        : button(words.say(fileName), call("import columns", { import: id, from: String(from) })),
    );
  return [line(bold(words.title)), list(cut(lines, r)), actions(...buttons)];
}

/** Two payments to one creator stand on one plan: one button opens it. */
function eachOnce(buttons: readonly Button[]): Button[] {
  const seen = new Set<string>();
  return buttons.filter((one) => {
    const key = JSON.stringify(one);
    return seen.size < seen.add(key).size;
  });
}

/** Who quoted tells two holds of one creator apart. */
function nameOfHold({ via, format }: Data["holds"][number], name: string, r: Reading): string {
  const { formats } = r.m.outreach;
  return `${name} · ${r.m.common.listed([...(via === "" ? [] : [via]), formats[format]])}`;
}

/** The form opens on the hold as it is, with the new end to be chosen. */
function held(row: Data["holds"][number]) {
  const { format, via } = row;
  return { ...about(row), state: "held", format, ...(via === "" ? {} : { via }) };
}

/** Submitted lists with a way to each. */
export function listsOf(
  lists: Data["lists"],
  words: Reading["m"]["home"]["lists"] | Reading["m"]["home"]["submitted"],
  r: Reading,
): Part[] {
  if (lists.length === 0) return [];
  const lines = lists.map(({ campaign, number, open, days }) =>
    words.item(campaign.name, r.number(number), r.number(open), days),
  );
  const buttons = lists
    .slice(0, SHOWN)
    .map(({ id, campaign, number }) =>
      button(words.open(campaign.name, r.number(number)), call("shortlist lists", { list: id })),
    );
  return [line(bold(words.title)), list(cut(lines, r)), actions(...buttons)];
}

/** The campaign is named as soon as there is more than one to confuse it with. */
export function nameIn(data: Data): (row: About) => string {
  return ({ creator, campaign }) =>
    data.campaigns.length > 1 ? `${creator.name} · ${campaign.name}` : creator.name;
}

function about({ creator, campaign }: About) {
  return { creator: creator.id, campaign: campaign.id };
}

export function cut(items: readonly string[], r: Reading): string[] {
  const rest = items.length - SHOWN;
  return rest > 0 ? [...items.slice(0, SHOWN), r.m.home.more(r.number(rest))] : [...items];
}

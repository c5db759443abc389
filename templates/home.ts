/** What waits on the reader: to do first, then what posts soon, the campaigns, and what to start. */
import type { z } from "zod";
import {
  actions,
  type Button,
  bold,
  button,
  call,
  divider,
  line,
  list,
  note,
  type Part,
} from "../src/chat/card.ts";
import { HomeData, HomeStrangerData } from "../src/chat/features/home.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { bothTimes } from "./both-times.ts";

type Data = z.output<typeof HomeData>;
type About = Data["links"][number];

/** Entries of a list, and buttons below it: more are counted. */
const SHOWN = 5;

export const home = defineTemplate({
  data: HomeData,
  render: (data, r) => {
    const words = r.m.home;
    const head = headOf(data, r);
    const waits = waiting(data, r);
    return {
      title: words.title,
      tone: head.length === 0 ? "good" : "info",
      summary: head.length === 0 ? words.nothing : head.join(" · "),
      body: [
        line(bold(head.length === 0 ? words.nothing : head.join(" · "))),
        ...(head.length === 0 ? [note(words.nothingMore)] : waits),
        ...listsOf(data.submitted, words.submitted, r),
        divider,
        ...week(data, r),
        divider,
        ...campaigns(data, r),
        divider,
        line(bold(words.start)),
        actions(
          ...data.actions.map((name) => button(words.actions[name], call(name, {}))),
          button(words.settings, call("settings change", {})),
        ),
        note(settingsLine(data, r)),
      ],
    };
  },
});

export const homeStranger = defineTemplate({
  data: HomeStrangerData,
  render: (_, { m }) => {
    const words = m.home.stranger;
    return {
      title: words.title,
      tone: "info",
      summary: words.text,
      body: [
        line(m.home.greeting.whoIAm),
        line(words.text),
        line(words.code),
        actions(button(words.button, call("link use", {}), { style: "primary" })),
      ],
    };
  },
});

/** The counts, what is most urgent first. */
function headOf({ lists, review, revise, payments, late, links }: Data, r: Reading): string[] {
  const { head } = r.m.home;
  const overdue = payments.filter(({ daysLeft }) => daysLeft < 0).length;
  const oldest = (rows: readonly { days: number }[]) => Math.max(0, ...rows.map(({ days }) => days));
  const counted = (rows: readonly unknown[], text: (count: string) => string) =>
    rows.length === 0 ? [] : [text(r.number(rows.length))];
  return [
    ...counted(payments, (count) => head.payments(count, overdue)),
    ...counted(late, head.late),
    ...counted(lists, (count) => head.lists(count, oldest(lists))),
    ...counted(review, (count) => head.review(count, oldest(review))),
    ...counted(revise, head.revise),
    ...counted(links, head.links),
  ];
}

function waiting(data: Data, r: Reading): Part[] {
  const { payments, late, review, revise, links } = r.m.home;
  const name = nameIn(data);
  const section = <Row extends About>(
    title: string,
    rows: readonly Row[],
    text: (row: Row) => string,
    open: (row: Row) => Button,
  ): Part[] =>
    rows.length === 0
      ? []
      : [line(bold(title)), list(cut(rows.map(text), r)), actions(...rows.slice(0, SHOWN).map(open))];
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
  ];
}

/** Submitted lists with a way to each. */
function listsOf(
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

function week(data: Data, r: Reading): Part[] {
  const words = r.m.home.week;
  const name = nameIn(data);
  const rows = data.week.map((row) => {
    const time = r.m.common.labelled(name(row), bothTimes(row.at, row.zone, r));
    return row.draftApproved ? time : `${time}${r.m.common.inBrackets(words.notApproved)}`;
  });
  return [line(bold(words.title)), rows.length === 0 ? note(words.none) : list(cut(rows, r))];
}

function campaigns(data: Data, r: Reading): Part[] {
  const words = r.m.home.campaigns;
  const rows = data.campaigns.map(({ name, launchOn, daysLeft, posted, slots }) => {
    const launch = r.date(launchOn);
    const when = daysLeft < 0 ? words.launched(name, launch) : words.ahead(name, launch, daysLeft);
    return slots === 0 ? when : `${when} · ${words.posted(r.number(posted), r.number(slots))}`;
  });
  const open = data.campaigns
    .filter(({ opens }) => opens)
    .slice(0, SHOWN)
    .map(({ id, name }) => button(words.open(name), call("campaign show", { name: id })));
  return [
    line(bold(words.title)),
    rows.length === 0 ? note(words.none) : list(cut(rows, r)),
    ...(open.length === 0 ? [] : [actions(...open)]),
  ];
}

/** The campaign is named as soon as there is more than one to confuse it with. */
function nameIn(data: Data): (row: About) => string {
  return ({ creator, campaign }) =>
    data.campaigns.length > 1 ? `${creator.name} · ${campaign.name}` : creator.name;
}

function about({ creator, campaign }: About) {
  return { creator: creator.id, campaign: campaign.id };
}

function cut(items: readonly string[], r: Reading): string[] {
  const rest = items.length - SHOWN;
  return rest > 0 ? [...items.slice(0, SHOWN), r.m.home.more(r.number(rest))] : [...items];
}

function settingsLine({ person, at }: Data, r: Reading): string {
  const { languages } = r.m.common;
  const { asProfile } = r.m.people;
  const language = person.language === null ? asProfile : languages[person.language];
  const settings = new Set([language, person.zone ?? asProfile]);
  return [...settings, r.m.home.asOf(r.time(at))].join(" · ");
}

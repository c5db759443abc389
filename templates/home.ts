/** What waits on the reader: to do first, then what posts soon, the campaigns, and what to start. */
import type { z } from "zod";
import { actions, bold, button, call, divider, line, list, note, type Part } from "../src/chat/card.ts";
import { HomeData, HomeStrangerData } from "../src/chat/features/home.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { bothTimes } from "./both-times.ts";
import { cut, headOf, listsOf, nameIn, SHOWN, waiting } from "./home-work.ts";

type Data = z.output<typeof HomeData>;

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

function settingsLine({ person, at }: Data, r: Reading): string {
  const { languages } = r.m.common;
  const { asProfile } = r.m.people;
  const language = person.language === null ? asProfile : languages[person.language];
  const settings = new Set([language, person.zone ?? asProfile]);
  return [...settings, r.m.home.asOf(r.time(at))].join(" · ");
}

/** A creator's posting slot: when it is in both zones, what comes before it, and what speaks against it. */
import type { z } from "zod";
import {
  actions,
  type Button,
  button,
  call,
  facts,
  link,
  list,
  note,
  type Part,
  type Span,
  type Step,
} from "../src/chat/card.ts";
import { WaveCardData } from "../src/chat/features/wave.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { bothTimes } from "./both-times.ts";

type Data = z.output<typeof WaveCardData>;

/** As the use cases send reminders. */
const REMIND_AT = "10:00";

export const waveCard = defineTemplate({
  data: WaveCardData,
  render: (data, r) => {
    const { titles } = r.m.wave;
    const title =
      data.posted === null
        ? (data.previousAt === null ? titles.set : titles.moved)(data.creator.name)
        : titles.posted(data.creator.name);
    const warnings = warningsOf(data, r);
    const hints = hintsOf(data, r);
    return {
      title,
      tone: data.posted !== null ? "good" : warnings.length > 0 ? "warning" : "info",
      summary: `${title} · ${bothTimes(data.at, data.zone, r)}`,
      body: [
        facts(rowsOf(data, r)),
        ...(warnings.length + hints.length === 0 ? [] : [list([...warnings, ...hints])]),
        stepsOf(data, r),
        actions(...buttonsOf(data, r)),
        note(r.m.wave.setBy(data.setBy.name, r.time(data.setAt))),
      ],
    };
  },
});

function rowsOf(data: Data, r: Reading): [string, string | Span][] {
  const { wave } = r.m;
  const rows: [string, string | Span][] = [
    [wave.postsAt, bothTimes(data.at, data.zone, r)],
    ...(data.previousAt === null
      ? []
      : [[wave.before, bothTimes(data.previousAt, data.zone, r)] as [string, string]]),
    [wave.wave, wave.waveLine(wave.waves[data.wave], r.date(data.launchOn))],
    [wave.campaign, data.campaign.name],
  ];
  return data.posted === null ? [...rows, ...comingRows(data, r)] : [...rows, ...postedRows(data.posted, r)];
}

function comingRows(data: Data, r: Reading): [string, string][] {
  const { wave } = r.m;
  const { reminders, brief } = data;
  return [
    [wave.brief, wave.briefDeadlines(r.date(brief.safeUntil), r.date(brief.possibleUntil))],
    [
      wave.reminders,
      reminders.dates.length === 0 || reminders.people.length === 0
        ? wave.noReminders
        : wave.reminderLine(
            reminders.dates.map((date) => r.date(date)).join(" · "),
            REMIND_AT,
            r.m.common.listed(reminders.people),
          ),
    ],
  ];
}

const DRAFT_STEPS: Readonly<Record<NonNullable<Data["draft"]> | "none", Step["state"]>> = {
  none: "waiting",
  "in-review": "active",
  "changes-requested": "failed",
  approved: "done",
  withdrawn: "failed",
};

function stepsOf({ brief, draft, posted }: Data, r: Reading): Part {
  const { wave } = r.m;
  const { labelled } = r.m.common;
  const made = brief.sentOn;
  return {
    kind: "steps",
    title: wave.steps.title,
    steps: [
      {
        text: made === null ? wave.brief : labelled(wave.brief, wave.briefSent(r.date(made))),
        state: made === null ? "waiting" : "done",
      },
      { text: labelled(wave.draft, wave.drafts[draft ?? "none"]), state: DRAFT_STEPS[draft ?? "none"] },
      { text: wave.steps.post, state: posted === null ? "waiting" : "done" },
    ],
  };
}

function postedRows(posted: NonNullable<Data["posted"]>, r: Reading): [string, string | Span][] {
  const { wave } = r.m;
  return [
    [wave.postedAt, r.time(posted.at)],
    [wave.link, posted.link === null ? wave.noLink : link(wave.openLink, posted.link)],
  ];
}

function warningsOf(data: Data, r: Reading): string[] {
  const { wave } = r.m;
  if (data.posted !== null) return [];
  const { warnings } = wave;
  const { safeUntil, possibleUntil } = data.brief;
  return [
    ...data.warnings.map(({ rule, severity, posts }) => {
      if (rule === "X3") return warnings.sameDay(r.number(posts));
      return severity === "error"
        ? warnings.briefTooLate(r.date(possibleUntil))
        : warnings.briefLate(r.date(safeUntil));
    }),
    ...(data.reminders.hasPartner ? [] : [wave.noPartner]),
  ];
}

/** What was assumed, and what is not known. */
function hintsOf(data: Data, r: Reading): string[] {
  const { timeAssumed, unknownYear } = r.m.wave.hints;
  if (data.posted !== null) return [];
  return [
    ...(data.timeAssumed ? [timeAssumed] : []),
    ...data.unknownYears.map((year) => unknownYear(String(year))),
  ];
}

function buttonsOf(data: Data, r: Reading): Button[] {
  const { wave } = r.m;
  const about = { creator: data.creator.id, campaign: data.campaign.id };
  const schedule = button(wave.openSchedule, call("wave", { campaign: data.campaign.id }));
  if (data.posted !== null) {
    const addLink = button(wave.addLink, call("wave link", about), { style: "primary" });
    return data.posted.link === null ? [addLink, schedule] : [schedule];
  }
  return [
    button(wave.markPosted, call("wave posted", about), { style: "primary" }),
    button(wave.move, call("wave set", about)),
    button(wave.makePlan, call("pay plan", about)),
    schedule,
  ];
}

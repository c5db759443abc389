/** Waves around a launch, the reminders before a posting and what a plan is warned about. */
import { Temporal } from "temporal-polyfill";
import { addWorkingDays, type Calendar } from "./working-time.ts";

export type Wave = "seeding" | "burst" | "sustain";

/** First and last day of each wave, in days from the launch. */
const WAVE_DAYS: readonly { wave: Wave; from: number; to: number }[] = [
  { wave: "seeding", from: -14, to: -2 },
  { wave: "burst", from: -1, to: 1 },
  { wave: "sustain", from: 2, to: 28 },
];

/**
 * The wave a posting date belongs to. Seeding starts 14 to 7 days before the launch (source: rules D8) and is read
 * as lasting until the day before the burst, so that no day between belongs to nothing [A]; the burst is the launch
 * and the day on either side (source: rules D9, [A]); sustaining runs for four weeks after (source: rules D10, [A]).
 */
export function waveOf(launch: Temporal.PlainDate, posting: Temporal.PlainDate): Wave | "outside" {
  const { days } = launch.until(posting, { largestUnit: "days" });
  return WAVE_DAYS.find(({ from, to }) => days >= from && days <= to)?.wave ?? "outside";
}

/** First and last day of each wave around a launch. source: rules D8, D9, D10 */
export function waveDates(
  launch: Temporal.PlainDate,
): { wave: Wave; from: Temporal.PlainDate; to: Temporal.PlainDate }[] {
  return WAVE_DAYS.map(({ wave, from, to }) => ({
    wave,
    from: launch.add({ days: from }),
    to: launch.add({ days: to }),
  }));
}

/** [A] Working days from the posting on which people are reminded; 0 is the posting day itself. */
export const REMINDER_STEPS = [-7, -3, -1, 0, 1] as const;

export interface ReminderDate {
  step: (typeof REMINDER_STEPS)[number];
  on: Temporal.PlainDate;
  calendar: Calendar;
}

/**
 * When to remind of a posting. Steps count working days, since people prepare and follow up at work; the posting
 * day stays as it is, because creators post on holidays too. source: interactions section 4 [A]
 */
export function reminderDates(posting: Temporal.PlainDate): ReminderDate[] {
  return REMINDER_STEPS.map((step) => {
    const { date, calendar } = addWorkingDays(posting, step);
    return { step, on: date, calendar };
  });
}

/** source: rules D7, end to end with independent creators */
const SLOWEST_DAYS = 35;
const FASTEST_DAYS = 21;

/** Until when a brief is safe, and until when the posting is still possible. source: rules D16 */
export function briefDeadlines(posting: Temporal.PlainDate): {
  safeUntil: Temporal.PlainDate;
  possibleUntil: Temporal.PlainDate;
} {
  return {
    safeUntil: posting.subtract({ days: SLOWEST_DAYS }),
    possibleUntil: posting.subtract({ days: FASTEST_DAYS }),
  };
}

/** What is known of a plan: its postings, when each brief goes out, and whether anyone said what success is. */
export interface WavePlan {
  posts: readonly { postOn: Temporal.PlainDate; briefOn?: Temporal.PlainDate }[];
  hasKpi: boolean;
}

/** `posts` counts the postings concerned. */
export interface PlanWarning {
  rule: "X3" | "X4" | "X8";
  severity: "warning" | "error";
  posts: number;
}

function oneDay({ posts }: WavePlan): PlanWarning[] {
  const days = new Set(posts.map(({ postOn }) => postOn.toString()));
  return posts.length > 1 && days.size === 1
    ? [{ rule: "X3", severity: "warning", posts: posts.length }]
    : [];
}

function noKpi({ posts, hasKpi }: WavePlan): PlanWarning[] {
  return hasKpi ? [] : [{ rule: "X4", severity: "warning", posts: posts.length }];
}

function lateness(post: WavePlan["posts"][number]): PlanWarning["severity"] | undefined {
  if (!post.briefOn) return undefined;
  const { safeUntil, possibleUntil } = briefDeadlines(post.postOn);
  if (Temporal.PlainDate.compare(post.briefOn, possibleUntil) > 0) return "error";
  return Temporal.PlainDate.compare(post.briefOn, safeUntil) > 0 ? "warning" : undefined;
}

function lateBriefs({ posts }: WavePlan): PlanWarning[] {
  return (["error", "warning"] as const).flatMap((severity) => {
    const late = posts.filter((post) => lateness(post) === severity).length;
    return late > 0 ? [{ rule: "X8" as const, severity, posts: late }] : [];
  });
}

/** What speaks against a plan: all posts on one day, no KPI, briefs too late. source: rules X3, X4, X8 */
export function planWarnings(plan: WavePlan): PlanWarning[] {
  return [...oneDay(plan), ...noKpi(plan), ...lateBriefs(plan)];
}

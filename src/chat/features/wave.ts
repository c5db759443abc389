/** Posting slots, the schedule and the reminders before a posting as people see them. */
import { z } from "zod";
import type { DraftState } from "../../domain/drafts.ts";
import type { Wave } from "../../domain/waves.ts";
import { PersonRefData } from "./common.ts";

const Named = z.object({ id: z.string(), name: z.string() });
const SlotWave = z.enum(["seeding", "burst", "sustain", "outside"]);
/** null: nothing was submitted yet */
const Draft = z.enum(["in-review", "changes-requested", "approved", "withdrawn"]).nullable();

export const WaveCardData = z.object({
  campaign: Named,
  creator: Named,
  /** when it posts: an instant and the zone it was planned in */
  at: z.string(),
  zone: z.string(),
  wave: SlotWave,
  /** YYYY-MM-DD */
  launchOn: z.string(),
  /** where the slot was before this change */
  previousAt: z.string().nullable(),
  /** nobody gave a time */
  timeAssumed: z.boolean(),
  posted: z.object({ at: z.string(), link: z.string().nullable() }).nullable(),
  draft: Draft,
  reminders: z.object({
    /** dates that are still to come, YYYY-MM-DD */
    dates: z.array(z.string()),
    people: z.array(z.string()),
    hasPartner: z.boolean(),
  }),
  brief: z.object({ sentOn: z.string().nullable(), safeUntil: z.string(), possibleUntil: z.string() }),
  warnings: z.array(
    z.object({ rule: z.enum(["X3", "X8"]), severity: z.enum(["warning", "error"]), posts: z.int() }),
  ),
  /** years of the plan whose official calendar is not known */
  unknownYears: z.array(z.int()),
  setBy: PersonRefData,
  setAt: z.string(),
});

export const ScheduleData = z.object({
  campaign: Named,
  launchOn: z.string(),
  zone: z.string(),
  rows: z.array(
    z.object({
      creator: z.string(),
      at: z.string(),
      wave: SlotWave,
      draft: Draft,
      state: z.enum(["planned", "late", "posted", "posted-without-link"]),
    }),
  ),
  /** how many posts share the one day that all of them are on */
  sameDay: z.int().nullable(),
  at: z.string(),
});

export const WaveReminderData = z.object({
  /** what was due: "remind me later" moves it */
  due: z.string(),
  campaign: Named,
  creator: Named,
  at: z.string(),
  zone: z.string(),
  wave: SlotWave,
  draft: Draft,
  /** calendar days from today to the posting; below 0 when it lies behind */
  daysLeft: z.int(),
  /** whether the posting time had passed when this was sent */
  isPast: z.boolean(),
  state: z.enum(["open", "posted", "moved"]),
  hasLink: z.boolean(),
  postponedTo: z.string().nullable(),
  /** why this reader gets it */
  reason: z.enum(["setter", "in-charge", "partner"]),
});

export interface WaveMessages {
  summary: string;
  setSummary: string;
  postedSummary: string;
  linkSummary: string;
  laterSummary: string;
  fields: {
    creator: string;
    date: string;
    time: string;
    zone: string;
    link: string;
    campaign: string;
    due: string;
  };
  form: { title: string; submit: string; timeHint(zone: string): string };
  linkForm: { title: string; submit: string };
  waves: Readonly<Record<Wave | "outside", string>>;
  drafts: Readonly<Record<DraftState | "none", string>>;
  draft: string;
  campaign: string;
  wave: string;
  waveLine(wave: string, launch: string): string;
  titles: {
    set(creator: string): string;
    moved(creator: string): string;
    posted(creator: string): string;
  };
  postsAt: string;
  before: string;
  postedAt: string;
  link: string;
  noLink: string;
  openLink: string;
  reminders: string;
  reminderLine(dates: string, time: string, people: string): string;
  noReminders: string;
  noPartner: string;
  brief: string;
  briefSent(date: string): string;
  briefDeadlines(safe: string, possible: string): string;
  hints: { timeAssumed: string; unknownYear(year: string): string };
  warnings: {
    sameDay(posts: string): string;
    briefLate(safe: string): string;
    briefTooLate(possible: string): string;
  };
  setBy(name: string, at: string): string;
  markPosted: string;
  addLink: string;
  move: string;
  makePlan: string;
  openSchedule: string;
  steps: { title: string; post: string };
  schedule: {
    title(campaign: string, posts: string): string;
    empty: string;
    launch: string;
    columns: { creator: string; wave: string; time: string; timeHere: string; draft: string; state: string };
    states: Readonly<Record<"planned" | "late" | "posted" | "posted-without-link", string>>;
    set: string;
  };
  reminder: {
    titles: {
      ahead(creator: string, days: number): string;
      today(creator: string): string;
      overdue(creator: string): string;
      posted(creator: string): string;
      moved(creator: string): string;
    };
    notApproved: string;
    askLink: string;
    later: string;
    postponed(at: string): string;
    reasons: Readonly<Record<"setter" | "in-charge" | "partner", string>>;
  };
}

/** What waits on one person, and the greeting of a chat that is new to the bot: their data and their words. */
import { z } from "zod";
import { LANGUAGES } from "../people.ts";
import { MoneyData } from "./common.ts";

/** Commands that a home offers to start, in this order, to those who may use them. */
export const HOME_ACTIONS = ["vet", "brief", "draft", "wave", "campaign", "digest", "help"] as const;
export type HomeAction = (typeof HOME_ACTIONS)[number];

const Named = z.object({ id: z.string(), name: z.string() });
const About = z.object({ creator: Named, campaign: Named });
/** `days` since it has been waiting */
const Draft = About.extend({ version: z.int(), days: z.int() });
const Hold = About.extend({
  format: z.enum(["image", "video"]),
  /** who quoted; "" is the creator */
  via: z.string(),
  until: z.string(),
  daysLeft: z.int(),
});
const Posting = About.extend({ at: z.string(), zone: z.string() });

/** A submitted list; `open` rows are undecided, `days` since it was submitted. */
export const WaitingListData = z.object({
  id: z.string(),
  number: z.int(),
  campaign: Named,
  open: z.int(),
  days: z.int(),
});

export const HomeData = z.object({
  /** when this was read */
  at: z.string(),
  person: z.object({ language: z.enum(LANGUAGES).nullable(), zone: z.string().nullable() }),
  /** lists the reader may decide on, the longest waiting first; missing in messages of earlier versions */
  lists: z.array(WaitingListData).default([]),
  /** lists the reader submitted, on which others decide */
  submitted: z.array(WaitingListData).default([]),
  /** drafts of others that the reader may decide on, the longest waiting first */
  review: z.array(Draft),
  /** the reader's own drafts that were sent back */
  revise: z.array(Draft),
  /** payments the reader may tick off, overdue ones first; `daysLeft` below 0 when overdue */
  payments: z.array(About.extend({ amount: MoneyData, dueOn: z.string(), daysLeft: z.int() })),
  /** holds of the reader that end soon, the first to end first; missing in messages of earlier versions */
  holds: z.array(Hold).default([]),
  /**
   * lists the reader shared that wait for an answer: to `questions` about doubtful rows, or what the columns mean, in the
   * form that begins with column `from`; missing in messages of earlier versions
   */
  imports: z
    .array(z.object({ id: z.string(), fileName: z.string(), questions: z.int(), from: z.int().nullable() }))
    .default([]),
  /** the posting time has passed and nobody marked it as posted */
  late: z.array(Posting),
  /** posted, and the link is missing */
  links: z.array(About),
  /** what posts within 7 days */
  week: z.array(Posting.extend({ draftApproved: z.boolean() })),
  campaigns: z.array(
    Named.extend({
      launchOn: z.string(),
      /** below 0 once launched */
      daysLeft: z.int(),
      posted: z.int(),
      slots: z.int(),
      /** whether the reader may open its card */
      opens: z.boolean(),
    }),
  ),
  actions: z.array(z.enum(HOME_ACTIONS)),
});

/** The home of somebody who is no member. */
export const HomeStrangerData = z.object({});

export const GreetingData = z.object({
  platform: z.enum(["slack", "lark"]),
  /** "stranger": the private chat of somebody who is no member */
  place: z.enum(["group", "direct", "stranger"]),
  /** the campaign this chat belongs to */
  campaign: z.string().nullable(),
  /** whether an open campaign has no chat on this platform yet */
  canBind: z.boolean(),
});

export interface HomeMessages {
  summary: string;
  title: string;
  /** parts of the first line; `oldest` in days */
  head: {
    lists(count: string, oldest: number): string;
    review(count: string, oldest: number): string;
    revise(count: string): string;
    payments(count: string, overdue: number): string;
    late(count: string): string;
    holds(count: string): string;
    links(count: string): string;
    imports(count: string): string;
  };
  nothing: string;
  nothingMore: string;
  lists: {
    title: string;
    item(campaign: string, number: string, open: string, days: number): string;
    open(campaign: string, number: string): string;
  };
  submitted: {
    title: string;
    item(campaign: string, number: string, open: string, days: number): string;
    open(campaign: string, number: string): string;
  };
  review: {
    title: string;
    item(name: string, version: number, days: number): string;
    open(name: string): string;
  };
  revise: { title: string; item(name: string, version: number): string; open(name: string): string };
  payments: {
    title: string;
    due(name: string, amount: string, due: string): string;
    overdue(name: string, amount: string, days: number): string;
    open(name: string): string;
  };
  /** `days` left, 0 on the last day */
  holds: {
    title: string;
    item(name: string, until: string, days: number): string;
    open(name: string): string;
  };
  late: { title: string; item(name: string, at: string): string; posted(name: string): string };
  links: { title: string; item(name: string): string; add(name: string): string };
  imports: {
    title: string;
    questions(file: string, count: string): string;
    columns(file: string): string;
    answer(file: string): string;
    say(file: string): string;
  };
  week: { title: string; none: string; notApproved: string };
  campaigns: {
    title: string;
    none: string;
    ahead(name: string, launch: string, days: number): string;
    launched(name: string, launch: string): string;
    posted(posted: string, slots: string): string;
    open(name: string): string;
  };
  more(count: string): string;
  start: string;
  actions: Readonly<Record<HomeAction, string>>;
  settings: string;
  settingsForm: { title: string; submit: string };
  asOf(at: string): string;
  stranger: {
    title: string;
    text: string;
    code: string;
    button: string;
    form: { title: string; submit: string };
  };
  greeting: {
    title: Readonly<Record<"group" | "direct" | "stranger", string>>;
    whoIAm: string;
    bound(campaign: string): string;
    bind: string;
    start: string;
    vet: Readonly<Record<"slack" | "lark", string>>;
    vetDirect: string;
    help: Readonly<Record<"slack" | "lark", string>>;
    helpDirect: string;
    home: string;
    buttons: { bind: string; start: string; vet: string; help: string; home: string };
  };
  bind: { summary: string; field: string; title: string; submit: string };
}

/** Asking creators for prices and holding their time, as people see it. */
import { z } from "zod";
import type { AllInCost } from "../../domain/all-in-cost.ts";
import { MoneyData, PersonRefData } from "./common.ts";

const State = z.enum(["asked", "rechecked", "held", "released"]);
export type OutreachWord = z.output<typeof State>;

const QuoteData = z.object({
  id: z.string(),
  creator: z.object({ id: z.string(), name: z.string() }),
  format: z.enum(["image", "video"]),
  /** the MCN that quotes; empty for the creator's own quote */
  via: z.string(),
  agency: z.string(),
  state: State,
  price: MoneyData.nullable(),
  /** null as well where the reader may not know it */
  rebate: z.number().nullable(),
  /** all-in, with the rebate where the reader may know it; missing in messages of earlier versions */
  cost: z
    .custom<AllInCost>((value) => typeof value === "object")
    .nullable()
    .default(null),
  heldUntil: z.string().nullable(),
  setBy: PersonRefData,
  isCheapest: z.boolean(),
});

export const OutreachData = z.object({
  campaign: z.object({ id: z.string(), name: z.string() }),
  /** of one creator alone */
  creator: z.object({ id: z.string(), name: z.string() }).nullable(),
  quotes: z.array(QuoteData),
  changed: z.boolean(),
  /** in a group: all who are there may read it */
  forAll: z.boolean().default(false),
});

export const HoldReminderData = z.object({
  campaign: z.object({ id: z.string(), name: z.string() }),
  creator: z.object({ id: z.string(), name: z.string() }),
  format: z.enum(["image", "video"]),
  via: z.string(),
  price: MoneyData.nullable().default(null),
  /** null where no hold is left */
  until: z.string().nullable(),
  /** "held" and "released" stand on a card of before, once somebody extended the hold or gave it back */
  state: z.enum(["ending", "ended", "held", "released"]),
});

export interface OutreachMessages {
  summary: string;
  setSummary: string;
  fields: {
    creator: string;
    state: string;
    price: string;
    via: string;
    until: string;
    format: string;
    rebate: string;
    campaign: string;
  };
  form: {
    title: string;
    submit: string;
    viaHint: string;
    untilHint: string;
    rebateHint: string;
  };
  title(campaign: string, count: string): string;
  caption: string;
  oneTitle(creator: string, state: string): string;
  states: Readonly<Record<OutreachWord, string>>;
  empty: string;
  columns: {
    creator: string;
    format: string;
    via: string;
    agency: string;
    state: string;
    price: string;
    rebate: string;
    cost: string;
    until: string;
    setBy: string;
  };
  formats: Readonly<Record<"image" | "video", string>>;
  direct: string;
  ownTeam: string;
  cheapest(creator: string, format: string, from: string, price: string): string;
  update: string;
  submitList: string;
  onlyYours: string;
  forAll: string;
  /** how the all-in cost comes about where no rebate is known */
  costRule: string;
  /** the working for one quote */
  costOf(creator: string, format: string, from: string, working: string): string;
  more(count: string): string;
  hold: {
    ending(creator: string): string;
    ended(creator: string): string;
    held(creator: string): string;
    released(creator: string): string;
    creator: string;
    via: string;
    until: string;
    campaign: string;
    extend: string;
    release: string;
    holdAgain: string;
    texts: Readonly<Record<z.output<typeof HoldReminderData>["state"], string>>;
    reason: string;
  };
}

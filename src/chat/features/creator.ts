/** One creator as people see them: who is meant, what is known, what changed, and what is kept when they are forgotten. */
import { z } from "zod";
import type { CreatorFacts, Source } from "../../domain/creator-facts.ts";
import type { NoteFormat } from "../../domain/price.ts";
import type { ScoredFactId } from "../../domain/score-table.ts";
import { MoneyData, PersonRefData } from "./common.ts";

const text = (value: unknown) => typeof value === "string";

const CreatorRefData = z.object({ id: z.string(), name: z.string(), handle: z.string().nullable() });

/** Several creators are called alike: each option carries the whole call on. */
export const CreatorChoiceData = z.object({
  text: z.string(),
  command: z.string(),
  options: z.array(
    CreatorRefData.extend({
      platformId: z.string().nullable(),
      followers: z.number().nullable(),
      vettedAt: z.string().nullable(),
      input: z.record(z.string(), z.string()),
    }),
  ),
  /** how many found no place */
  more: z.int(),
});

/** Nobody knows this creator, and no number came with the name. */
export const CreatorUnknownData = z.object({
  text: z.string(),
  near: z.array(CreatorRefData),
  /** what would give points, most first */
  missing: z.array(z.object({ fact: z.custom<ScoredFactId>(text), points: z.number() })),
  campaign: z.string().nullable(),
});

/** 竞品排他期; dates as `YYYY-MM-DD`, both days are part of it */
export const ExclusivityData = z.object({
  brand: z.string(),
  category: z.string(),
  from: z.string(),
  until: z.string(),
});

const FactValueData = z.union([z.number(), z.string(), z.boolean(), MoneyData]);

/** What is new since the vetting before; null where something was or is unknown. */
export const VetChangesData = z.object({
  since: z.string(),
  score: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
  facts: z.array(
    z.object({
      fact: z.custom<keyof CreatorFacts>(text),
      before: FactValueData.nullable(),
      after: FactValueData.nullable(),
    }),
  ),
});

export const CreatorCardData = z.object({
  creator: CreatorRefData.extend({ platformId: z.string().nullable(), link: z.string().nullable() }),
  forgotten: z.boolean(),
  inCharge: PersonRefData.nullable(),
  contact: z.object({ name: z.string(), mcn: z.string().nullable(), creators: z.int() }).nullable(),
  /** newest first */
  history: z.array(
    z.object({
      vetting: z.string(),
      at: z.string(),
      score: z.number().nullable(),
      coverage: z.number(),
      campaign: z.string().nullable(),
      by: PersonRefData,
    }),
  ),
  exclusivities: z.array(ExclusivityData.extend({ state: z.enum(["ahead", "running", "over"]) })),
  delivery: z.object({ onTime: z.int(), late: z.int(), open: z.int() }),
  postings: z.array(
    z.object({
      campaign: z.string(),
      postOn: z.string(),
      state: z.enum(["on-time", "late", "open"]),
      rounds: z.int().nullable(),
    }),
  ),
  quotes: z.array(
    z.object({
      format: z.custom<NoteFormat>(text),
      price: MoneyData,
      source: z.custom<Source>(text),
      at: z.string(),
    }),
  ),
});

export const CreatorContactData = z.object({
  /** whom the question was about */
  creator: CreatorRefData,
  contact: z.object({ name: z.string(), mcn: z.string().nullable() }).nullable(),
  creators: z.array(CreatorRefData),
});

export const CreatorHandoverData = z.object({
  creators: z.array(CreatorRefData),
  from: PersonRefData.nullable(),
  to: PersonRefData,
  by: PersonRefData,
  /** the reader is the one who is in charge now */
  yours: z.boolean(),
});

export const CreatorForgottenData = z.object({
  /** what stands in the name's place from now on */
  placeholder: z.string(),
  vettings: z.int(),
  cards: z.int(),
  files: z.int(),
});

export interface CreatorMessages {
  summaries: {
    show: string;
    contact: string;
    exclusive: string;
    handover: string;
    forget: string;
    numbers: string;
  };
  fields: {
    creator: string;
    name: string;
    mcn: string;
    brand: string;
    category: string;
    from: string;
    until: string;
    to: string;
    handoverFrom: string;
    confirm: string;
  };
  choice: {
    title(text: string): string;
    intro: string;
    followers(count: string): string;
    vetted(date: string): string;
    neverVetted: string;
    more(count: string): string;
  };
  unknownOne: {
    title(text: string): string;
    didYouMean: string;
    needed: string;
    points(fact: string, points: string): string;
    example(text: string): string;
    fill: string;
  };
  again: string;
  /** said above the form of new numbers */
  againIntro(name: string): string;
  known(value: string): string;
  changes: {
    title(date: string): string;
    none(date: string): string;
    score: string;
    change(label: string, before: string, after: string): string;
  };
  facts: Readonly<Record<keyof CreatorFacts, string>>;
  yes: string;
  no: string;
  exclusivity: string;
  exclusivityLine(brand: string, category: string, from: string, until: string): string;
  exclusivityStates: Readonly<Record<"ahead" | "running" | "over", string>>;
  card: {
    summary(name: string, vettings: string): string;
    handle: string;
    contact: string;
    contactLine(name: string, mcn: string | null, creators: string): string;
    noContact: string;
    inCharge: string;
    nobody: string;
    delivery: string;
    deliveryLine(onTime: string, done: string, open: string): string;
    noDelivery: string;
    postings: string;
    posting(campaign: string, date: string, state: string, rounds: string | null): string;
    states: Readonly<Record<"on-time" | "late" | "open", string>>;
    quotes: string;
    formats: Readonly<Record<NoteFormat, string>>;
    noQuotes: string;
    history: string;
    noHistory: string;
    columns: { date: string; score: string; coverage: string; campaign: string; by: string };
    chart: { title: string; series: string; alt(first: string, last: string): string };
    handOver: string;
    setContact: string;
    setExclusivity: string;
    openProfile: string;
    forgotten: string;
  };
  contactCard: {
    title(name: string): string;
    none(creator: string): string;
    noneHint(creator: string): string;
    creators(count: string): string;
    submit: string;
  };
  exclusiveForm: { title: string; submit: string };
  handover: {
    title(name: string): string;
    titleMany(count: string): string;
    yours(name: string): string;
    yoursMany(count: string): string;
    line(from: string | null, to: string, by: string): string;
    next: string;
    form: string;
    submit: string;
  };
  forget: {
    form: string;
    intro(masked: string, vettings: string): string;
    yes: string;
    submit: string;
    title(placeholder: string): string;
    erased: string;
    kept(vettings: string): string;
    cards(cards: string, files: string): string;
    byHand: string;
  };
}

/** One creator as people see them: who is meant, what is known, what changed, and what is kept when they are forgotten. */
import { z } from "zod";
import type { FactName, Source } from "../../domain/creator-facts.ts";
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
  /** the call for an account that nobody knows yet; null where nothing would tell it apart */
  other: z.record(z.string(), z.string()).nullish(),
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
  /** commands that may have been meant, as readers of each language type them */
  commands: z.array(z.object({ en: z.string(), "zh-CN": z.string() })).optional(),
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
      fact: z.custom<FactName>(text),
      before: FactValueData.nullable(),
      after: FactValueData.nullable(),
    }),
  ),
});

export const CreatorCardData = z.object({
  creator: CreatorRefData.extend({ platformId: z.string().nullable(), link: z.string().nullable() }),
  forgotten: z.boolean(),
  /** who a person said is the same creator */
  merged: z.array(CreatorRefData).default([]),
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
  /** an exclusivity that somebody just ended, with the reason */
  ended: ExclusivityData.extend({ reason: z.string(), by: PersonRefData }).optional(),
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
      /** of what came with a campaign: who quoted, null for the creator or the own team */
      origin: z
        .object({ kind: z.enum(["outreach", "list"]), campaign: z.string(), via: z.string().nullable() })
        .optional(),
    }),
  ),
  /** older ones that found no place */
  moreQuotes: z.int().default(0),
});

export const CreatorContactData = z.object({
  /** whom the question was about; null where it was about the contact */
  creator: CreatorRefData.nullable(),
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

export const CreatorSeparatedData = z.object({
  kept: CreatorRefData,
  separated: CreatorRefData,
  /** when they were said to be one */
  since: z.string(),
  /** what went back to the separated one; `work`: drafts, slots, payment plans, quotes and the like */
  back: z.object({ vettings: z.int(), lists: z.int(), shortlists: z.int(), work: z.int() }),
  /** vettings of the time when they were one */
  mixed: z.int(),
  /** the kept one was judged again by what was known before */
  vettedAnew: z.boolean(),
});

export const CreatorForgottenData = z.object({
  /** what stands in the name's place from now on */
  placeholder: z.string(),
  vettings: z.int(),
  cards: z.int(),
  files: z.int(),
});

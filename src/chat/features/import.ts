/** Creator lists as files, as their cards show them: progress and the ranked result. */
import { z } from "zod";
import type { Source } from "../../domain/creator-facts.ts";
import { FLAG_IDS } from "../../domain/flag-types.ts";
import type { Standing } from "../../domain/price.ts";
import { RANKING_ORDERS } from "../../domain/ranking-order.ts";
import type { ScoredFactId } from "../../domain/score-table.ts";
import type { Band } from "../../domain/scorecard.ts";
import { TIER_SCHEMES, type TierId } from "../../domain/tiers.ts";
import { MoneyData, PersonRefData } from "./common.ts";

const text = (value: unknown) => typeof value === "string";

/** The name of a picture from a platform that gives pictures none: cards say "picture" instead. */
export const UNNAMED_PICTURE = "image";

/** A `FileRef` as it is kept and as a command gets it. */
export const FileRefData = z.object({
  platform: z.enum(["slack", "lark"]),
  id: z.string(),
  name: z.string(),
  size: z.number().optional(),
  message: z.string().optional(),
});

/** Why an import ended without a result, beyond the refusals that all features share. */
export type ImportFailure = "file-gone" | "orders" | "given-up";

/** `code` is an `ErrorCode` or an `ImportFailure` */
export const FailureData = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const ImportProgressData = z.object({
  /** absent on cards of imports that began before they could be cancelled */
  id: z.string().optional(),
  fileName: z.string(),
  done: z.int(),
  /** null until the file is read */
  total: z.int().nullable(),
  /** set when it ended without a result */
  failure: FailureData.nullable(),
  /** at the pace so far; null while there is none */
  secondsLeft: z.int().nullable().default(null),
  /** set when a person stopped it */
  cancelled: z.object({ by: PersonRefData, at: z.string() }).nullable().default(null),
  startedBy: PersonRefData,
  startedAt: z.string(),
});

export const ImportResultData = z.object({
  id: z.string(),
  fileName: z.string(),
  vendor: z.custom<Source>(text),
  campaign: z.string().nullable(),
  scheme: z.enum(TIER_SCHEMES),
  counts: z.object({
    withVerdict: z.int(),
    withoutVerdict: z.int(),
    rowsSetAside: z.int(),
    cellsUnused: z.int(),
  }),
  /** titles of columns that were left out because they hold contact data */
  personalColumns: z.array(z.string()),
  /** what would bring most creators to a verdict, most useful first */
  missing: z.array(z.custom<ScoredFactId>(text)),
  /** the best by score, in the order that somebody chose */
  order: z.enum(RANKING_ORDERS).default("score"),
  rows: z.array(
    z.object({
      place: z.int(),
      name: z.string(),
      tier: z.custom<TierId>(text).nullable(),
      followers: z.number().nullable(),
      score: z.number().nullable(),
      /** the score without the floor of coverage */
      rawScore: z.number().nullable(),
      band: z.custom<Band>(text).nullable().default(null),
      coverage: z.number(),
      quote: MoneyData.nullable().default(null),
      standing: z.custom<Standing>(text).nullable(),
      /** how many nobody set aside */
      flags: z.int(),
      /** flags that a person set aside */
      overruled: z.array(z.enum(FLAG_IDS)).default([]),
    }),
  ),
  /** the prices went to whoever shared the list alone */
  pricesHidden: z.boolean().default(false),
  startedBy: PersonRefData,
  finishedAt: z.string(),
  /** how many rows are scored and not yet vetted: their prices, flags and evidence follow, and then the file */
  open: z.int().default(0),
  /** when the ranking changed last after its file was made */
  changedAt: z.string().nullable().default(null),
  /** when somebody asked for the file anew; null again once it is sent */
  fileAskedAt: z.string().nullable().default(null),
  /** when the making of the file was given up; null again once somebody tries anew */
  fileFailedAt: z.string().nullable().default(null),
});

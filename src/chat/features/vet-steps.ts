/** What follows a scorecard: asking for missing data, reading comments, setting a red flag aside. */
import { z } from "zod";
import type { SafetyKind } from "../../domain/brand-safety-words.ts";
import { CONTACT_INPUTS, type ContactInput } from "../../domain/missing-inputs.ts";
import { FailureData } from "./import.ts";

/** The message that a person passes on to the creator's side. */
export const VetAskData = z.object({
  creator: z.object({ id: z.string(), name: z.string() }),
  campaign: z.string().nullable(),
  /** the most useful first */
  inputs: z.array(z.object({ input: z.enum(CONTACT_INPUTS), unlocks: z.number() })),
});

/** A sample of comments as counts: neither the comments nor who wrote them are kept. */
/** Why a line of a file is no comment by the creator's readers. */
const UNUSED_COMMENTS = ["no-text", "no-comment", "other-creator", "own-reply", "too-many"] as const;

export const CommentCheckData = z.object({
  creator: z.object({ id: z.string(), name: z.string() }),
  vettingId: z.string(),
  /** the name of the file they came from; absent where they were pasted */
  fileName: z.string().optional(),
  /** lines of the file that did not count, with the first of them */
  unused: z
    .array(z.object({ reason: z.enum(UNUSED_COMMENTS), count: z.int(), lines: z.array(z.int()) }))
    .optional(),
  read: z.number(),
  /** as fractions of the comments read; null when none was left to read */
  shares: z
    .object({
      generic: z.number(),
      emojiOnly: z.number(),
      duplicate: z.number(),
      questions: z.number(),
    })
    .nullable(),
  /** how many comments a conclusion needs */
  least: z.number(),
  /** from which share on the red flag is raised */
  limit: z.number(),
  /** sentences that a person should look at */
  hits: z.array(
    z.object({
      kind: z.custom<SafetyKind>(),
      word: z.string(),
      sentence: z.string(),
      weight: z.enum(["normal", "low"]),
    }),
  ),
});

/** A file of comments before they are judged: being read, waiting for whom it is about, or of no use. */
export const CommentFileData = z.object({
  fileName: z.string(),
  state: z.enum(["reading", "asking", "failed"]),
  creator: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** as the command takes it; null where nothing is asked */
  file: z.string().nullable(),
  failure: FailureData.nullable(),
});

export interface VetStepsMessages {
  askSummary: string;
  askTitle(creator: string): string;
  askIntro: string;
  askMeaning: string;
  /** plain text for the creator's side */
  askText(creator: string, asked: readonly string[]): string;
  /** each input as the creator's side would look for it */
  asks: Readonly<Record<ContactInput, string>>;
  askNext(creator: string): string;
  overruleSummary: string;
  overruleTitle: string;
  overruleHint: string;
  overruleSubmit: string;
  fields: { vetting: string; flag: string; reason: string; comments: string; file: string };
  commentsSummary: string;
  commentsHint: string;
  commentsSubmit: string;
  commentsTitle(creator: string): string;
  commentsRead: string;
  generic: string;
  emojiOnly: string;
  duplicate: string;
  questions: string;
  noneRead: string;
  tooFew(read: string, least: string): string;
  manyGeneric(share: string, limit: string): string;
  fewGeneric(share: string, limit: string): string;
  commentsForgotten: string;
  safety: string;
  safetyNone: string;
  safetyAdvice: string;
  safetyHit(kind: string, word: string, sentence: string): string;
  safetyUnlikely: string;
  safetyKinds: Readonly<Record<SafetyKind, string>>;
  safetySummary: string;
  confirmControversy: string;
  noControversy: string;
  openScorecard: string;
  commentFile: {
    reading(creator: string, file: string): string;
    readingNext: string;
    asking(file: string): string;
    askingNext: string;
    choose: string;
    from: string;
    formIntro(file: string): string;
    unused: string;
    /** `lines`: the first ones; `more` when there are others */
    unusedLine(count: string, lines: string, more: boolean, reason: string): string;
    reasons: Readonly<Record<(typeof UNUSED_COMMENTS)[number], string>>;
  };
}

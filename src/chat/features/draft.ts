/** Drafts under review as people see them: the card's data, the message to pass on, and their words. */
import { z } from "zod";
import type { WordingAdvice } from "../../domain/ad-law.ts";
import { PersonRefData } from "./common.ts";

const Named = z.object({ id: z.string(), name: z.string() });

const DecisionData = z.object({
  decision: z.enum(["approve", "changes"]),
  by: PersonRefData,
  at: z.string(),
  comment: z.string().nullable(),
});

/** One version of a draft: every copy of its card, on both platforms and in every chat, shows the same. */
export const DraftCardData = z.object({
  draft: z.string(),
  campaign: Named,
  creator: Named,
  /** the version that this card shows, 1 and up */
  version: z.int(),
  /** the newest version: a card of an older one has no buttons */
  newest: z.int(),
  /** how often changes were asked for so far, from 0 */
  round: z.int(),
  text: z.string(),
  link: z.string().nullable(),
  submittedBy: PersonRefData,
  submittedAt: z.string(),
  /** what the wording check found, in the order of the text, with the words around it */
  findings: z.array(
    z.object({
      word: z.string(),
      before: z.string(),
      after: z.string(),
      severity: z.enum(["high", "medium", "low"]),
      advice: z.custom<WordingAdvice>((value) => typeof value === "string"),
    }),
  ),
  shortlisted: z.boolean(),
  /** whether anyone other than the submitter may decide and can be reached */
  hasReviewer: z.boolean(),
  decision: DecisionData.nullable(),
});

/** What to tell the creator after a decision: a person copies it into their own chat with them. */
export const RelayMessageData = z.object({
  campaign: Named,
  creator: Named,
  version: z.int(),
  decision: DecisionData,
});

export interface DraftMessages {
  summary: string;
  showSummary: string;
  approveSummary: string;
  changesSummary: string;
  relaySummary: string;
  form: { title: string; submit: string; about(creator: string, campaign: string): string };
  fields: {
    creator: string;
    campaign: string;
    text: string;
    link: string;
    draft: string;
    version: string;
    comment: string;
  };
  titles: Readonly<
    Record<"in-review" | "approve" | "changes" | "replaced", (creator: string, version: number) => string>
  >;
  campaign: string;
  text: string;
  fullText(characters: string): string;
  link: string;
  openLink: string;
  wording: string;
  noFindings: string;
  moreFindings(count: string): string;
  finding(severity: string, word: string, context: string, advice: string): string;
  severities: Readonly<Record<"high" | "medium" | "low", string>>;
  advice: Readonly<Record<WordingAdvice, string>>;
  adviceOnly: string;
  rounds: string;
  round(round: string, included: string): string;
  lastIncluded: string;
  extraRound(round: string, included: string): string;
  submittedBy(name: string, at: string): string;
  decidedBy: Readonly<Record<"approve" | "changes", string>>;
  byAt(name: string, at: string): string;
  comment: string;
  replaced(newest: number): string;
  notShortlisted: string;
  nobodyToReview: string;
  approve: string;
  askChanges: string;
  commentHint: string;
  changesTitle: string;
  submitNext: string;
  relay: string;
  relayTitles: Readonly<Record<"approve" | "changes", (creator: string, version: number) => string>>;
  relayIntro: string;
  /** the message itself; in English it only says what the Chinese one says */
  relayText: {
    approve(creator: string, version: number): string;
    changes(creator: string, version: number, comment: string): string;
  };
  relayMeaning: string;
  relayTranslate: string;
}

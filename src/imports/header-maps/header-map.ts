/** How a vendor's headers are described: which header means which fact, over what statistic and window. */
import type { CreatorFacts, Source, Statistic } from "../../domain/creator-facts.ts";

/** Facts of `CreatorFacts` whose value is a `T`. */
type FactNames<T> = {
  [Name in keyof CreatorFacts]-?: NonNullable<CreatorFacts[Name]> extends { value: T } ? Name : never;
}[keyof CreatorFacts];

type NumberFact = FactNames<number>;
type TextFact = FactNames<string>;
type SharesFact = FactNames<Record<string, number>>;
type YesNoFact = FactNames<boolean>;

/** How the cells of one column are read. */
export type Reading =
  | { as: "name" | "handle" | "id" | "link" | "platform" | "as-of" }
  | { as: "count"; fact: NumberFact; statistic?: Statistic; windowDays?: number }
  | {
      as: "share";
      fact: NumberFact;
      /** the column holds the opposite: the fact is 1 minus the cell */
      opposite?: true;
      /** the cell has two shares, `13.6% | 86.4%`, and the second is meant */
      second?: true;
      /** the cell may be below zero */
      signed?: true;
      windowDays?: number;
    }
  | { as: "money"; fact: "quoteImage" | "quoteVideo" }
  | { as: "text"; fact: TextFact }
  /** several named shares in a cell: `上海|17.4% 北京|15.2%` */
  | { as: "shares"; fact: SharesFact }
  | { as: "yes-no"; fact: YesNoFact }
  /** one note's own value, of a report with a row for each note */
  | { as: "note"; of: NoteField };

/** What a report says about one note. Reads that were bought stand apart from natural ones. */
export type NoteField =
  | "published"
  | "kind"
  | "origin"
  | "order"
  | "brand"
  | "mention"
  | "tags"
  | "price"
  | "reads"
  | "natural-reads"
  | "promoted-reads"
  | "heated-reads"
  | "interactions"
  | "likes"
  | "saves"
  | "comments"
  | "shares";

export interface HeaderMap {
  source: Source;
  /** what one row stands for; only lists of creators give facts */
  rows: "creators" | "notes" | "orders";
  /** headers that this vendor has and the others have not */
  marks: readonly string[];
  /** by header as vendors write it; the first header that a file has wins where two mean the same fact */
  columns: Readonly<Record<string, Reading>>;
  /** headers that are known and are no fact of the score: their cells stay as evidence */
  evidence: readonly string[];
}

export const NAME: Reading = { as: "name" };
export const HANDLE: Reading = { as: "handle" };
export const ID: Reading = { as: "id" };
export const LINK: Reading = { as: "link" };
export const PLATFORM: Reading = { as: "platform" };
export const AS_OF: Reading = { as: "as-of" };

/** A number of people or notes that is no sum over notes. */
export function count(fact: NumberFact, windowDays?: number): Reading {
  return { as: "count", fact, ...(windowDays === undefined ? {} : { windowDays }) };
}

/** A number per note; `windowDays` only where the vendor says it. */
export function perNote(statistic: Statistic, fact: NumberFact, windowDays?: number): Reading {
  return { as: "count", fact, statistic, ...(windowDays === undefined ? {} : { windowDays }) };
}

export function share(
  fact: NumberFact,
  more: { opposite?: true; second?: true; signed?: true; windowDays?: number } = {},
): Reading {
  return { as: "share", fact, ...more };
}

export function quote(fact: "quoteImage" | "quoteVideo"): Reading {
  return { as: "money", fact };
}

export function words(fact: TextFact): Reading {
  return { as: "text", fact };
}

export function shares(fact: SharesFact): Reading {
  return { as: "shares", fact };
}

export function yesNo(fact: YesNoFact): Reading {
  return { as: "yes-no", fact };
}

export function ofNote(of: NoteField): Reading {
  return { as: "note", of };
}

/** The words around creator lists: their cards, the ranking and its workbook. */
import type { NumberProblem } from "../../domain/numbers.ts";
import type { Standing } from "../../domain/price.ts";
import type { RankingOrder } from "../../domain/ranking-order.ts";
import type { ImportFailure } from "./import.ts";
import type { ImportQuestionMessages } from "./import-questions.ts";

/** Why a row of the file has no score. */
type SetAsideReason =
  | "no-name"
  | "other-platform"
  | "duplicate"
  | "total-line"
  | "text-line"
  | "repeated-header"
  | "other-header"
  | "ambiguous"
  | "asked"
  | "name-too-long";

export interface ImportMessages extends ImportQuestionMessages {
  summary: string;
  fields: { file: string };
  reading(file: string): string;
  readingNext: string;
  vetting(file: string): string;
  progress(done: string, total: string): string;
  /** stands behind a bar that shows both numbers */
  creatorsScored: string;
  /** `count` is a whole number of `unit`s */
  left(count: string, unit: "seconds" | "minutes"): string;
  cancel: {
    button: string;
    title: string;
    ask: string;
    yes: string;
    no: string;
  };
  cancelled(file: string): string;
  /** what stays of a list that was cancelled, and how to go on */
  kept(done: string, total: string): string;
  nothingKept: string;
  cancelledBy(name: string, at: string): string;
  failed(file: string): string;
  /** in place of the name where there is none: Lark gives pictures no name */
  picture: { reading: string; failed: string };
  failures: Readonly<Record<ImportFailure, string>>;
  /** of a list whose vetting was given up */
  stopped(file: string): string;
  tryAgain: string;
  startedBy(name: string, at: string): string;
  result: {
    title(file: string, creators: string): string;
    best(name: string, score: string): string;
    source: string;
    verdicts: string;
    verdictLine(withVerdict: string, withoutVerdict: string): string;
    notUsed: string;
    notUsedLine(rows: string, cells: string): string;
    allUsed: string;
    personal: string;
    toVerdict: string;
    noCreators: string;
    open: string;
    /** in the form that asks which one */
    which: { label: string; hint: string; placeholder: string };
    caption(creators: string, order: RankingOrder): string;
    /** where the card has only the best of the list, brought into another order */
    captionOfBest(shown: string, creators: string, order: RankingOrder): string;
    order: string;
    orders: Readonly<Record<RankingOrder, string>>;
    columns: {
      place: string;
      creator: string;
      tier: string;
      followers: string;
      score: string;
      verdict: string;
      coverage: string;
      rawScore: string;
      quote: string;
      standing: string;
      flags: string;
      overruled: string;
    };
    /** in the column of verdicts */
    noVerdictYet: string;
    score(score: string, coverage: string): string;
    noVerdict(rawScore: string, coverage: string): string;
    standings: Readonly<Record<Standing, string>>;
    noQuote: string;
    explained: string;
    /** in any other order than by score */
    explainedOrder: string;
    finishedBy(name: string, at: string): string;
    /** the file has the figures of before */
    changed(at: string): string;
    sendAgain: string;
    /** the rows beyond those of the card are not vetted yet */
    rowsOpen(creators: string): string;
    /** that was given up, after several tries */
    rowsFailed(creators: string, at: string): string;
    /** the file was asked for and is not there yet */
    fileComes(at: string): string;
    /** the file could not be made, after several tries */
    fileFailed(at: string): string;
    pricesHidden(name: string): string;
  };
  file: {
    name(base: string): string;
    text(file: string, creators: string): string;
    /** with a file that was sent again; `notUsed` where the first one says what was not used of the list */
    textAgain(file: string, creators: string, notUsed: boolean): string;
    ranking: string;
    notUsed: string;
    about: string;
    columns: {
      place: string;
      creator: string;
      handle: string;
      line: string;
      verdict: string;
      score: string;
      rawScore: string;
      coverage: string;
      low: string;
      high: string;
      tier: string;
      followers: string;
      category: string;
      city: string;
      flags: string;
      overruled: string;
      notChecked: string;
      format: string;
      quote: string;
      currency: string;
      standing: string;
      allIn: string;
      priceLow: string;
      priceHigh: string;
      perRead: string;
      perInteraction: string;
      missing: string;
      link: string;
      snapshot: string;
    };
    dimension: {
      points(name: string, max: string): string;
      known(name: string): string;
      low(name: string): string;
      high(name: string): string;
    };
    /** where the value in the column before comes from */
    origin(fact: string): string;
    formats: Readonly<Record<"image" | "video", string>>;
    notUsedColumns: { line: string; creator: string; column: string; text: string; why: string };
    setAside: Readonly<Record<SetAsideReason, (line: string) => string>>;
    unusedCell: Readonly<
      Record<NumberProblem | "not-yes-no" | "not-a-grade" | "few-notes" | "no-date", string>
    >;
    moreCells(count: string): string;
    personalColumn: string;
    evidenceColumn: string;
    aboutColumns: { what: string; value: string };
    aboutRows: {
      file: string;
      source: string;
      campaign: string;
      scheme: string;
      rules: string;
      startedBy: string;
      finishedAt: string;
      score: string;
      coverage: string;
      dimensions: string;
      price: string;
      allIn: string;
      origin: string;
    };
    explain: {
      score: string;
      coverage: string;
      dimensions: string;
      price: string;
      allIn: string;
      origin: string;
      noCampaign: string;
    };
  };
}

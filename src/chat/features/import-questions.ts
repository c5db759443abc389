/** What an import asks people and tells them afterwards: unknown columns, doubtful rows, and what was not used. */
import { z } from "zod";
import { MoneyData, PersonRefData } from "./common.ts";

/** An import whose header nobody knows: its columns with what they may mean. */
export const ImportMappingData = z.object({
  id: z.string(),
  fileName: z.string(),
  columns: z.array(z.object({ title: z.string(), example: z.string(), guess: z.string().nullable() })),
  /** the first column of each form, counted from 0: a platform's form holds only so many */
  pages: z.array(z.int()),
  /** those of them that somebody has sent; then `guess` is what was said */
  said: z.array(z.int()).default([]),
  /** two columns that were given one meaning */
  clash: z
    .object({ meaning: z.string(), columns: z.tuple([z.string(), z.string()]) })
    .nullable()
    .default(null),
  /** all forms are sent and no column says who a row is about */
  namesNobody: z.boolean().default(false),
  startedBy: PersonRefData,
  startedAt: z.string(),
});

/** Doubts about rows of a list, answered ones among them. */
export const ImportQuestionsData = z.object({
  id: z.string(),
  fileName: z.string(),
  /** how many are open, also where only the first of them are shown */
  open: z.int(),
  questions: z.array(
    z.object({
      /** `<line>:<kind>` */
      key: z.string(),
      line: z.int(),
      creator: z.string(),
      about: z.discriminatedUnion("kind", [
        z.object({
          kind: z.literal("price"),
          image: MoneyData.nullable(),
          video: MoneyData.nullable(),
          low: MoneyData,
          high: MoneyData,
        }),
        z.object({
          kind: z.literal("same-creator"),
          /** 小红书号, or what else tells it apart */
          mark: z.string().nullable(),
          other: z.string(),
          otherMark: z.string().nullable(),
          city: z.string().nullable(),
          followers: z.int().nullable(),
          otherFollowers: z.int().nullable(),
        }),
        z.object({
          kind: z.literal("which-creator"),
          /** as the list says */
          followers: z.int().nullable(),
          /** those who are called so, the first of them */
          candidates: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              /** 小红书号, or else the profile id */
              mark: z.string().nullable(),
              followers: z.int().nullable(),
            }),
          ),
          /** how many more there are */
          more: z.int(),
          /** who it was said to be: one of those above, or a new one */
          chosen: z.string().nullable(),
          /** the line of the file that was about the chosen one already */
          duplicateOf: z.int().nullable(),
        }),
      ]),
      answer: z
        .object({
          yes: z.boolean(),
          by: PersonRefData,
          at: z.string(),
          /** the score with the price counted; null where there is no verdict */
          score: z.number().nullable(),
          /** the creator that became another one by this answer and may be separated again */
          merged: z.string().nullable().default(null),
        })
        .nullable(),
    }),
  ),
});

/** What an import did not use. */
export const ImportReportData = z.object({
  id: z.string(),
  fileName: z.string(),
  rowsSetAside: z.int(),
  cellsUnused: z.int(),
  /** by reason, most frequent first; `reason` is a reason to set a row aside or a cell's problem */
  reasons: z.array(
    z.object({
      what: z.enum(["row", "cell"]),
      reason: z.string(),
      count: z.int(),
      examples: z.array(z.object({ line: z.int(), name: z.string(), text: z.string() })),
    }),
  ),
  /** columns whose cells no score rests on */
  evidenceColumns: z.array(z.string()),
  personalColumns: z.array(z.string()),
  /** of a workbook with several lists: the sheet that was read, and the others */
  sheets: z
    .object({ read: z.string(), left: z.array(z.string()) })
    .nullable()
    .default(null),
  /** columns whose meaning nobody has said: their words and cells say it */
  guessedColumns: z.array(z.object({ column: z.string(), meaning: z.string() })).default([]),
  /** a sheet with free headers: what its columns mean can be changed */
  mayMap: z.boolean(),
  /** the forms in which they are changed: the first column of each, counted from 0, and how many columns there are */
  pages: z.array(z.int()).default([0]),
  columns: z.int().default(0),
});

export interface ImportQuestionMessages {
  mapping: {
    summary: string;
    title(file: string): string;
    todo: string;
    columns: { column: string; example: string; guess: string };
    open(from: string, to: string): string;
    openAll: string;
    /** a form that was sent may be changed */
    reopen(from: string, to: string): string;
    /** the forms that are still open are left to the guesses */
    rest: string;
    /** while none of the forms is sent */
    all: string;
    /** of several forms: each is kept until all are sent */
    todoForms(forms: string): string;
    todoRest(forms: string, said: string): string;
    /** what has to be corrected stands above */
    todoCorrect: string;
    asGuess(meaning: string): string;
    meaning: string;
    clash(column: string, other: string, meaning: string): string;
    save: string;
    formTitle: string;
    intro(file: string): string;
    submit: string;
    notUsed: string;
    again: string;
    /** what a column can mean, by its id */
    meanings: Readonly<Record<string, string>>;
    column: string;
  };
  questions: {
    summary: string;
    title(file: string, open: number): string;
    allAnswered(file: string): string;
    /** what is so until each kind of question is answered */
    todo(waits: readonly string[]): string;
    waits: Readonly<Record<"price" | "same-creator" | "which-creator", string>>;
    price(name: string, quotes: string, low: string, high: string, line: string): string;
    image(quote: string): string;
    video(quote: string): string;
    same(name: string, other: string, why: string, line: string): string;
    marked(name: string, mark: string): string;
    sameName: string;
    /** the same name, letter by letter */
    equalName: string;
    /** a row of the list, where two rows are about creators of one name */
    row(line: string): string;
    sameCity(city: string): string;
    sameSize(followers: string, otherFollowers: string): string;
    priceRight: string;
    priceWrong: string;
    isSame: string;
    isOther: string;
    /** a nickname that several have; `followers` as the list says, `candidates` with what tells them apart */
    which(name: string, candidates: string, followers: string | null, line: string): string;
    /** those who fit but are not shown */
    moreCandidates(count: string): string;
    isNew: string;
    isDuplicate(line: string): string;
    /** on a button, behind the name */
    of(name: string, answer: string): string;
    open: string;
    formTitle: string;
    submit: string;
    later: string;
    answered: string;
    answeredLine(question: string, answer: string, name: string, at: string): string;
    newScore(score: string): string;
    noVerdict: string;
    question: string;
  };
  report: {
    title(file: string): string;
    /** all of it was used, some of it by a guess */
    titleGuessed(file: string): string;
    /** all of the sheet was used, and others were not read */
    titleSheets(file: string): string;
    headline(rows: string, cells: string): string;
    rowReason(reason: string, count: string): string;
    cellReason(reason: string, count: string): string;
    examples(examples: string): string;
    example(line: string, name: string, text: string): string;
    /** a row set aside because an earlier one is about the same creator */
    duplicate: string;
    evidence: string;
    sheet: string;
    sheets(read: string, left: string): string;
    guessed: string;
    guessedColumn(column: string, meaning: string): string;
    guessedNext: string;
    whole: string;
    mapColumns: string;
    mapSome(from: string, to: string): string;
  };
}

/** Creator lists that were imported, what people said about their columns and their doubtful rows. */
import { boolean, index, integer, json, jsonb, primaryKey, real, text } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { campaigns } from "./campaigns.ts";
import { creators, vettings } from "./creators.ts";
import { members } from "./people.ts";
import { seedbed } from "./seedbed.ts";

/** "asking": the header is unknown and a person is asked what its columns mean. */
export type ImportState = "waiting" | "asking" | "running" | "done" | "failed" | "cancelled";

/** A column as it is shown to who says what it means. */
export interface AskedColumn {
  title: string;
  example: string;
  guess: string | null;
  possible: string[];
  /** what somebody said in a form, where the list needs several and others are still open */
  said?: string;
}

export const listImports = seedbed.table("list_imports", {
  id: text().primaryKey(),
  campaignId: text().references(() => campaigns.id),
  fileName: text().notNull(),
  /** how the platform knows the file: a `FileRef` */
  file: jsonb().notNull(),
  /** where it was shared: a `Destination` */
  replyTo: jsonb().notNull(),
  platform: text().$type<"slack" | "lark">().notNull(),
  state: text().$type<ImportState>().notNull(),
  vendor: text(),
  /** which columns mean what: the key of a row of `column_mappings`, for files whose header nobody knew */
  shape: text(),
  /** of a sheet with free headers: its columns as a person was or may be asked about them */
  asked: jsonb().$type<AskedColumn[]>(),
  total: integer(),
  done: integer().notNull(),
  startedBy: text()
    .notNull()
    .references(() => members.id),
  startedAt: instant().notNull(),
  finishedAt: instant(),
});

export const listImportRows = seedbed.table(
  "list_import_rows",
  {
    importId: text()
      .notNull()
      .references(() => listImports.id),
    line: integer().notNull(),
    creatorId: text()
      .notNull()
      .references(() => creators.id),
    vettingId: text()
      .notNull()
      .references(() => vettings.id),
    /** of the vetting: what the order of the list rests on, without reading 50,000 reports */
    score: real(),
    /** the score without the floor of coverage */
    rawScore: real(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.line] }), index("list_import_rows_creator").on(t.creatorId)],
);

/**
 * A list as it was read and scored, until all of it is vetted and its file is sent. Part 0 is what belongs to no row, and
 * how many parts there are.
 */
export const listImportParts = seedbed.table(
  "list_import_parts",
  {
    importId: text()
      .notNull()
      .references(() => listImports.id),
    part: integer().notNull(),
    content: json().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.part] })],
);

/** What a person said the columns of a file mean, remembered for every file with the same header. */
export const columnMappings = seedbed.table("column_mappings", {
  /** hash of the header row */
  shape: text().primaryKey(),
  header: jsonb().$type<string[]>().notNull(),
  /** by column title: what it means, such as "followers"; a title that is absent is not used */
  columns: jsonb().$type<Record<string, string>>().notNull(),
  mappedBy: text()
    .notNull()
    .references(() => members.id),
  mappedAt: instant().notNull(),
});

/** A doubt about one row of a list that only a person can settle. */
export const importQuestions = seedbed.table(
  "import_questions",
  {
    importId: text()
      .notNull()
      .references(() => listImports.id),
    line: integer().notNull(),
    /**
     * "price": far outside the tier's band; "same-creator": perhaps one that is known already; "which-creator": a nickname
     * that several have
     */
    kind: text().$type<"price" | "same-creator" | "which-creator">().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    /** as the person answered: whether the price is right, it is the same creator, or one of those known; `details` says which */
    answer: boolean(),
    answeredBy: text().references(() => members.id),
    answeredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line, t.kind] }),
    index("import_questions_import").on(t.importId),
  ],
);

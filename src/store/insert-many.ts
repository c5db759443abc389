/** Many rows in one statement, and their values as its columns. */
import type { Temporal } from "temporal-polyfill";
import type { Querier } from "./database.ts";

/**
 * One statement for any number of rows: a list of values for each column. Like all named statements it is planned once a
 * connection.
 */
export async function insertMany(
  db: Querier,
  statement: { name: string; text: string },
  columns: readonly unknown[],
): Promise<void> {
  await db.$client.query({ ...statement, values: [...columns] });
}

/** The rows of a list share one moment, which is written out once. */
export function timesOf(times: readonly Temporal.Instant[]): string[] {
  let last: { at: Temporal.Instant; text: string } | undefined;
  return times.map((at) => {
    if (last?.at !== at) last = { at, text: at.toString() };
    return last.text;
  });
}

/** JSON documents in one text, which no document breaks; the quotes of an array's elements would double its size. */
export function linesOf(documents: readonly object[]): string {
  return documents.map((document) => JSON.stringify(document)).join("\n");
}

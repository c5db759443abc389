/** The text of what was sent last, as its reader sees it. */
import type { Language } from "../../src/chat/people.ts";
import { createReading } from "../../src/chat/reading.ts";
import type { outbox } from "../../src/store/schema.ts";
import { templates } from "../../templates/index.ts";
import { locales } from "../../templates/locales/index.ts";
import { linesOf } from "./card-text.ts";

type Row = Pick<typeof outbox.$inferSelect, "template" | "data">;

export function drawn(rows: readonly Row[], language: Language): string {
  const row = rows.findLast(({ template }) => template !== null);
  const found = Object.entries(templates).find(([name]) => name === row?.template);
  if (row === undefined || found === undefined) throw new Error("No card was sent.");
  const [, template] = found;
  const reading = createReading(language, "Europe/Berlin", locales[language]);
  return linesOf(template.render(template.data.parse(row.data), reading)).join("\n");
}

/** What each message of a story says, and to whom: the second without the program's help. */

import readXlsx from "read-excel-file/node";
import { leftOutWords } from "../../../src/chat/left-out.ts";
import { LANGUAGES } from "../../../src/chat/people.ts";
import { createReading } from "../../../src/chat/reading.ts";
import type { TemplateName } from "../../../src/chat/template-data.ts";
import { renderCard } from "../../../src/lark/render-card.ts";
import { drawCard } from "../../../src/slack/draw-card.ts";
import { templates } from "../../../templates/index.ts";
import { locales } from "../../../templates/locales/index.ts";
import type { Bench } from "../../support/use-case.ts";
import type { Side } from "./secrets.ts";

type Row = Awaited<ReturnType<Bench["outbox"]>>[number];

/** Who reads a row of the outbox: said here once more, without the program's help. */
export function readersOf(lane: string, onlyFor: string | undefined): readonly Side[] {
  const person = onlyFor ?? lane.split("@")[1] ?? "";
  if (/-(?:Lin|Xu)$/u.test(person)) return ["X"];
  if (/-(?:Wu|Yan)$/u.test(person)) return ["Y"];
  if (person !== "") return ["brand"];
  if (lane === "lark:oc_x") return ["brand", "X"];
  if (lane === "lark:oc_y") return ["brand", "Y"];
  return lane.startsWith("slack:") ? ["brand"] : ["brand", "X", "Y"];
}

/** A message in all its forms: as it is kept, and as each platform gets it in each language. */
export async function textsOf(bench: Bench, row: Row): Promise<string> {
  if (row.fileId !== null) return fileText(bench, row.fileId);
  const template = templates[row.template as TemplateName];
  const cards = LANGUAGES.flatMap((language) => {
    const reading = createReading(language, "Asia/Shanghai", locales[language]);
    const card = template.render(template.data.parse(row.data), reading);
    const words = leftOutWords(reading);
    return [drawCard(card, "native", words), drawCard(card, "plain", words), renderCard(card, "key", words)];
  });
  return JSON.stringify([row.data, cards]);
}

/** A number, not a part of a longer one. */
export function holds(text: string, number: string): boolean {
  return new RegExp(`(?<![\\d,.])${number.replaceAll(".", "\\.")}(?![\\d]|[.,]\\d)`, "u").test(text);
}

/** A workbook's cells; whole numbers as cards write them too. */
async function fileText(bench: Bench, id: string): Promise<string> {
  const { rows } = await bench.store.pool.query<{ content: Buffer }>(
    "select content from seedbed.files where id = $1",
    [id],
  );
  const content = rows[0]?.content;
  if (content === undefined) throw new Error(`There is no file ${id}.`);
  const cells = (await readXlsx(content)).flatMap(({ data }) => data.flat());
  return JSON.stringify(
    cells.map((cell) => (typeof cell === "number" ? [cell, cell.toLocaleString("en")] : cell)),
  );
}

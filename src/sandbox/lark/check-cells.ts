/** Cells of a card's table must be what the type of their column says. */
import { add, CARD_CODES, type CardCheck, type CardObject, isObject, type Place } from "./card-check.ts";

const isText = (cell: unknown) => typeof cell === "string";
const isNumber = (cell: unknown) => typeof cell === "number";

const FITS: Readonly<Record<string, (cell: unknown) => boolean>> = {
  text: isText,
  lark_md: isText,
  markdown: isText,
  number: isNumber,
  date: isNumber,
  options: (cell) =>
    Array.isArray(cell) && cell.every((tag) => isObject(tag) && isText(tag["text"]) && isText(tag["color"])),
  persons: (cell) => isText(cell) || (Array.isArray(cell) && cell.every(isText)),
};

export function checkCells(
  check: CardCheck,
  columns: readonly CardObject[],
  rows: readonly CardObject[],
  place: Place,
): void {
  for (const { name, data_type: type = "text" } of columns) {
    const cells = rows.map((row) => row[String(name)]).filter((cell) => cell !== undefined);
    const wrong = cells.find((cell) => FITS[String(type)]?.(cell) === false);
    if (wrong !== undefined) {
      const msg = `table rows is invalid; ErrorValue: ${JSON.stringify(wrong)} is no ${String(type)}`;
      add(check, CARD_CODES.tableRows, msg, place);
    }
    if (type !== "persons") continue;
    const ids = cells.flat().filter((id) => typeof id === "string");
    const stranger = ids.find((id) => !check.isPerson(id));
    if (stranger !== undefined) {
      const msg = `There is an invalid user resource(at/person) in your card; ErrorValue: ${stranger}`;
      add(check, CARD_CODES.person, msg, place);
    }
  }
}

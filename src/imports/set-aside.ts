/** Tells which rows of a table are no creators: totals, titles, notes, headers once more, accounts of other platforms. */
import { knownHeaders } from "./detect-vendor.ts";
import { hasPersonalData } from "./personal-data.ts";
import type { Column } from "./plan-columns.ts";
import { cellAt, isAbsent } from "./read-cell.ts";
import type { readIdentity } from "./read-identity.ts";
import type { Line } from "./table.ts";

type SetAsideReason =
  | "no-name"
  | "other-platform"
  | "duplicate"
  | "total-line"
  | "text-line"
  | "repeated-header"
  | "other-header";

export interface SetAsideRow {
  line: number;
  reason: SetAsideReason;
  name?: string;
  /** duplicate: the line that was kept */
  of?: number;
}

const TOTAL_LINE =
  /^(?:[总合小共累]计|总数|总和|汇总|平均(?:值|数)?|均值|中位数|最[高低大小]值?|total|subtotal|sum|average|avg|mean|median)(?:$|[\s:：(（\d].*)/i;
const LONGEST_TOTAL = 24;

/** What stands alone in a row and is a sentence, a label or the title of a part of the list. */
const TEXT_LINE =
  /[:：。；;！]|^(?:备注|注意|说明|附注|以上|以下|制表|更新于|数据截[止至]|ps\b|notes?\b|remarks?\b|[*※#])|^(?:第[一二三四五六七八九十\d]+[批组类波]|[一二三四五六七八九十]+[、.．]|\d+[、.．)）]|[【[（(].*[】\])）]$|(?:[头腰尾]部|初级|素人|koc|kol|明星)(?:达人|博主|账号|组|类)?$)/i;
/** A nickname has 24 characters at most. */
const LONGEST_NAME = 30;

/** A header repeats itself where most of its words stand in their places. */
const MOST = 0.7;
/** What a header may call creators: only such a name is looked at closer. */
const HEADER_NAME = /昵称|名称|名字|博主|达人|红人|账号|号$|id$|name$|creator|blogger|kol/i;
const LONGEST_HEADER = 20;

type Sorted = ReturnType<typeof readIdentity>;

/**
 * @param columns of the table, with and without a meaning
 * @returns to be called with each row in the order of the file: why it is no creator, or undefined
 */
export function rowSorter(columns: readonly Column[]): (row: Sorted, line: Line) => SetAsideRow | undefined {
  let isOtherTable = false;
  return ({ who, otherPlatform }, { line, cells }) => {
    const { name } = who;
    const header = headerKind(name, cells, columns);
    if (header !== undefined) {
      isOtherTable = header === "other-header";
      return { line, reason: header };
    }
    if (isOtherTable) return { line, ...named(name), reason: "other-header" };
    const hasHandle = who.handle !== undefined && who.handle !== name;
    const isSure = who.platformId !== undefined || hasHandle || who.link !== undefined;
    const text = isSure ? undefined : textLine(name, cells);
    if (text !== undefined) return { line, ...named(text.name), reason: text.reason };
    if (name === "") return { line, reason: "no-name" };
    return otherPlatform ? { line, name, reason: "other-platform" } : undefined;
  };
}

function named(name: string): Pick<SetAsideRow, "name"> {
  // a note below a list may say how to reach somebody
  return name === "" || hasPersonalData(name) ? {} : { name };
}

function textLine(
  name: string,
  cells: readonly string[],
): { name: string; reason: "total-line" | "text-line" } | undefined {
  const label = name === "" ? firstText(cells) : name;
  if (label.length <= LONGEST_TOTAL && TOTAL_LINE.test(label)) return { name: label, reason: "total-line" };
  const isText = label !== "" && isAlone(cells) && (label.length > LONGEST_NAME || TEXT_LINE.test(label));
  return isText ? { name: label, reason: "text-line" } : undefined;
}

function firstText(cells: readonly string[]): string {
  for (let at = 0; at < cells.length; at += 1) {
    const text = cellAt(cells, at);
    if (!isAbsent(text)) return text;
  }
  return "";
}

/** A merged cell holds its text in the first of its places. */
function isAlone(cells: readonly string[]): boolean {
  let filled = 0;
  for (let at = 0; at < cells.length; at += 1) {
    if (!isAbsent(cellAt(cells, at))) filled += 1;
    if (filled > 1) return false;
  }
  return true;
}

/**
 * The table's own header once more, or that of another table which was pasted below it: its rows have other columns, and
 * read by these they would be misread.
 */
function headerKind(
  name: string,
  cells: readonly string[],
  columns: readonly Column[],
): "repeated-header" | "other-header" | undefined {
  if (name.length > LONGEST_HEADER || !HEADER_NAME.test(name) || hasNumber(cells)) return undefined;
  const filled = cells.filter((cell) => !isAbsent(cell.trim()));
  const same = columns.filter(({ index, title }) => cellAt(cells, index) === title).length;
  if (same >= 1 && same >= filled.length * MOST) return "repeated-header";
  const known = knownHeaders(filled);
  return known >= 2 && known * 2 >= filled.length ? "other-header" : undefined;
}

const ZERO = 0x30;
const NINE = 0x39;

/** A row about somebody has a cell that begins with a digit, and a header has none that is a number: most need no closer look. */
function hasNumber(cells: readonly string[]): boolean {
  for (const cell of cells) {
    const code = cell.charCodeAt(0);
    if (code >= ZERO && code <= NINE && NUMBER.test(cell)) return true;
  }
  return false;
}

const NUMBER = /^[\d.,]+[%万wk]?\s*$/iu;

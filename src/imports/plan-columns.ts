/** Decides, before any row is read, what each column of a table is: which fact, or evidence only. */
import { AppError } from "../domain/errors.ts";
import type { Vendor } from "./detect-vendor.ts";
import { NAME, type Reading } from "./header-maps/header-map.ts";
import { holdsPersonalData, isPersonalColumn } from "./personal-data.ts";
import type { ShareScale } from "./read-cell.ts";
import { readHeader } from "./read-header.ts";
import type { Line } from "./table.ts";

export interface Column {
  /** 0-based place in a row */
  index: number;
  title: string;
  /** undefined: the column is no fact and stays as evidence */
  reading: Reading | undefined;
  tenThousands: boolean;
  /** the header says percent */
  percent: boolean;
  /** of shares; settled once a bare number is met (column-scales.ts) */
  scale: ShareScale;
}

interface ColumnPlan {
  columns: Column[];
  /** titles of columns that are left out altogether, because they hold contact data */
  personal: string[];
}

const NAME_WORDS = /昵称|账号名|达人名|博主名|^账号$|^名称$|^name$/;
/** These words in a header say that its cells are no nicknames. source: vendor-exports, agency sheets */
const NOT_A_NAME = /id|链接|主页|(?<!账)号$|类型|等级|url|品牌|下单|单$|产品|项目/;

/**
 * @param header the table's headers
 * @param first some of its rows: contact data may stand under any header
 * @throws AppError "no-creator-column" {columns} where no column says which creator a row is about
 */
export function planColumns(
  vendor: Vendor,
  header: readonly string[],
  first: readonly Line[] = [],
): ColumnPlan {
  const columns: Column[] = [];
  const personal: string[] = [];
  for (const [index, title] of header.entries()) {
    const plain = readHeader(title);
    const reading = vendor.readings.get(plain.key);
    const isPersonal = () =>
      isPersonalColumn(title) || holdsPersonalData(first.map(({ cells }) => cells[index] ?? ""));
    if (!reading && title !== "" && isPersonal()) personal.push(title);
    else if (title !== "")
      columns.push({
        index,
        title,
        reading,
        tenThousands: plain.tenThousands,
        percent: plain.percent,
        scale: "unclear",
      });
  }
  nameByWords(columns);
  if (!columns.some(({ reading }) => saysWho(reading))) {
    throw new AppError("no-creator-column", { columns: header.filter((title) => title !== "").join(", ") });
  }
  return { columns, personal };
}

function nameByWords(columns: Column[]): void {
  if (columns.some(({ reading }) => reading?.as === "name")) return;
  const column = columns.find(({ title, reading }) => {
    const { key } = readHeader(title);
    return !reading && NAME_WORDS.test(key) && !NOT_A_NAME.test(key);
  });
  if (column) column.reading = NAME;
}

function saysWho(reading: Reading | undefined): boolean {
  return reading !== undefined && ["name", "handle", "id", "link"].includes(reading.as);
}

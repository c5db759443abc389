/** What is left of a nickname without emoji, signs and the words people hang on: 小鹿🦌｜护肤 and 小鹿_official are 小鹿. */
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** Brackets with what is in them, everything behind a stroke, and the words for an account of one's own. */
const HUNG_ON = "\\([^)]*\\)|【[^】]*】|[|丨@·/].*$|(official|官方|本人|大号|小号)$";
/** Signs and emoji: what no name is told apart by. */
const SIGNS = String.raw`[\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u2000-\u2BFF\u3000-\u3004\u3008-\u303F\uFE00-\uFE0F\U0001F000-\U0001FAFF\U000E0000-\U000E007F]`;

/** The expression is an index of the table too, so it has to be written the same everywhere. */
export function coreNameText(name: string): string {
  return `regexp_replace(regexp_replace(${name}, '${HUNG_ON}', '', 'g'), '${SIGNS}', '', 'g')`;
}

export function coreNameOf(nameKey: PgColumn): SQL {
  const [before = "", after = ""] = coreNameText("|name|").split("|name|");
  return sql`${sql.raw(before)}${nameKey}${sql.raw(after)}`;
}

/** What people have said so far about the columns of a list, over as many forms as a wide one needs. */
import type { ListImport } from "../../store/imports.ts";
import { COLUMNS_A_FORM, pagesOf } from "./column-forms.ts";

type Asked = NonNullable<ListImport["asked"]>;

/** What a column holds that nobody wants read. */
export const NOT_USED = "none";

/** One of these says whom a row is about. */
export const WHO: readonly string[] = ["name", "handle", "id", "link"];

/** The form that has the column with this index: its first column, and the first one behind it. */
export function pageFrom(asked: Asked, from: number): { begin: number; end: number } {
  const pages = pagesOf(asked);
  const page = pages.findLastIndex((start) => start <= from);
  const begin = pages[page] ?? 0;
  return { begin, end: Math.min(pages[page + 1] ?? asked.length, begin + COLUMNS_A_FORM) };
}

/**
 * The columns with what is settled about each of them: said in a form, or kept for lists of this shape.
 * @param saved by title; a title that is absent is not used
 */
export function settled(asked: Asked, saved: Readonly<Record<string, string>> | undefined): Asked {
  if (saved === undefined) return asked;
  return asked.map((column) => ({ ...column, said: column.said ?? saved[column.title] ?? NOT_USED }));
}

/**
 * The columns with what one form says of its own.
 * @param meanings of the columns from `from` on; what is left out stays as it was, unless the form gives it to another
 */
export function withForm(asked: Asked, from: number, meanings: readonly (string | undefined)[]): Asked {
  const { begin, end } = pageFrom(asked, from);
  return asked.map((column, index) => {
    if (index < begin || index >= end) return column;
    const before = column.said ?? guessOf(asked, column) ?? NOT_USED;
    return { ...column, said: meanings[index - begin] ?? (meanings.includes(before) ? NOT_USED : before) };
  });
}

/** What a column most likely means as long as nobody has said it: a meaning that was given to another is taken. */
export function guessOf(asked: Asked, { guess }: Asked[number]): string | null {
  return guess !== null && asked.some(({ said }) => said === guess) ? null : guess;
}

/** What each column means now, and where nothing was said yet, most likely. */
export function meaningsNow(asked: Asked): Record<string, string> {
  return Object.fromEntries(
    asked.flatMap((column): [string, string][] => {
      const meaning = column.said ?? guessOf(asked, column) ?? NOT_USED;
      return meaning === NOT_USED ? [] : [[column.title, meaning]];
    }),
  );
}

export interface Clash {
  meaning: string;
  /** two that were given it, in the order of the file */
  column: string;
  other: string;
}

/** Two columns that were given the same meaning. */
export function clashIn(asked: Asked): Clash | undefined {
  for (const [index, { title, said }] of asked.entries()) {
    if (said === undefined || said === NOT_USED) continue;
    const other = asked.slice(index + 1).find((later) => later.said === said);
    if (other !== undefined) return { meaning: said, column: title, other: other.title };
  }
  return undefined;
}

/** Where the forms begin that somebody has sent. */
export function pagesSaid(asked: Asked): number[] {
  return pagesOf(asked).filter((from) => {
    const { begin, end } = pageFrom(asked, from);
    return asked.slice(begin, end).every(({ said }) => said !== undefined);
  });
}

export function saysWho(meanings: Readonly<Record<string, string>>): boolean {
  return Object.values(meanings).some((meaning) => WHO.includes(meaning));
}

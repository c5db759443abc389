/** Finds out whom the rows of a list may mean, all at once: one question to the store instead of one for each part. */
import type { ImportedCreator } from "../../imports/read-creators.ts";
import type { Querier } from "../../store/database.ts";
import { type ListWords, notAlone } from "../creators/list-words.ts";
import { lookUpCreators, type StoredCreators, sharedNames } from "../creators/resolve-creators.ts";

/** A nickname has 24 characters at most: longer ones are a slip of the columns, and no index could hold them. */
const LONGEST_NAME = 200;

export interface ListedCreators {
  stored: StoredCreators;
  /** rows that may be one with another or with somebody stored; all others are about somebody new */
  unsure: ReadonlySet<ImportedCreator>;
  /** names that several accounts of the list have */
  sharedNames: ReadonlySet<string>;
}

/** @param storable of the list */
export async function lookUpList(
  db: Querier,
  storable: readonly ImportedCreator[],
  words: ListWords,
): Promise<ListedCreators> {
  const stored = await lookUpCreators(db, storable, words);
  const unsure = await notAlone(storable, words, stored.creators);
  return { stored, unsure, sharedNames: sharedNames([...unsure]) };
}

export function isStorable({ name, handle = "" }: ImportedCreator): boolean {
  return name.length <= LONGEST_NAME && handle.length <= LONGEST_NAME;
}

/** Several creators named in one line: by nickname, 小红书号, profile link or id, parted by commas or spaces. */
import { AppError } from "../../domain/errors.ts";
import { parseProfileLink } from "../../imports/profile-link.ts";
import { creatorsMatching } from "../../store/creator-lookup.ts";
import { type Creator, creatorsCalled, nameKeyOf } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { findCreator, tellApart, unknownCreator } from "./find-creator.ts";

/** Signs that part names; a space may also be inside of one, and so may a stroke. */
const SEPARATORS = /[,，、;；\n]+/u;
/** Words that one name may have. */
const LONGEST_NAME = 6;

/**
 * Each creator once, in the order they were named. Where names are parted by spaces alone, the longest run of words
 * that is somebody's name counts.
 * @throws AppError "unknown-creator" and "ambiguous-creator" with the name in question; "bad-input" for a short link
 */
export async function findCreators(db: Querier, line: string): Promise<Creator[]> {
  const found: Creator[] = [];
  for (const part of line.split(SEPARATORS).map((piece) => piece.trim())) {
    if (part !== "") found.push(...(await creatorsIn(db, part)));
  }
  return [...new Map(found.map((creator) => [creator.id, creator])).values()];
}

async function creatorsIn(db: Querier, part: string): Promise<Creator[]> {
  const words = part.split(/\s+/u);
  if (words.length === 1) return [await creatorOf(db, part)];
  const runs = words.flatMap((_, from) =>
    words
      .slice(from, from + LONGEST_NAME)
      .map((__, length) => words.slice(from, from + length + 1).join(" ")),
  );
  const lowered = words.map((word) => word.toLowerCase());
  const known = await creatorsMatching(db, [...runs.map(nameKeyOf), ...words, ...lowered]);
  const found: Creator[] = [];
  for (let at = 0; at < words.length; ) {
    const length = longestName(words.slice(at, at + LONGEST_NAME), known);
    found.push(await creatorOf(db, words.slice(at, at + length).join(" ")));
    at += length;
  }
  return found;
}

/** How many of the words make the longest name that is known; one when none is. */
function longestName(words: readonly string[], known: readonly Creator[]): number {
  const keys = new Set(known.map(({ nameKey }) => nameKey));
  for (let length = words.length; length > 1; length -= 1) {
    if (keys.has(nameKeyOf(words.slice(0, length).join(" ")))) return length;
  }
  return 1;
}

async function creatorOf(db: Querier, word: string): Promise<Creator> {
  const link = parseProfileLink(word);
  if (link === undefined) return findCreator(db, word);
  if (link.kind === "short") throw new AppError("bad-input", { problem: "short-link" });
  const [creator, ...others] = await creatorsCalled(db, link.id);
  if (creator === undefined) throw await unknownCreator(db, word, link.id);
  if (others.length > 0)
    throw new AppError("ambiguous-creator", {
      text: word,
      names: [creator, ...others].map(tellApart).join(" / "),
    });
  return creator;
}

/** Which creator a call means. Several hits are never guessed between. */
import { AppError } from "../../domain/errors.ts";
import { type Creator, creatorById, creatorsCalled, creatorsLike } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { isInOpenList } from "../../store/list-parts.ts";
import { ambiguousCreator } from "./find-or-create-creator.ts";
import { readCreatorWords } from "./read-creator-words.ts";

/** So many names are near enough to ask about. */
const NEAR = 3;

/**
 * @param word an id that a button carries, a nickname, a 小红书号, a profile id, or a text with a profile link in it
 * @throws AppError "unknown-creator" with near names, "still-vetting" where a list at work has them, "ambiguous-creator" with what tells them apart, "bad-input" for a
 *   short link
 */
export async function findCreator(db: Querier, word: string): Promise<Creator> {
  const found = await creatorsMeant(db, word);
  const [creator] = found;
  if (creator !== undefined && found.length === 1) return creator;
  if (found.length > 1) throw ambiguousCreator(word, found);
  throw await unknownCreator(db, word, readCreatorWords(word).platformId ?? word);
}

/** @param name by which a list may have them that is still at work */
export async function unknownCreator(db: Querier, word: string, name: string): Promise<AppError> {
  if (await isInOpenList(db, name)) return new AppError("still-vetting", { text: word });
  const near = await creatorsLike(db, name, NEAR);
  return new AppError("unknown-creator", { text: word, near: near.map((one) => one.name).join(" / ") });
}

/** Everybody who may be meant: the one with this id, else all who are called so. */
async function creatorsMeant(db: Querier, word: string): Promise<Creator[]> {
  const byId = await creatorById(db, word);
  if (byId !== undefined) return [byId];
  const { platformId } = readCreatorWords(word);
  return creatorsCalled(db, platformId ?? word);
}

/** Those whose names are near to what was written. */
export async function creatorsNear(db: Querier, word: string): Promise<Creator[]> {
  return creatorsLike(db, word, NEAR);
}

/** For changes: nothing more is noted about somebody who was forgotten. */
export async function findKeptCreator(db: Querier, word: string): Promise<Creator> {
  const creator = await findCreator(db, word);
  if (creator.forgottenAt !== null) throw new AppError("unknown-creator", { text: creator.name });
  return creator;
}

export function tellApart(creator: Creator): string {
  return `${creator.name} (${creator.handle ?? creator.platformId ?? creator.id})`;
}

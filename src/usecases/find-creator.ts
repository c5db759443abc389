/** Which creator a call means. Several hits are never guessed between. */
import { AppError } from "../domain/errors.ts";
import { type Creator, creatorById, creatorsCalled, creatorsLike } from "../store/creators.ts";
import type { Querier } from "../store/database.ts";

/**
 * @param word an id that a button carries, a nickname, a 小红书号 or a profile id
 * @throws AppError "unknown-creator" with near names, "ambiguous-creator" with what tells them apart
 */
export async function findCreator(db: Querier, word: string): Promise<Creator> {
  const byId = await creatorById(db, word);
  if (byId !== undefined) return byId;
  const found = await creatorsCalled(db, word);
  const [creator] = found;
  if (creator !== undefined && found.length === 1) return creator;
  if (found.length > 1)
    throw new AppError("ambiguous-creator", { text: word, names: found.map(tellApart).join(" / ") });
  const near = await creatorsLike(db, word, 3);
  throw new AppError("unknown-creator", { text: word, near: near.map(({ name }) => name).join(" / ") });
}

export function tellApart(creator: Creator): string {
  return `${creator.name} (${creator.handle ?? creator.platformId ?? creator.id})`;
}

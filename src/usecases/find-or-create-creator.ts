/** The creator a vetting is about: the one known by id, handle or name, else a new one. */
import { AppError } from "../domain/errors.ts";
import {
  type Creator,
  completeCreator,
  creatorsCalled,
  insertCreator,
  lockCreatorName,
  nameKeyOf,
} from "../store/creators.ts";
import type { Transaction } from "../store/database.ts";
import type { Ctx } from "./ctx.ts";

export interface NamedCreator {
  name: string;
  handle?: string | undefined;
  /** 24 hex digits */
  platformId?: string | undefined;
  link?: string | undefined;
}

/** @throws AppError "ambiguous-creator" when several creators are called so and nothing tells which */
export async function findOrCreateCreator(ctx: Ctx, tx: Transaction, named: NamedCreator): Promise<Creator> {
  await lockCreatorName(tx, named.name);
  const found = await matching(tx, named);
  const [match] = found;
  if (found.length > 1) {
    const names = found.map(
      (creator) => `${creator.name} (${creator.handle ?? creator.platformId ?? creator.id})`,
    );
    throw new AppError("ambiguous-creator", { text: named.name, names: names.join(" / ") });
  }
  if (match !== undefined) {
    if (saysMore(named, match)) await completeCreator(tx, match.id, named);
    return match;
  }
  const creator: Creator = {
    id: ctx.newId("cre"),
    name: named.name,
    nameKey: nameKeyOf(named.name),
    handle: named.handle ?? null,
    platformId: named.platformId ?? null,
    link: named.link ?? null,
    createdAt: ctx.clock.now(),
  };
  await insertCreator(tx, creator);
  return creator;
}

/** Ids before names: a nickname is not unique, and two people with one name must not become one. */
async function matching(tx: Transaction, named: NamedCreator): Promise<Creator[]> {
  for (const word of [named.platformId, named.handle]) {
    const found = word === undefined ? [] : await creatorsCalled(tx, word);
    if (found.length > 0) return found;
  }
  const called = await creatorsCalled(tx, named.name);
  return called.filter(
    (creator) => !differs(named.platformId, creator.platformId) && !differs(named.handle, creator.handle),
  );
}

function saysMore(named: NamedCreator, creator: Creator): boolean {
  const fields = ["handle", "platformId", "link"] as const;
  return fields.some((field) => creator[field] === null && named[field] !== undefined);
}

function differs(given: string | undefined, known: string | null): boolean {
  return given !== undefined && known !== null && given !== known;
}

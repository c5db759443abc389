/** Whom a vetting or a sample of comments is about: an id that a button carries, or what a person wrote. */
import { AppError } from "../../domain/errors.ts";
import { lockCreatorNames } from "../../store/creator-lookup.ts";
import { type Creator, completeCreators, creatorById } from "../../store/creators.ts";
import type { Transaction } from "../../store/database.ts";
import { findOrCreateCreator, type NamedCreator } from "../creators/find-or-create-creator.ts";
import type { Ctx } from "../ctx.ts";

/** What newId makes for creators; nobody is called so. */
const ID = /^cre_\w+$/u;

/** The one whom a person chose of several; undefined for a name. @throws AppError "unknown-creator" for a forgotten one */
export async function creatorChosen(tx: Transaction, named: NamedCreator): Promise<Creator | undefined> {
  if (!ID.test(named.name)) return undefined;
  const known = await creatorById(tx, named.name);
  return known === undefined ? undefined : chosen(tx, known, named);
}

/** @throws AppError "ambiguous-creator" when several creators are called so and nothing tells which */
export async function creatorMeant(ctx: Ctx, tx: Transaction, named: NamedCreator): Promise<Creator> {
  return (await creatorChosen(tx, named)) ?? (await findOrCreateCreator(ctx, tx, named));
}

/** A link that was typed with the name is theirs, where we had none. */
async function chosen(tx: Transaction, creator: Creator, named: NamedCreator): Promise<Creator> {
  if (creator.forgottenAt !== null) throw new AppError("unknown-creator", { text: creator.name });
  await lockCreatorNames(tx, [creator.name]);
  if (creator.platformId !== null || named.platformId === undefined) return creator;
  const complete = { ...creator, platformId: named.platformId, link: creator.link ?? named.link ?? null };
  await completeCreators(tx, [complete]);
  return complete;
}

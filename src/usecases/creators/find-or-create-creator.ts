/** The creators that vettings are about: those known by id, handle or name, else new ones. */
import { AppError } from "../../domain/errors.ts";
import { lockCreatorNames } from "../../store/creator-lookup.ts";
import { type Creator, completeCreators, insertCreators } from "../../store/creators.ts";
import { type Transaction, together } from "../../store/database.ts";
import type { Ctx } from "../ctx.ts";
import { indexCreators, type NamedCreator } from "./known-creators.ts";
import { type Ambiguous, type Listed, lookUpCreators, resolveCreators } from "./resolve-creators.ts";

export type { NamedCreator } from "./known-creators.ts";

/** @throws AppError "ambiguous-creator" when several creators are called so and nothing tells which */
export async function findOrCreateCreator(ctx: Ctx, tx: Transaction, named: NamedCreator): Promise<Creator> {
  const {
    found: [found],
  } = await findOrCreateCreators(ctx, tx, [named]);
  if (found !== undefined && !("ambiguous" in found)) return found;
  throw ambiguousCreator(named.name, found?.ambiguous ?? []);
}

/** The refusal that says what tells them apart, and by their ids lets a person choose. */
export function ambiguousCreator(text: string, found: readonly Creator[]): AppError {
  const names = found.map(({ id, name, handle, platformId }) => `${name} (${handle ?? platformId ?? id})`);
  return new AppError("ambiguous-creator", {
    text,
    names: names.join(" / "),
    ids: found.map(({ id }) => id).join(","),
  });
}

/**
 * Many at once, in the order given; what is named later in the list may be a creator that came up before.
 * @param listed of a list
 * @returns whom each names, and who of them nobody knew before
 */
export async function findOrCreateCreators(
  ctx: Ctx,
  tx: Transaction,
  all: readonly NamedCreator[],
  listed?: Listed,
): Promise<{ found: (Creator | Ambiguous)[]; added: ReadonlySet<Creator> }> {
  const names = all.map(({ name }) => name);
  // the look-up is sent with the lock and sees what was committed before it was granted
  const [, stored] = await together(lockCreatorNames(tx, names), lookUpCreators(tx, all));
  const known = indexCreators(stored.creators);
  const { found, added, completed } = resolveCreators(ctx, known, stored, all, listed);
  // what is not stored yet is only changed above
  await together(insertCreators(tx, [...added]), completeCreators(tx, [...completed]));
  return { found, added };
}

/** The creators that vettings are about: those known by id, handle or name, else new ones. */
import { AppError } from "../domain/errors.ts";
import { creatorsMatching, lockCreatorNames } from "../store/creator-lookup.ts";
import { type Creator, completeCreators, insertCreators, mergedInto, nameKeyOf } from "../store/creators.ts";
import { type Transaction, together } from "../store/database.ts";
import type { Ctx } from "./ctx.ts";
import { indexCreators, type NamedCreator } from "./known-creators.ts";

export type { NamedCreator } from "./known-creators.ts";

/** Several creators are called so, and nothing tells which one is meant. */
export interface Ambiguous {
  ambiguous: readonly Creator[];
}

/** @throws AppError "ambiguous-creator" when several creators are called so and nothing tells which */
export async function findOrCreateCreator(ctx: Ctx, tx: Transaction, named: NamedCreator): Promise<Creator> {
  const [found] = await findOrCreateCreators(ctx, tx, [named]);
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

/** Many at once, in the order given; what is named later in the list may be a creator that came up before. */
export async function findOrCreateCreators(
  ctx: Ctx,
  tx: Transaction,
  all: readonly NamedCreator[],
): Promise<(Creator | Ambiguous)[]> {
  const names = all.map(({ name }) => name);
  // the look-up is sent with the lock and sees what was committed before it was granted
  const [, stored] = await together(lockCreatorNames(tx, names), creatorsMatching(tx, wordsOf(all)));
  const kept = await mergedInto(
    tx,
    stored.map(({ id }) => id),
  );
  const known = indexCreators(stored);
  const createdAt = ctx.clock.now();
  const added = new Set<Creator>();
  const completed = new Set<Creator>();
  const found = all.map((named): Creator | Ambiguous => {
    const [match, ...others] = oneEach(known.matching(named), kept);
    if (match === undefined) {
      const creator = createdFrom(ctx, named, createdAt);
      const twin = known.namesake(creator, creator.handle);
      if (twin !== undefined) return { ambiguous: [twin] };
      known.add(creator);
      added.add(creator);
      return creator;
    }
    if (others.length > 0) return { ambiguous: [match, ...others] };
    const handle = known.namesake(match, named.handle) === undefined ? named.handle : undefined;
    if (complete(match, { ...named, handle }) && !added.has(match)) completed.add(match);
    known.add(match);
    return match;
  });
  // what is not stored yet is only changed above
  await together(insertCreators(tx, [...added]), completeCreators(tx, [...completed]));
  return found;
}

/** A person said that some are one: an old handle or name leads to who they are now. */
function oneEach(matches: readonly Creator[], kept: ReadonlyMap<string, Creator>): Creator[] {
  const now = matches.map((match) => kept.get(match.id) ?? match);
  return [...new Map(now.map((match) => [match.id, match])).values()];
}

/** A 小红书号 is letters, digits and signs of ASCII. */
const CAN_BE_HANDLE = /^[\x21-\x7e]+$/u;
const CAN_BE_ID = /^[0-9a-f]{24}$/u;

/** A handle or an id may have been given as a name, and the other way round. */
function wordsOf(all: readonly NamedCreator[]) {
  const words = all
    .flatMap(({ name, handle, platformId }) => [name, handle, platformId])
    .filter((word) => word !== undefined);
  const own = all.flatMap(({ handle }) => (handle === undefined ? [] : [handle.trim()]));
  const bare = words.map((word) => word.trim());
  return {
    nameKeys: words.map(nameKeyOf),
    handles: [...new Set([...own, ...bare.filter((word) => CAN_BE_HANDLE.test(word))])],
    platformIds: bare.map((word) => word.toLowerCase()).filter((word) => CAN_BE_ID.test(word)),
  };
}

/** Fills what was not known. @returns whether anything was */
function complete(creator: Creator, named: NamedCreator): boolean {
  const { handle, platformId, link } = creator;
  creator.handle ??= named.handle ?? null;
  creator.platformId ??= named.platformId ?? null;
  creator.link ??= named.link ?? null;
  return handle !== creator.handle || platformId !== creator.platformId || link !== creator.link;
}

function createdFrom(ctx: Ctx, named: NamedCreator, createdAt: Creator["createdAt"]): Creator {
  return {
    id: ctx.newId("cre"),
    name: named.name,
    nameKey: nameKeyOf(named.name),
    handle: named.handle ?? null,
    platformId: named.platformId ?? null,
    link: named.link ?? null,
    contactId: null,
    inChargeId: null,
    forgottenAt: null,
    createdAt,
  };
}

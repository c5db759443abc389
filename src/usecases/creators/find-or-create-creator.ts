/** The creators that vettings are about: those known by id, handle or name, else new ones. */
import { AppError } from "../../domain/errors.ts";
import { creatorsMatching, lockCreatorNames } from "../../store/creator-lookup.ts";
import {
  type Creator,
  completeCreators,
  insertCreators,
  mergedInto,
  nameKeyOf,
} from "../../store/creators.ts";
import { type Transaction, together } from "../../store/database.ts";
import { latestFacts } from "../../store/vettings.ts";
import type { Ctx } from "../ctx.ts";
import { areOneSize, indexCreators, type NamedCreator } from "./known-creators.ts";

export type { NamedCreator } from "./known-creators.ts";

/** Several creators are called so, and nothing tells which one is meant. */
export interface Ambiguous {
  ambiguous: readonly Creator[];
}

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

/** What a list knows that one row does not. */
interface Listed {
  /** name keys that several profile ids of the list have */
  shared: ReadonlySet<string>;
}

/** The names that several accounts of a list have. */
export function sharedNames(all: readonly NamedCreator[]): Set<string> {
  const idOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name, platformId } of all) {
    if (platformId === undefined) continue;
    const key = nameKeyOf(name);
    if ((idOf.get(key) ?? platformId) !== platformId) shared.add(key);
    idOf.set(key, platformId);
  }
  return shared;
}

/**
 * Many at once, in the order given; what is named later in the list may be a creator that came up before.
 *
 * A profile id under a name that is known without one belongs to that creator, unless something speaks against it:
 * another account has the name too, or the sizes are far apart. Nobody guesses then: in a list the account is one of its
 * own, and whether it is the known one is asked; a single one is ambiguous.
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
  const [, stored] = await together(lockCreatorNames(tx, names), creatorsMatching(tx, wordsOf(all)));
  const kept = await mergedInto(
    tx,
    stored.map(({ id }) => id),
  );
  const known = indexCreators(stored);
  const createdAt = ctx.clock.now();
  const sizes = await sizesOf(tx, stored, all);
  const added = new Set<Creator>();
  const completed = new Set<Creator>();
  const found = all.map((named): Creator | Ambiguous => {
    const [match, ...others] = oneEach(known.matching(named), kept);
    const isDoubtful =
      match !== undefined &&
      isByNameAlone(match, named) &&
      (known.hasRival(named) ||
        listed?.shared.has(nameKeyOf(named.name)) === true ||
        isOtherSize(sizes.get(match.id), named));
    if (isDoubtful && listed === undefined) return { ambiguous: [match, ...others] };
    if (match === undefined || isDoubtful) {
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
  return { found, added };
}

/** Nothing but the nickname says that this profile is theirs. */
function isByNameAlone(match: Creator, { platformId, handle }: NamedCreator): boolean {
  if (platformId === undefined || match.platformId !== null) return false;
  return handle === undefined || match.handle !== handle;
}

function isOtherSize(known: number | undefined, { facts }: NamedCreator): boolean {
  const followers = facts?.followers?.value;
  return known !== undefined && followers !== undefined && !areOneSize(known, followers);
}

/** Followers of those who are known without a profile id and may be named by one now. */
async function sizesOf(
  tx: Transaction,
  stored: readonly Creator[],
  all: readonly NamedCreator[],
): Promise<Map<string, number>> {
  const named = new Set(
    all.flatMap(({ name, platformId }) => (platformId === undefined ? [] : [nameKeyOf(name)])),
  );
  const ids = stored.flatMap(({ id, platformId, nameKey }) =>
    platformId === null && named.has(nameKey) ? [id] : [],
  );
  const sizes = new Map<string, number>();
  for (const [id, { followers }] of await latestFacts(tx, ids)) if (followers) sizes.set(id, followers.value);
  return sizes;
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

/** One who is not known yet, to be inserted. */
export function createdFrom(ctx: Ctx, named: NamedCreator, createdAt: Creator["createdAt"]): Creator {
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

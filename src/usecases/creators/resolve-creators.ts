/** Whom names mean: the known creators they fit, or new ones. Nothing is stored here. */
import { creatorsMatching } from "../../store/creator-lookup.ts";
import { type Creator, mergedInto, nameKeyOf } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { latestFacts } from "../../store/vettings.ts";
import type { Ctx } from "../ctx.ts";
import { areOneSize, type KnownCreators, type NamedCreator } from "./known-creators.ts";
import { type ListWords, wordsOfList } from "./list-words.ts";

/** Several creators are called so, and nothing tells which one is meant. */
export interface Ambiguous {
  ambiguous: readonly Creator[];
}

/** What a list knows that one row does not. */
export interface Listed {
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

/** What the store knows of those who may be meant. */
export interface StoredCreators {
  /** in the order in which they became known */
  creators: readonly Creator[];
  /** of those who were merged, the one each is now */
  kept: ReadonlyMap<string, Creator>;
  /** followers of those who are known without a profile id and may be named by one now */
  sizes: ReadonlyMap<string, number>;
}

/** @param words of all of them, where they are known already */
export async function lookUpCreators(
  db: Querier,
  all: readonly NamedCreator[],
  words?: ListWords,
): Promise<StoredCreators> {
  const creators = await creatorsMatching(db, [...(words ?? (await wordsOfList(all))).all]);
  const kept = await mergedInto(
    db,
    creators.map(({ id }) => id),
  );
  return { creators, kept, sizes: await sizesOf(db, creators, all) };
}

export interface Resolved {
  /** in the order of the names; those that are new or got to know more are changed in place */
  found: (Creator | Ambiguous)[];
  added: Set<Creator>;
  /** stored ones of whom more is known now */
  completed: Set<Creator>;
}

/**
 * A profile id under a name that is known without one belongs to that creator, unless something speaks against it:
 * another account has the name too, or the sizes are far apart. Nobody guesses then: in a list the account is one of its
 * own, and whether it is the known one is asked; a single one is ambiguous.
 * @param known has all stored ones; new ones are taken in, since what is named later may be one that came up before
 * @param listed of a list
 */
export function resolveCreators(
  ctx: Ctx,
  known: KnownCreators,
  { kept, sizes }: Omit<StoredCreators, "creators">,
  all: readonly NamedCreator[],
  listed?: Listed,
): Resolved {
  const createdAt = ctx.clock.now();
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
  return { found, added, completed };
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

async function sizesOf(
  db: Querier,
  stored: readonly Creator[],
  all: readonly NamedCreator[],
): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  const withoutId = stored.filter(({ platformId }) => platformId === null);
  if (withoutId.length === 0) return sizes;
  const named = new Set(
    all.flatMap(({ name, platformId }) => (platformId === undefined ? [] : [nameKeyOf(name)])),
  );
  const ids = withoutId.flatMap(({ id, nameKey }) => (named.has(nameKey) ? [id] : []));
  for (const [id, { followers }] of await latestFacts(db, ids)) if (followers) sizes.set(id, followers.value);
  return sizes;
}

/** A person said that some are one: an old handle or name leads to who they are now. */
function oneEach(matches: readonly Creator[], kept: ReadonlyMap<string, Creator>): Creator[] {
  if (matches.length === 0) return [];
  const now = matches.map((match) => kept.get(match.id) ?? match);
  return [...new Map(now.map((match) => [match.id, match])).values()];
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

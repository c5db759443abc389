/** The creators that a list may be about, found by id, handle or name without looking through all of them. */
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { type Creator, nameKeyOf } from "../../store/creators.ts";

export interface NamedCreator {
  name: string;
  handle?: string | undefined;
  /** 24 hex digits */
  platformId?: string | undefined;
  link?: string | undefined;
  /** what is said of them now: an account ten times as large is hardly the one that is known */
  facts?: Pick<CreatorFacts, "followers"> | undefined;
  /** a person said that this is nobody of this name who is known */
  isOther?: boolean;
}

/** [A] Followers of one account seen on two days by two vendors differ by less than a fifth. */
const SAME_SIZE = 0.2;

export function areOneSize(followers: number, otherFollowers: number): boolean {
  return Math.abs(followers - otherFollowers) <= SAME_SIZE * Math.max(followers, otherFollowers);
}

export interface KnownCreators {
  /** those who may be meant, the oldest first */
  matching(named: NamedCreator): Creator[];
  /** whether another account of this name is known by its id */
  hasRival(named: NamedCreator): boolean;
  /** another one with the same name and this handle */
  namesake(creator: Creator, handle: string | null | undefined): Creator | undefined;
  /** takes in a new creator, or what was learned of one: what was known of it stays true */
  add(creator: Creator): void;
}

/** One or several: of 50,000 creators hardly two share a key, and a set for each would take longer than all the rest. */
type Holders = Creator | Creator[];

/** @param all in the order in which they became known */
export function indexCreators(all: readonly Creator[]): KnownCreators {
  const places = new Map<Creator, number>();
  /** by name, by handle and by id: a long list asks often, and hardly ever finds anybody */
  const byWord = new Map<string, Holders>();

  function add(creator: Creator): void {
    if (!places.has(creator)) places.set(creator, places.size);
    put(byWord, creator.platformId, creator);
    put(byWord, creator.handle, creator);
    put(byWord, creator.nameKey, creator);
  }

  /** A handle or an id may have been given as a name, and the other way round. */
  function called(word: string): Creator[] {
    const name = nameKeyOf(word);
    const named = byWord.get(name);
    // what folds to itself is its own handle and id, and most words of a long list are nobody's
    if (name === word && named === undefined) return NONE;
    const handle = word.trim();
    const id = handle.toLowerCase();
    const found = [named];
    if (handle !== name) found.push(byWord.get(handle));
    if (id !== name && id !== handle) found.push(byWord.get(id));
    const isCalled = (one: Creator) => one.nameKey === name || one.handle === handle || one.platformId === id;
    const own = found.flatMap((one) => one ?? NONE).filter(isCalled);
    if (own.length < 2) return own;
    return [...new Set(own)].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }

  function withKey(name: string): Creator[] {
    const there = byWord.get(name);
    return there === undefined ? NONE : [there].flat().filter(({ nameKey }) => nameKey === name);
  }

  for (const creator of all) add(creator);
  return {
    add,
    matching(named) {
      const { platformId } = named;
      const sure = platformId === undefined ? undefined : byWord.get(platformId);
      const own = sure === undefined ? NONE : [sure].flat().filter((one) => one.platformId === platformId);
      if (own.length > 0) return own;
      if (named.isOther === true) return [];
      // ids before names: a nickname is not unique, and two people with one name must not become one
      for (const word of [named.platformId, named.handle, named.name]) {
        if (word === undefined) continue;
        const all = called(word);
        if (all.length === 0) continue;
        const found = all.filter((creator) => !contradicts(creator, named));
        if (found.length > 0) return found;
      }
      return [];
    },
    hasRival({ name, platformId }) {
      return withKey(nameKeyOf(name)).some((one) => one.platformId !== null && one.platformId !== platformId);
    },
    namesake(creator, handle) {
      if (typeof handle !== "string") return undefined;
      for (const other of withKey(creator.nameKey)) {
        if (other !== creator && other.handle === handle) return other;
      }
      return undefined;
    },
  };
}

const NONE: Creator[] = [];

function put(index: Map<string, Holders>, key: string | null, creator: Creator): void {
  if (key === null) return;
  const there = index.get(key);
  if (there === undefined) index.set(key, creator);
  else if (!Array.isArray(there)) {
    if (there !== creator) index.set(key, [there, creator]);
  } else if (!there.includes(creator)) there.push(creator);
}

/** A handle can be changed by its owner, so it contradicts only where no id says that it is the same account. */
function contradicts(creator: Creator, named: NamedCreator): boolean {
  const differs = (given: string | undefined, own: string | null) =>
    given !== undefined && own !== null && given !== own;
  return differs(named.platformId, creator.platformId) || differs(named.handle, creator.handle);
}

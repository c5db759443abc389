/** The creators that vettings are about: those known by id, handle or name, else new ones. */
import { AppError } from "../domain/errors.ts";
import {
  type Creator,
  completeCreator,
  creatorsMatching,
  insertCreators,
  lockCreatorNames,
  mergedInto,
  nameKeyOf,
} from "../store/creators.ts";
import { type Transaction, together } from "../store/database.ts";
import type { Ctx } from "./ctx.ts";

export interface NamedCreator {
  name: string;
  handle?: string | undefined;
  /** 24 hex digits */
  platformId?: string | undefined;
  link?: string | undefined;
}

/** Several creators are called so, and nothing tells which one is meant. */
export interface Ambiguous {
  ambiguous: readonly Creator[];
}

/** @throws AppError "ambiguous-creator" when several creators are called so and nothing tells which */
export async function findOrCreateCreator(ctx: Ctx, tx: Transaction, named: NamedCreator): Promise<Creator> {
  const [found] = await findOrCreateCreators(ctx, tx, [named]);
  if (found !== undefined && !("ambiguous" in found)) return found;
  const names = found?.ambiguous.map(
    ({ id, name, handle, platformId }) => `${name} (${handle ?? platformId ?? id})`,
  );
  throw new AppError("ambiguous-creator", { text: named.name, names: names?.join(" / ") });
}

/** Many at once, in the order given; what is named later in the list may be a creator that came up before. */
export async function findOrCreateCreators(
  ctx: Ctx,
  tx: Transaction,
  all: readonly NamedCreator[],
): Promise<(Creator | Ambiguous)[]> {
  const names = all.map(({ name }) => name);
  // the look-up is sent with the lock and sees what was committed before it was granted
  const [, known] = await together(lockCreatorNames(tx, names), creatorsMatching(tx, wordsOf(all)));
  const kept = await mergedInto(
    tx,
    known.map(({ id }) => id),
  );
  const added: Creator[] = [];
  const found: (Creator | Ambiguous)[] = [];
  for (const named of all) {
    const [match, ...others] = oneEach(matching(known, named), kept);
    if (others.length > 0 && match !== undefined) {
      found.push({ ambiguous: [match, ...others] });
    } else if (match !== undefined) {
      const handleIsTaken = known.some(
        (other) => other !== match && other.nameKey === match.nameKey && other.handle === named.handle,
      );
      const news = handleIsTaken ? { ...named, handle: undefined } : named;
      await complete(tx, match, news, added.includes(match));
      found.push(match);
    } else {
      const creator = createdFrom(ctx, named);
      const twin = known.find(
        ({ nameKey, handle }) => nameKey === creator.nameKey && handle !== null && handle === creator.handle,
      );
      if (twin === undefined) {
        known.push(creator);
        added.push(creator);
      }
      found.push(twin === undefined ? creator : { ambiguous: [twin] });
    }
  }
  await insertCreators(tx, added);
  return found;
}

/** A person said that some are one: an old handle or name leads to who they are now. */
function oneEach(matches: readonly Creator[], kept: ReadonlyMap<string, Creator>): Creator[] {
  const now = matches.map((match) => kept.get(match.id) ?? match);
  return [...new Map(now.map((match) => [match.id, match])).values()];
}

/** A handle or an id may have been given as a name, and the other way round. */
function wordsOf(all: readonly NamedCreator[]) {
  const words = all
    .flatMap(({ name, handle, platformId }) => [name, handle, platformId])
    .filter((word) => word !== undefined);
  return {
    nameKeys: words.map(nameKeyOf),
    handles: words.map((word) => word.trim()),
    platformIds: words.map((word) => word.trim().toLowerCase()),
  };
}

/** Ids before names: a nickname is not unique, and two people with one name must not become one. */
function matching(known: readonly Creator[], named: NamedCreator): Creator[] {
  const byId = known.filter(({ platformId }) => platformId !== null && platformId === named.platformId);
  if (byId.length > 0) return byId;
  for (const word of [named.platformId, named.handle, named.name]) {
    if (word === undefined) continue;
    const called = known.filter((creator) => isCalled(creator, word) && !contradicts(creator, named));
    if (called.length > 0) return called;
  }
  return [];
}

function isCalled(creator: Creator, word: string): boolean {
  const { nameKey, handle, platformId } = creator;
  return nameKey === nameKeyOf(word) || handle === word.trim() || platformId === word.trim().toLowerCase();
}

/** A handle can be changed by its owner, so it contradicts only where no id says that it is the same account. */
function contradicts(creator: Creator, named: NamedCreator): boolean {
  const differs = (given: string | undefined, own: string | null) =>
    given !== undefined && own !== null && given !== own;
  return differs(named.platformId, creator.platformId) || differs(named.handle, creator.handle);
}

/** Fills what was not known; a creator that is not stored yet is only changed here. */
async function complete(
  tx: Transaction,
  creator: Creator,
  named: NamedCreator,
  isNew: boolean,
): Promise<void> {
  const { handle, platformId, link } = creator;
  creator.handle ??= named.handle ?? null;
  creator.platformId ??= named.platformId ?? null;
  creator.link ??= named.link ?? null;
  const changed = handle !== creator.handle || platformId !== creator.platformId || link !== creator.link;
  if (changed && !isNew) await completeCreator(tx, creator.id, named);
}

function createdFrom(ctx: Ctx, named: NamedCreator): Creator {
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
    createdAt: ctx.clock.now(),
  };
}

/** Ends a creator's exclusivity before its day, or takes back one that was noted wrongly: with a reason, on the record. */
import type { Choice } from "../../chat/card.ts";
import type { Reading } from "../../chat/reading.ts";
import { AppError } from "../../domain/errors.ts";
import { nameKeyOf } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { deleteExclusivity, type Exclusivity, exclusivitiesOf } from "../../store/exclusivities.ts";
import { personRef } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { refreshCreatorCard, sendCreatorCard } from "./creator-card.ts";
import { findKeptCreator } from "./find-creator.ts";

export interface EndedExclusivity {
  creator: string;
  /** an id that a form carries, or the brand */
  which: string;
  reason: string;
}

/**
 * The next vetting no longer raises F9 for it; snapshots stay as they are. source: rules F9
 * @throws AppError "bad-input" where the creator has no such exclusivity, or several of the brand
 */
export async function endExclusivity({ ctx, input }: { ctx: Ctx; input: EndedExclusivity }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { actor } = ctx;
    if (actor === undefined) throw new AppError("unknown-person");
    const creator = await findKeptCreator(unit.tx, input.creator);
    const term = await termCalled(unit.tx, creator, input.which);
    const { brand, category, from, until } = term;
    const { reason } = input;
    await deleteExclusivity(unit.tx, term.id);
    await unit.audit("creator.exclusive-end", creator.id, { brand, category, from, until, reason });
    await refreshCreatorCard(ctx, unit, creator);
    const by = await personRef(unit.tx, actor.id);
    await sendCreatorCard(ctx, unit, creator, { brand, category, from, until, reason, by });
  });
}

async function termCalled(
  db: Querier,
  creator: { id: string; name: string },
  word: string,
): Promise<Exclusivity> {
  const all = await exclusivitiesOf(db, [creator.id]);
  const key = nameKeyOf(word);
  const found = all.filter(({ id, brand }) => id === word || nameKeyOf(brand) === key);
  const [term] = found;
  if (term === undefined || found.length > 1)
    throw new AppError("bad-input", {
      problem: found.length > 1 ? "several-exclusivities" : "no-exclusivity",
      text: word,
      creator: creator.name,
      names: all.map(({ brand }) => brand).join(" / "),
    });
  return term;
}

/** What a form offers to end. */
export async function exclusivityChoices(ctx: Ctx, word: string, r: Reading): Promise<Choice[]> {
  const creator = await findKeptCreator(ctx.store.db, word);
  return (await exclusivitiesOf(ctx.store.db, [creator.id])).map(({ id, brand, category, from, until }) => ({
    value: id,
    label: r.m.creator.exclusivityLine(
      brand,
      r.m.campaign.categories[category] ?? category,
      r.date(from),
      r.date(until),
    ),
  }));
}

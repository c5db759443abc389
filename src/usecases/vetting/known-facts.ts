/** What is known of a creator before a form asks for new numbers. */
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { AppError } from "../../domain/errors.ts";
import { latestFacts } from "../../store/vettings.ts";
import { findCreator } from "../creators/find-creator.ts";
import type { Ctx } from "../ctx.ts";

/**
 * @param words an id or a name; nobody of this name is no error, since the form is how somebody becomes known
 * @throws AppError "ambiguous-creator", and "bad-input" for a short link
 */
export async function knownFor(
  ctx: Ctx,
  words: string | undefined,
): Promise<{ name: string | undefined; facts: CreatorFacts }> {
  if (words === undefined) return { name: undefined, facts: {} };
  const { db } = ctx.store;
  try {
    const creator = await findCreator(db, words);
    return { name: creator.name, facts: (await latestFacts(db, [creator.id])).get(creator.id) ?? {} };
  } catch (error) {
    if (error instanceof AppError && error.code === "unknown-creator") return { name: words, facts: {} };
    throw error;
  }
}

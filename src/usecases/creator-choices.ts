/** Whom a form may be about: the creators of a campaign's shortlist, and the one who was named already. */
import type { Choice } from "../chat/card.ts";
import { AppError } from "../domain/errors.ts";
import type { Creator } from "../store/creators.ts";
import { shortlistOf } from "../store/creators.ts";
import type { Querier } from "../store/database.ts";
import type { Ctx } from "./ctx.ts";
import { findCampaign } from "./find-campaign.ts";
import { findCreator } from "./find-creator.ts";

export interface CreatorChoices {
  campaign: { id: string; name: string; zone: string };
  /** by name, each with the creator's id as value */
  choices: Choice[];
  chosen: Creator | undefined;
}

/**
 * @param known what was given so far, as typed or as a button carries it
 * @throws AppError when the campaign is not clear, or several creators are called so
 */
export async function creatorChoices(
  ctx: Ctx,
  known: { campaign: string | undefined; creator: string | undefined },
): Promise<CreatorChoices> {
  const { db } = ctx.store;
  const campaign = await findCampaign(ctx, db, known.campaign);
  const chosen = known.creator === undefined ? undefined : await knownCreator(db, known.creator);
  const shortlist = await shortlistOf(db, campaign.id);
  const creators = new Map(
    [...shortlist.map(({ creator }) => creator), ...(chosen === undefined ? [] : [chosen])].map((creator) => [
      creator.id,
      creator,
    ]),
  );
  const choices = [...creators.values()].map(({ id, name }) => ({ value: id, label: name }));
  return { campaign, choices, chosen };
}

/** A slip in a name is corrected in the form, where the list stands. */
async function knownCreator(db: Querier, word: string): Promise<Creator | undefined> {
  try {
    return await findCreator(db, word);
  } catch (error) {
    if (error instanceof AppError && error.code === "unknown-creator") return undefined;
    throw error;
  }
}

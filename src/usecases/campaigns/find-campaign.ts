/** Which campaign a call means: the one it names, else the one of the chat it came from, else the only one. */
import { AppError } from "../../domain/errors.ts";
import { type Campaign, campaignById, campaignsOfChat, openCampaigns } from "../../store/campaigns.ts";
import { nameKeyOf } from "../../store/creators.ts";
import { type Querier, together } from "../../store/database.ts";
import type { Ctx } from "../ctx.ts";

/**
 * @param word an id that a button carries, or a name as a person types it
 * @throws AppError "unknown-campaign", "ambiguous-campaign", "no-campaign"
 */
export async function findCampaign(ctx: Ctx, db: Querier, word: string | undefined): Promise<Campaign> {
  if (word !== undefined) return namedCampaign(db, word);
  const campaign = await campaignHere(ctx, db);
  if (campaign === undefined) throw new AppError("no-campaign");
  return campaign;
}

/** The campaign of the chat a call came from, or the only open one; undefined when nothing says which. */
async function campaignHere(ctx: Ctx, db: Querier): Promise<Campaign | undefined> {
  const { where } = ctx;
  const isGroup = where?.chatKind === "group";
  const [[newest], open] = await together(
    isGroup ? campaignsOfChat(db, where.platform, where.chat) : Promise.resolve([]),
    openCampaigns(db),
  );
  if (newest !== undefined) return newest;
  if (open.length > 1)
    throw new AppError("ambiguous-campaign", { names: open.map(({ name }) => name).join(" / ") });
  return open[0];
}

/**
 * The campaign that is named, else the one here where there is no doubt which; vetting works without one too.
 * @throws AppError "unknown-campaign", "ambiguous-campaign" for a name
 */
export async function campaignIfClear(
  ctx: Ctx,
  db: Querier,
  word: string | undefined,
): Promise<Campaign | undefined> {
  if (word !== undefined) return namedCampaign(db, word);
  try {
    return await campaignHere(ctx, db);
  } catch (error) {
    if (error instanceof AppError && error.code === "ambiguous-campaign") return undefined;
    throw error;
  }
}

async function namedCampaign(db: Querier, word: string): Promise<Campaign> {
  const byId = await campaignById(db, word);
  if (byId !== undefined) return byId;
  const open = await openCampaigns(db);
  const matches = open.filter(({ name }) => nameKeyOf(name) === nameKeyOf(word));
  if (matches.length > 1) throw new AppError("ambiguous-campaign", { names: word });
  const [match] = matches;
  if (match !== undefined) return match;
  throw new AppError("unknown-campaign", { text: word, names: open.map(({ name }) => name).join(" / ") });
}

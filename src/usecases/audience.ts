/** Who reads what is sent: the side of one person, or everybody who may be in a chat. */
import type { Destination, PlatformName } from "../chat/ports.ts";
import { type Audience, groupAudience, partyOf } from "../domain/visibility.ts";
import type { Querier } from "../store/database.ts";
import { agenciesKnown, memberById } from "../store/people.ts";
import type { Ctx } from "./ctx.ts";
import type { Recipient } from "./unit.ts";

/** The side of the person who acts, alone. */
export function audienceOfActor({ actor }: Pick<Ctx, "actor">): Audience {
  return actor === undefined ? [] : [partyOf(actor)];
}

/** Everybody who may read an answer to all where a call came from; of a job, only whoever it acts for. */
export async function audienceHere(ctx: Ctx, db: Querier): Promise<Audience> {
  const { where } = ctx;
  if (where === undefined || where.chatKind === "direct") return audienceOfActor(ctx);
  return audienceAt(ctx, db, where.platform, { chat: where.chat });
}

export async function audienceOf(ctx: Ctx, db: Querier, to: Recipient): Promise<Audience> {
  if ("reply" in to) return to.reply === "all" ? audienceHere(ctx, db) : audienceOfActor(ctx);
  if ("member" in to) {
    const member = await memberById(db, to.member);
    return member === undefined ? [] : [partyOf(member)];
  }
  return groupAudience(to.platform, await agenciesIn(db, to.platform), undefined);
}

/** Everybody who may read what a person lets the bot send to a place. */
export async function audienceAt(
  ctx: Pick<Ctx, "actor">,
  db: Querier,
  platform: PlatformName,
  { chat }: Destination,
): Promise<Audience> {
  if (chat === undefined) return audienceOfActor(ctx);
  return groupAudience(platform, await agenciesIn(db, platform), ctx.actor && partyOf(ctx.actor));
}

/** Slack is the brand's: nobody asks there who works with it. */
async function agenciesIn(db: Querier, platform: PlatformName): Promise<string[]> {
  return platform === "slack" ? [] : agenciesKnown(db);
}

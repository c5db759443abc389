/** Who reads what is sent: the side of one person, or everybody who may be in a chat. */
import type { Destination, PlatformName } from "../chat/ports.ts";
import {
  type Audience,
  groupAudience,
  isVisible,
  ownerOf,
  type Party,
  partyOf,
} from "../domain/visibility.ts";
import { sideOfChat } from "../store/chat-sides.ts";
import type { Querier } from "../store/database.ts";
import { memberById, sidesKnown } from "../store/people.ts";
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
  const { platform, to: destination } = to;
  if (destination.chat === undefined) return [];
  return audienceOfGroup(db, platform, destination.chat, undefined);
}

/** Everybody who may read what a person lets the bot send to a place. */
export async function audienceAt(
  ctx: Pick<Ctx, "actor">,
  db: Querier,
  platform: PlatformName,
  { chat }: Destination,
): Promise<Audience> {
  if (chat === undefined) return audienceOfActor(ctx);
  return audienceOfGroup(db, platform, chat, ctx.actor && partyOf(ctx.actor));
}

async function audienceOfGroup(
  db: Querier,
  platform: PlatformName,
  chat: string,
  actor: Party | undefined,
): Promise<Audience> {
  const side = await sideOfChat(db, platform, chat);
  // who works with the brand is asked only where it matters
  const others = platform === "slack" || side !== undefined ? [] : await sidesKnown(db);
  return groupAudience({ platform, side, others }, actor);
}

/** Where other agencies read along, the prices of an agency's list are for whoever shared it. source: rules LP2 */
export function hidesOwnPrices({ actor }: Pick<Ctx, "actor">, audience: Audience): boolean {
  const agency = actor === undefined ? "" : ownerOf(partyOf(actor));
  return agency !== "" && !isVisible("quote", agency, audience);
}

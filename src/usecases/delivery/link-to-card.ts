/** The address of the copy of a card that counts, nearest to where a person clicked. */
import { ChatError } from "../../chat/ports.ts";
import { currentCopy } from "../../store/card-copies.ts";
import { laneOf } from "../../store/outbox.ts";
import type { Ctx } from "../ctx.ts";

/** Undefined when no copy has been sent there, or the platform gives no address now: the refusal says it in words. */
export async function linkToCard(ctx: Ctx, cardKey: string): Promise<string | undefined> {
  const { where, account, chats, store } = ctx;
  if (where === undefined || account === undefined || cardKey === "") return undefined;
  const { platform, chat } = where;
  const lanes = [laneOf(platform, { chat }), laneOf(platform, { user: account.userId })];
  const message = await currentCopy(store.db, cardKey, lanes);
  if (message === undefined) return undefined;
  try {
    return await chats[platform]?.linkTo(message);
  } catch (error) {
    if (error instanceof ChatError) return undefined;
    throw error;
  }
}

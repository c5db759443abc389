/** What the campaign form offers: the chats the bot is in, and the one it was asked from. */
import type { Choice } from "../../chat/card.ts";
import { PLATFORMS, type PlatformName } from "../../chat/ports.ts";
import { chatsOn } from "../../store/chats.ts";
import type { Ctx } from "../ctx.ts";

export interface ChatChoices {
  choices: Choice[];
  /** the group of the call, where it is on this platform */
  here: string | undefined;
}

export async function campaignChats(ctx: Ctx): Promise<Record<PlatformName, ChatChoices>> {
  const [slack, lark] = await Promise.all(PLATFORMS.map((platform) => chatsOf(ctx, platform)));
  const none = { choices: [], here: undefined };
  return { slack: slack ?? none, lark: lark ?? none };
}

async function chatsOf(ctx: Ctx, platform: PlatformName): Promise<ChatChoices> {
  const { where } = ctx;
  const known = await chatsOn(ctx.store.db, platform);
  const choices = known.map(({ chatId, name }) => ({ value: chatId, label: name }));
  const isHere = where?.platform === platform && where.chatKind === "group";
  const here = isHere ? choices.find(({ value }) => value === where.chat)?.value : undefined;
  return { choices, here };
}

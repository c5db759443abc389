/** Learns which chats the bot is in, so that forms can offer them and cards find their language. */
import type { Temporal } from "temporal-polyfill";
import type { PlatformName } from "../../chat/ports.ts";
import { type KnownChat, rememberChat } from "../../store/chats.ts";
import type { Services } from "../ctx.ts";

/** A platform that does not answer is asked again at the next start; cards have defaults until then. */
export async function rememberChats(services: Services): Promise<void> {
  for (const [name, chat] of Object.entries(services.chats)) {
    const platform = name as PlatformName;
    const chats = await chat.listChats().catch((error: unknown) => {
      services.log.warn({ platform, err: error }, "the chats could not be listed");
      return [];
    });
    for (const { id, name: chatName } of chats) {
      await rememberChat(services.store.db, newChat(platform, id, chatName, services.clock.now()));
    }
  }
}

/** A chat as it is until people say otherwise. */
export function newChat(
  platform: PlatformName,
  chatId: string,
  name: string,
  seenAt: Temporal.Instant,
): KnownChat {
  return {
    platform,
    chatId,
    name,
    language: platform === "lark" ? "zh-CN" : "en",
    // where a group sits is not known until a campaign is bound to it
    zone: platform === "lark" ? "Asia/Shanghai" : "UTC",
    seenAt,
  };
}

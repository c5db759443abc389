/** What happens without anybody asking: an opened home, a chat that the bot came into or left. */
import type { Happening } from "../../chat/inbound.ts";
import type { Ctx } from "../ctx.ts";
import { openHome } from "../home/show-home.ts";
import { greetPerson } from "../people/greet-person.ts";
import { joinChat } from "../people/join-chat.ts";
import { leaveChat } from "../people/leave-chat.ts";

/** @param input.at when it happened, ISO 8601, as far as the platform tells */
export async function noticeHappening({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { what: Happening; name: string | undefined; at: string | undefined };
}): Promise<void> {
  const { what, name, at } = input;
  switch (what) {
    case "home-opened":
      return openHome({ ctx });
    case "chat-entered":
      return greetPerson({ ctx });
    case "chat-joined":
      return joinChat({ ctx, input: { name, at } });
    case "chat-left":
      return leaveChat({ ctx, input: { at } });
    default:
      return what satisfies never;
  }
}

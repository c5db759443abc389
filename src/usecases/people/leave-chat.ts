/** The bot was removed from a chat: forms offer it no more. */
import { Temporal } from "temporal-polyfill";
import { AppError } from "../../domain/errors.ts";
import { chatKnown, forgetChat } from "../../store/chats.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";

/** The verb under which a removal is kept, with when it happened. */
export const CHAT_LEFT = "chat.leave";

/** @param input.at when it happened: a removal that a later invitation has overtaken changes nothing */
export async function leaveChat({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { at: string | undefined };
}): Promise<void> {
  const { where } = ctx;
  if (where === undefined) throw new AppError("internal");
  const { platform, chat } = where;
  await transact(ctx, async (unit) => {
    const at = input.at === undefined ? unit.now : Temporal.Instant.from(input.at);
    const known = await chatKnown(unit.tx, platform, chat);
    if (known !== undefined && Temporal.Instant.compare(known.seenAt, at) > 0)
      return unit.audit("chat.leave-late", `${platform}:${chat}`);
    await forgetChat(unit.tx, platform, chat);
    await unit.audit(CHAT_LEFT, `${platform}:${chat}`, { at: at.toString() });
  });
}

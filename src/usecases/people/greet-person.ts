/** Greets a person who opens the bot's private chat for the first time. */
import { AppError } from "../../domain/errors.ts";
import { finishInbox } from "../../store/inbox.ts";
import { isKnownKey } from "../../store/outbox.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";

/** People open a chat many times a day: all but the first opening leave nothing behind. */
export async function greetPerson({ ctx }: { ctx: Ctx }): Promise<void> {
  const { account, actor, inboxKey } = ctx;
  if (account === undefined) throw new AppError("unknown-person");
  const { platform, userId: user } = account;
  const key = `greeting:${platform}:@${user}`;
  if (await isKnownKey(ctx.store.db, key)) {
    if (inboxKey !== undefined) await finishInbox(ctx.store.db, inboxKey, ctx.clock.now());
    return;
  }
  await transact(ctx, async (unit) => {
    await unit.audit("chat.enter", `${platform}:@${user}`);
    await unit.send({
      to: { reply: "actor" },
      template: "greeting",
      data: { platform, place: actor === undefined ? "stranger" : "direct", campaign: null, canBind: false },
      key,
    });
  });
}

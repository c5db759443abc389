/** Shows a person what waits on them: on the home they opened, or as a card where they asked. */
import { AppError } from "../../domain/errors.ts";
import { queueHome } from "../../store/homes.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { homeCardOf } from "./home-card.ts";

/** The home of the account that acts; also of somebody who is no member, who learns how to become one. */
export async function openHome({ ctx }: { ctx: Ctx }): Promise<void> {
  const { account } = ctx;
  if (account === undefined) throw new AppError("unknown-person");
  const { platform, userId: user } = account;
  await transact(ctx, async (unit) => {
    await unit.audit("home.open", `${platform}:${user}`);
    unit.wake(await queueHome(unit.tx, { id: ctx.newId("msg"), platform, user, now: unit.now }));
  });
}

export async function showHome({ ctx }: { ctx: Ctx }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { actor } = ctx;
    if (actor === undefined) throw new AppError("unknown-person");
    const data = await homeCardOf(ctx, unit.tx, actor, unit.now);
    await unit.audit("home.show", actor.id);
    await unit.send({ to: { reply: "actor" }, template: "home", data });
  });
}

/** How the score is made, with the version of the rules. */
import { RULES_VERSION } from "../../domain/rules.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";

export async function showRules({ ctx }: { ctx: Ctx }): Promise<void> {
  await transact(ctx, async (unit) => {
    await unit.audit("rules.show", RULES_VERSION);
    await unit.send({
      to: { reply: "actor" },
      template: "rules-card",
      data: { version: RULES_VERSION },
    });
  });
}

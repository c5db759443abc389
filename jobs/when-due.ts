/** What jobs of due things share: they act for that thing alone, and not once it is done, cancelled or moved. */
import type { Ctx } from "../src/usecases/ctx.ts";
import { AlreadyDone } from "../src/usecases/unit.ts";

/** @param due the key of what fell due; `work` gets a context that marks it as done with its own changes */
export async function whenDue(ctx: Ctx, due: string, work: (ctx: Ctx) => Promise<void>): Promise<void> {
  try {
    await work({ ...ctx, dueKey: due });
  } catch (error) {
    if (!(error instanceof AlreadyDone)) throw error;
  }
}

/** Things that fell due and whose jobs were given up: those who wait for them are told so, with a way to try again. */
import { dueByKey } from "../../store/dues.ts";
import type { Ctx } from "../ctx.ts";
import { tellImportGivenUp } from "../imports/import-given-up.ts";

/** By the name of the job: who waits for it, and on which card. Of all others the dead letters tell (`/stuck`). */
const TELL: Readonly<Record<string, (ctx: Ctx, payload: Record<string, unknown>) => Promise<void>>> = {
  "import-list": (ctx, payload) => tellImportGivenUp({ ctx, input: { import: String(payload["import"]) } }),
  "send-ranking": (ctx, payload) => tellImportGivenUp({ ctx, input: { import: String(payload["import"]) } }),
};

/**
 * @returns what a sweep calls with the keys of all due things whose jobs are given up: each is told once. It may be told
 *   again by another process or after a start, so that telling twice must change nothing.
 */
export function createGiveUp(ctx: Ctx): (dead: ReadonlySet<string>) => Promise<void> {
  const told = new Set<string>();
  return async (dead) => {
    for (const key of told) if (!dead.has(key)) told.delete(key);
    for (const key of dead) {
      if (told.has(key)) continue;
      try {
        const due = await dueByKey(ctx.store.db, key);
        const isOpen = due !== undefined && due.doneAt === null && due.cancelledAt === null;
        if (isOpen) await TELL[due.job]?.(ctx, due.payload);
        told.add(key);
      } catch (err) {
        ctx.log.error({ err, due: key }, "that a job was given up is told at the next sweep");
      }
    }
  };
}

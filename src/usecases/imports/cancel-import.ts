/** Stops a list before it is ranked. Whoever was vetted so far stays vetted; the rest of the list is left alone. */
import type { Role } from "../../chat/people.ts";
import { AppError } from "../../domain/errors.ts";
import { lockListImport, updateListImport } from "../../store/imports.ts";
import { removeListParts } from "../../store/list-parts.ts";
import { personRef } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { transact } from "../unit.ts";
import { importCardKey, importDueKey, progressOf } from "./import-cards.ts";
import { isOver } from "./open-import.ts";

/** Besides the person who shared the list. */
const MAY_CANCEL: readonly Role[] = ["admin", "manager"];

/**
 * Waits for the part that is being stored at this moment, which is kept whole.
 * @throws AppError "not-allowed" {roles, role}; "old-card" when the list is over already
 */
export async function cancelImport({ ctx, input }: { ctx: Ctx; input: { import: string } }): Promise<void> {
  const { actor } = ctx;
  if (actor === undefined) throw new AppError("unknown-person");
  await transact(ctx, async (unit) => {
    const now = await lockListImport(unit.tx, input.import);
    if (now === undefined || isOver(now)) throw new AppError("old-card");
    if (actor.id !== now.startedBy && !MAY_CANCEL.includes(actor.role)) {
      const roles = MAY_CANCEL.join(",");
      throw new AppError("not-allowed", { command: "import cancel", roles, role: actor.role });
    }
    await updateListImport(unit.tx, now.id, { state: "cancelled", finishedAt: unit.now });
    await removeListParts(unit.tx, now.id);
    await unit.cancel(importDueKey(now.id));
    await unit.audit("import.cancel", now.id, { done: now.done, total: now.total });
    const cancelled = { by: await personRef(unit.tx, actor.id), at: unit.now.toString() };
    const shown = progressOf(now, await personRef(unit.tx, now.startedBy), { cancelled });
    await unit.refresh(importCardKey(now.id), "import-progress", shown);
  });
}

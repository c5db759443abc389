/** An import that is still at work: done, failed and cancelled ones stay as they are. */
import { type ListImport, lockListImport } from "../../store/imports.ts";
import { AlreadyDone, type Unit } from "../unit.ts";

export function isOver({ state }: ListImport): boolean {
  return state === "done" || state === "failed" || state === "cancelled";
}

/** Locks the import. @throws AlreadyDone when somebody cancelled it or another process finished it */
export async function lockOpen({ tx }: Pick<Unit, "tx">, id: string): Promise<ListImport> {
  const now = await lockListImport(tx, id);
  if (now === undefined || isOver(now)) throw new AlreadyDone(id);
  return now;
}

/** Locks an import whose rows are still at work, ranked or not. @throws AlreadyDone when somebody stopped it, or it failed */
export async function lockUnstopped({ tx }: Pick<Unit, "tx">, id: string): Promise<ListImport> {
  const now = await lockListImport(tx, id);
  if (now === undefined || (isOver(now) && now.state !== "done")) throw new AlreadyDone(id);
  return now;
}

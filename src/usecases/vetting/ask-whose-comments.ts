/** A file that came as a list holds comments: asks under whose notes they stand. */
import type { ListImport } from "../../store/imports.ts";
import { updateListImport } from "../../store/imports.ts";
import type { Ctx } from "../ctx.ts";
import { importCardKey } from "../imports/import-cards.ts";
import { lockOpen } from "../imports/open-import.ts";
import { transact } from "../unit.ts";

/** @throws AlreadyDone when another process was faster, or somebody cancelled it */
export async function askWhoseComments(ctx: Ctx, { id }: Pick<ListImport, "id">): Promise<void> {
  await transact(ctx, async (unit) => {
    const { file, fileName } = await lockOpen(unit, id);
    // it is no list; what comes of it is no import
    await updateListImport(unit.tx, id, { state: "failed", finishedAt: unit.now });
    await unit.audit("import.comments", id);
    await unit.refresh(importCardKey(id), "comment-file", {
      fileName,
      state: "asking",
      creator: null,
      file: JSON.stringify(file),
      failure: null,
    });
  });
}

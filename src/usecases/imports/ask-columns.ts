/** Asks what the columns of a list mean where nobody knows its header; the import waits for the answer. */
import type { PersonRef } from "../../chat/card.ts";
import type { UnknownColumns } from "../../imports/read-import.ts";
import { type ListImport, lockListImport, updateListImport } from "../../store/imports.ts";
import type { Ctx } from "../ctx.ts";
import { AlreadyDone, transact } from "../unit.ts";
import { askable } from "./column-forms.ts";
import { importCardKey } from "./import-cards.ts";
import { mappingCardOf } from "./mapping-card.ts";

/** @throws AlreadyDone when another process was faster */
export async function askForColumns(
  ctx: Ctx,
  started: ListImport,
  startedBy: PersonRef,
  { shape, asked }: UnknownColumns,
): Promise<void> {
  await transact(ctx, async (unit) => {
    const now = await lockListImport(unit.tx, started.id);
    if (now === undefined || now.state !== "waiting") throw new AlreadyDone(started.id);
    const columns = askable(asked);
    await updateListImport(unit.tx, started.id, { state: "asking", shape, asked: columns });
    await unit.audit("import.ask", started.id, { columns: columns.map(({ title }) => title) });
    await unit.refresh(
      importCardKey(started.id),
      "import-mapping",
      mappingCardOf({ ...now, asked: columns }, startedBy),
    );
  });
}

/** Shared lists that wait for whoever shared them: what their columns mean, or doubtful rows. */
import type { TemplateInput } from "../../chat/template-data.ts";
import type { Querier } from "../../store/database.ts";
import { importsAsking } from "../../store/open-work.ts";
import { pagesOf } from "./column-forms.ts";
import { pagesSaid } from "./said-columns.ts";

/** Only their own: an answer decides on numbers that others have not seen. */
export async function waitingImports(
  db: Querier,
  memberId: string,
): Promise<NonNullable<TemplateInput<"home">["imports"]>> {
  const rows = await importsAsking(db, memberId);
  return rows.map(({ id, fileName, asked, questions }) => {
    const columns = asked ?? [];
    const said = pagesSaid(columns);
    // the first form that was not sent yet
    const from = questions > 0 ? null : (pagesOf(columns).find((page) => !said.includes(page)) ?? 0);
    return { id, fileName, questions, from };
  });
}

/** The card that asks what the columns of a list mean, with what was said so far. */
import type { PersonRef } from "../../chat/card.ts";
import type { TemplateInput } from "../../chat/template-data.ts";
import type { ListImport } from "../../store/imports.ts";
import { pagesOf } from "./column-forms.ts";
import { clashIn, meaningsNow, pagesSaid, saysWho } from "./said-columns.ts";

export function mappingCardOf(
  { id, fileName, asked, startedAt }: ListImport,
  startedBy: PersonRef,
): TemplateInput<"import-mapping"> {
  const columns = asked ?? [];
  const meanings = meaningsNow(columns);
  const pages = pagesOf(columns);
  const said = pagesSaid(columns);
  const clash = clashIn(columns);
  const isAllSaid = said.length === pages.length;
  return {
    id,
    fileName,
    columns: columns.map(({ title, example }) => ({ title, example, guess: meanings[title] ?? null })),
    pages,
    said,
    clash: clash === undefined ? null : { meaning: clash.meaning, columns: [clash.column, clash.other] },
    namesNobody: isAllSaid && !saysWho(meanings),
    startedBy,
    startedAt: startedAt.toString(),
  };
}

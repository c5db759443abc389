/** An expected refusal: one sentence that says what to do. */
import { line, link } from "../src/chat/card.ts";
import { RefusalData } from "../src/chat/features/common.ts";
import { defineTemplate } from "../src/chat/template.ts";
import type { ErrorCode } from "../src/domain/errors.ts";

export const refusal = defineTemplate({
  data: RefusalData,
  render: ({ code, details }, r) => {
    const { refusals, refusalTitle, roles, currentCard } = r.m.common;
    const { link: url, ...named } = details;
    if (typeof named["role"] === "string") named["role"] = roleNames(named["role"], roles);
    if (typeof named["roles"] === "string") named["roles"] = roleNames(named["roles"], roles);
    const sentence = (refusals[code as ErrorCode] ?? refusals.internal)(named);
    const current = typeof url === "string" ? [line(link(currentCard, url))] : [];
    return { title: refusalTitle, tone: "warning", summary: sentence, body: [line(sentence), ...current] };
  },
});

function roleNames(ids: string, names: Readonly<Record<string, string>>): string {
  return ids
    .split(",")
    .map((id) => names[id] ?? id)
    .join(" / ");
}

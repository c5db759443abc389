/** Pictures with the words for those who cannot see them; the words alone where there is no picture. */
import type { Picture } from "../chat/card.ts";
import { type Element, markdown, plainText, unlessEmpty } from "./element.ts";
import { escapeMarkdown, plainly } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { type Sheet, shorten } from "./sheet.ts";
import { boldMarkdown } from "./spans.ts";

export function drawPicture({ file, alt, title = "" }: Picture, sheet: Sheet): Element[] {
  const key = sheet.style === "native" ? sheet.pictures.get(file) : undefined;
  const words = plainly(shorten(alt, LIMITS.altText, sheet)).trim();
  const head = plainly(shorten(title, LIMITS.altText, sheet))
    .replaceAll("\n", " ")
    .trim();
  if (key === undefined)
    return unlessEmpty(`${boldMarkdown(head)}\n${escapeMarkdown(words)}`.trim(), markdown);
  return [
    {
      tag: "img",
      img_key: key,
      alt: plainText(words === "" ? "…" : words),
      ...(head === "" ? {} : { title: plainText(head) }),
    },
  ];
}

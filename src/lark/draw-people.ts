/** People: those Lark knows appear with picture and card but without being notified; the others by name. */
import type { PersonRef } from "../chat/card.ts";
import { type Element, markdown, unlessEmpty } from "./element.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { type Sheet, shorten } from "./sheet.ts";
import { boldMarkdown, isOpenId } from "./spans.ts";

export function drawPeople(label: string, people: readonly PersonRef[], sheet: Sheet): Element[] {
  const isShown = ({ lark }: PersonRef) => sheet.style === "native" && isOpenId(lark);
  const known = [...new Set(people.filter(isShown).map((person) => person.lark))];
  const others = people.filter((person) => !isShown(person)).map((person) => person.name.trim());
  const names = escapeMarkdown(
    shorten(others.filter((name) => name !== "").join(", "), sheet.room.textChars, sheet),
  );
  const head = `${boldMarkdown(shorten(label, 200, sheet))} ${names}`.trim();
  return [
    ...unlessEmpty(head, markdown),
    ...(known.length === 0
      ? []
      : [
          {
            tag: "person_list",
            drop_invalid_user_id: true,
            show_name: true,
            show_avatar: true,
            size: "small",
            persons: known.map((id) => ({ id })),
          },
        ]),
  ];
}

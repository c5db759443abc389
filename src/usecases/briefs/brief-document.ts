/** A brief as a document in two languages side by side. */
import type { BilingualDocument, Block } from "../../chat/documents.ts";
import type { Messages } from "../../chat/messages.ts";
import type { Language } from "../../chat/people.ts";
import type { BriefContent } from "./brief-content.ts";

/**
 * @param about the creator's name, the version from 1, and the day of making as `YYYY-MM-DD`
 * @returns both columns; a text that nobody gave is named as not given, never translated
 */
export function briefDocument(
  messages: Readonly<Record<Language, Messages>>,
  about: { creator: string; version: number; date: string },
  { brand, product, sections }: BriefContent,
): BilingualDocument {
  const en = messages.en.brief;
  const zh = messages["zh-CN"].brief;
  const subject = `${brand} ${product}`;
  return {
    title: { en: en.file.title(about.creator, subject), zh: zh.file.title(about.creator, subject) },
    sections: sections.map((section) => ({
      id: section.id,
      heading: { en: en.sections[section.id], zh: zh.sections[section.id] },
      en: blocksOf(section.en, en.notGiven.en),
      zh: blocksOf(section.zh, zh.notGiven.zh),
    })),
    footer: {
      en: en.file.footer(about.version, about.date),
      zh: zh.file.footer(about.version, about.date),
    },
  };
}

/** One line is a paragraph, several are points. */
function blocksOf(text: string, notGiven: string): Block[] {
  const [first = notGiven, ...more] = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return more.length === 0
    ? [{ kind: "paragraph", text: first }]
    : [{ kind: "bullets", items: [first, ...more] }];
}

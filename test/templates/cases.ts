/** Every template with every sample, drawn as a reader gets it. */
import type { Card } from "../../src/chat/card.ts";
import type { Language } from "../../src/chat/people.ts";
import { createReading } from "../../src/chat/reading.ts";
import { type TemplateName, templateData } from "../../src/chat/template-data.ts";
import { templates } from "../../templates/index.ts";
import { locales } from "../../templates/locales/index.ts";
import { samples } from "./samples/index.ts";
import type { Sample } from "./samples/sample.ts";

export const TEMPLATE_NAMES = Object.keys(templateData) as TemplateName[];

export interface Case {
  template: TemplateName;
  name: string;
  sample: Sample<TemplateName>;
}

export const CASES: readonly Case[] = TEMPLATE_NAMES.flatMap((template) =>
  Object.entries(samples[template] ?? {}).map(([name, sample]) => ({ template, name, sample })),
);

/** The way a message takes: stored as JSON, checked by its schema, drawn for one reader. */
export function draw(
  { template, sample }: Pick<Case, "template" | "sample">,
  language: Language,
  zone: string,
): Card {
  const stored: unknown = JSON.parse(JSON.stringify(sample.data));
  const reading = createReading(language, zone, locales[language]);
  return templates[template].render(templates[template].data.parse(stored), reading);
}

/** Every sample of every template, and the card with everything, as both platforms show it: what the gallery lays out. */
import type { Card } from "../src/chat/card.ts";
import { leftOutWords } from "../src/chat/left-out.ts";
import { LANGUAGES, type Language } from "../src/chat/people.ts";
import { createReading } from "../src/chat/reading.ts";
import { renderCard } from "../src/lark/render-card.ts";
import { drawCard } from "../src/slack/draw-card.ts";
import { locales } from "../templates/locales/index.ts";
import { catalogue, PICTURE } from "../test/cards/catalogue.ts";
import { CASES, draw } from "../test/templates/cases.ts";

const STYLES = ["native", "plain"] as const;
type Style = (typeof STYLES)[number];

interface Drawing {
  language: Language;
  style: Style;
  /** blocks of Slack */
  slack: unknown[];
  /** Card JSON 2.0 */
  lark: unknown;
}

export interface Sample {
  template: string;
  name: string;
  drawings: Drawing[];
}

/** Where the readers of a language usually sit. */
const ZONES: Record<Language, string> = { en: "Europe/Berlin", "zh-CN": "Asia/Shanghai" };

export function allSamples(): Sample[] {
  return [
    sampleOf("everything", "catalogue", catalogue),
    ...CASES.map((one) =>
      sampleOf(one.template, one.name, (language) => draw(one, language, ZONES[language])),
    ),
  ];
}

function sampleOf(template: string, name: string, card: (language: Language) => Card): Sample {
  const drawings = LANGUAGES.flatMap((language) => {
    const words = leftOutWords(createReading(language, ZONES[language], locales[language]));
    const drawn = card(language);
    const pictures = new Map([[PICTURE, PICTURE]]);
    return STYLES.map((style) => ({
      language,
      style,
      slack: drawCard(drawn, style, words, pictures).blocks,
      lark: renderCard(drawn, "gallery", words, { style, pictures }),
    }));
  });
  return { template, name, drawings };
}

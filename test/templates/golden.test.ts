/** Every card in both languages, as itself and as each platform gets it, against what was accepted. */
import { describe, expect, test } from "vitest";
import { leftOutWords } from "../../src/chat/left-out.ts";
import { LANGUAGES, type Language } from "../../src/chat/people.ts";
import { createReading } from "../../src/chat/reading.ts";
import { checkCard } from "../../src/lark/check-card.ts";
import { renderCard } from "../../src/lark/render-card.ts";
import { checkCard as larkTakes } from "../../src/sandbox/lark/check-card.ts";
import { checkBlocks as slackTakes } from "../../src/sandbox/slack/check-blocks.ts";
import { checkMessage } from "../../src/slack/check-payload.ts";
import { drawCard } from "../../src/slack/draw-card.ts";
import { locales } from "../../templates/locales/index.ts";
import { expectGolden, expectNoOtherGolden } from "../support/golden.ts";
import { CASES, draw, TEMPLATE_NAMES } from "./cases.ts";
import { samples } from "./samples/index.ts";
import { LARK_PEOPLE } from "./samples/sample.ts";

/** Where the readers of a language usually sit. */
const ZONES: Record<Language, string> = { en: "Europe/Berlin", "zh-CN": "Asia/Shanghai" };
const RENDERINGS = ["card", "slack", "lark"] as const;

const known = { isImage: () => false, isPerson: (id: string) => LARK_PEOPLE.includes(id) };

test.each(TEMPLATE_NAMES)("%s has a sample", (name) => {
  expect(Object.keys(samples[name] ?? {})).not.toEqual([]);
});

describe.each(CASES)("$template, $name", (one) => {
  test.each(LANGUAGES)("in %s both platforms take it, and it looks as it was accepted", async (language) => {
    const words = leftOutWords(createReading(language, ZONES[language], locales[language]));
    const card = draw(one, language, ZONES[language]);
    const slack = drawCard(card, "native", words);
    const lark = renderCard(card, "sample", words);
    for (const message of [slack, drawCard(card, "plain", words)]) {
      expect(checkMessage(message)).toEqual([]);
      expect(slackTakes(message.blocks, "message")).toEqual([]);
    }
    expect(checkCard(lark)).toEqual([]);
    const { problems, warnings } = larkTakes(lark, known);
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });

    const file = `templates/${one.template}.${one.name}.${language}`;
    await expectGolden(`${file}.card`, card);
    await expectGolden(`${file}.slack`, slack);
    await expectGolden(`${file}.lark`, lark);
  });
});

test("no golden file is left over", async () => {
  const files = CASES.flatMap(({ template, name }) =>
    LANGUAGES.flatMap((language) =>
      RENDERINGS.map((rendering) => `${template}.${name}.${language}.${rendering}`),
    ),
  );
  await expectNoOtherGolden("templates", files);
});

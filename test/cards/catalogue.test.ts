/** The card with everything, in both languages, as each platform shows it natively and plainly, against what was accepted. */
import { describe, expect, test } from "vitest";
import { leftOutWords } from "../../src/chat/left-out.ts";
import { LANGUAGES } from "../../src/chat/people.ts";
import { createReading } from "../../src/chat/reading.ts";
import { checkCard } from "../../src/lark/check-card.ts";
import { renderCard } from "../../src/lark/render-card.ts";
import { checkCard as larkTakes } from "../../src/sandbox/lark/check-card.ts";
import { checkBlocks as slackTakes } from "../../src/sandbox/slack/check-blocks.ts";
import { checkMessage } from "../../src/slack/check-payload.ts";
import { drawCard } from "../../src/slack/draw-card.ts";
import { locales } from "../../templates/locales/index.ts";
import { expectGolden, expectNoOtherGolden } from "../support/golden.ts";
import { LARK_PEOPLE } from "../templates/samples/sample.ts";
import { catalogue, PICTURE } from "./catalogue.ts";

const STYLES = ["native", "plain"] as const;
const IMAGE_KEY = "img_v3_moodboard";
const known = {
  isImage: (key: string) => key === IMAGE_KEY,
  isPerson: (id: string) => LARK_PEOPLE.includes(id),
};

describe.each(LANGUAGES)("in %s", (language) => {
  const card = catalogue(language);
  const words = leftOutWords(createReading(language, "Asia/Shanghai", locales[language]));

  test.each(STYLES)("Slack takes the %s form, which looks as it was accepted", async (style) => {
    const message = drawCard(card, style, words, new Map([[PICTURE, "F0MOODBOARD"]]));
    expect(checkMessage(message)).toEqual([]);
    expect(slackTakes(message.blocks, "message")).toEqual([]);
    await expectGolden(`cards/catalogue.${language}.slack.${style}`, message);
  });

  test.each(STYLES)("Lark takes the %s form, which looks as it was accepted", async (style) => {
    const json = renderCard(card, "sample", words, { style, pictures: new Map([[PICTURE, IMAGE_KEY]]) });
    expect(checkCard(json, new Set([IMAGE_KEY]))).toEqual([]);
    expect(larkTakes(json, known)).toMatchObject({ problems: [], warnings: [] });
    await expectGolden(`cards/catalogue.${language}.lark.${style}`, json);
  });
});

test("no golden file is left over", async () => {
  await expectNoOtherGolden(
    "cards",
    LANGUAGES.flatMap((language) =>
      ["slack", "lark"].flatMap((platform) =>
        STYLES.map((style) => `catalogue.${language}.${platform}.${style}`),
      ),
    ),
  );
});

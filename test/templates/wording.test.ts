/** The two languages say the same: equal numbers, and each in its own words. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Card } from "../../src/chat/card.ts";
import type { Messages } from "../../src/chat/messages.ts";
import { createRegistry } from "../../src/chat/registry.ts";
import { numbersIn } from "../../src/domain/numbers-in-text.ts";
import { locales } from "../../templates/locales/index.ts";
import { linesOf } from "../support/card-text.ts";
import { chineseWords, latinSentences } from "../support/wording.ts";
import { CASES, type Case, draw } from "./cases.ts";
import { INPUT_PROBLEMS, REFUSALS } from "./samples/common.ts";

/** What English cards quote from exports and profiles, and units as people type them. */
const QUOTED_IN_ENGLISH = ["小红书号", "博主昵称", "昵称", "8.2万"];

const inEnglish = (one: Case): Card => draw(one, "en", "Asia/Shanghai");
const inChinese = (one: Case): Card => draw(one, "zh-CN", "Asia/Shanghai");
const numbersOf = (card: Card): number[] => linesOf(card).flatMap(numbersIn);

/** Sorted, without those that only this language shows. */
function withoutOwn(numbers: readonly number[], own: readonly number[] = []): number[] {
  const left = [...numbers];
  for (const number of own) {
    const at = left.indexOf(number);
    expect(at, `${number} is said to be on the card`).toBeGreaterThanOrEqual(0);
    left.splice(at, 1);
  }
  return left.toSorted((a, b) => a - b);
}

describe.each(CASES)("$template, $name", (one) => {
  const { verbatim = [], onlyIn } = one.sample;

  test("carries equal numbers in both languages", () => {
    expect(withoutOwn(numbersOf(inChinese(one)), onlyIn?.["zh-CN"])).toEqual(
      withoutOwn(numbersOf(inEnglish(one)), onlyIn?.en),
    );
  });

  test("holds no Latin sentence in Chinese and no Chinese in English", () => {
    const chinese = linesOf(inChinese(one)).flatMap((line) => latinSentences(line, verbatim));
    const english = linesOf(inEnglish(one)).flatMap((line) =>
      chineseWords(line, [...verbatim, ...QUOTED_IN_ENGLISH]),
    );
    expect({ chinese, english }).toEqual({ chinese: [], english: [] });
  });
});

/** Sentences that come from a code instead of a template of their own. */
const SENTENCES = [
  ...Object.entries(REFUSALS).flatMap(([code, all]) =>
    all.map((details) => ({
      code,
      verbatim: Object.values(details).map(String),
      say: ({ common }: Messages) =>
        common.refusals[code as keyof typeof REFUSALS](details as Record<string, string | number>),
    })),
  ),
  ...Object.entries(INPUT_PROBLEMS).map(([code, value]) => ({
    code,
    verbatim: [value],
    say: ({ common }: Messages) => common.inputProblem.problems[code as keyof typeof INPUT_PROBLEMS](value),
  })),
];

test.each(SENTENCES)("$code is said in both languages, with equal numbers", ({ say, verbatim }) => {
  const [english, chinese] = [say(locales.en), say(locales["zh-CN"])];
  expect(latinSentences(chinese, verbatim)).toEqual([]);
  expect(chineseWords(english, [...verbatim, ...QUOTED_IN_ENGLISH])).toEqual([]);
  expect(`${english}${chinese}`).not.toMatch(/undefined|null|NaN|\[object/u);
  expect(numbersIn(chinese)).toEqual(numbersIn(english));
});

/** What the other app's people are told to type, who may be on Slack, where commands are Latin. */
const TYPED_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  "people.ts": ["/link"],
  "common.ts": ["/link"],
  "home.ts": ["/vet", "/help"],
};

describe("Chinese texts name commands by the words that people type in Lark", () => {
  const registry = createRegistry(commands);
  const folder = new URL("../../templates/locales/zh-CN/", import.meta.url);

  test.each(readdirSync(folder))("%s", (file) => {
    const text = readFileSync(new URL(file, folder), "utf8").replaceAll(/^import .*$|[\w.]+\.com\S*/gmu, "");
    const latin = [...text.matchAll(/(?<![\p{L}\d<>./*}])\/[a-z]+/gu)].map(([word]) => word);
    expect(latin.filter((word) => TYPED_ELSEWHERE[file]?.includes(word) !== true)).toEqual([]);
    const lines = [...text.matchAll(/(?<![\p{L}\d])\/(\p{Script=Han}+(?: \p{Script=Han}+)?)/gu)];
    const unknown = lines
      .map(([, line = ""]) => line)
      .filter((line) => registry.fromLine(line) === undefined);
    expect(unknown).toEqual([]);
  });
});

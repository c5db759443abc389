/** Numbers as their reader writes them: short where that is exact, and never rounded. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createReading } from "../../src/chat/reading.ts";
import { parseCount } from "../../src/domain/numbers.ts";
import { locales } from "../../templates/locales/index.ts";

const chinese = createReading("zh-CN", "Asia/Shanghai", locales["zh-CN"]);
const english = createReading("en", "Europe/Berlin", locales.en);

test.each([
  [9_999, "9,999"],
  [10_000, "1万"],
  [82_000, "8.2万"],
  [58_500, "5.85万"],
  [49_997, "49,997"],
  [1_000_001, "1,000,001"],
  [12_340_000, "1,234万"],
])("%d followers are %s in Chinese", (followers, words) => {
  expect(chinese.count(followers)).toBe(words);
});

test("a count is read back as it was, in both languages", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300_000_000 }), fc.constantFrom(1, 100, 10_000), (value, unit) => {
      const count = Math.floor(value / unit) * unit;
      for (const reading of [chinese, english])
        expect(parseCount(reading.count(count))).toEqual({ ok: true, value: count });
    }),
  );
});

/** Cells of every kind of text: what is read is what a plain reading of that text says, and nothing is made up. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readChange, readCount, readPrice, readShare, readShares } from "../../src/imports/read-cell.ts";

const noise = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        "1",
        "9",
        "0",
        ".",
        ",",
        "%",
        "万",
        "亿",
        "千",
        "k",
        "w",
        "+",
        "-",
        "|",
        ":",
        "¥",
        " ",
        "e",
        "null",
        "NaN",
        "Infinity",
        "０",
        "％",
        "上海",
      ),
      {
        maxLength: 7,
      },
    )
    .map((parts) => parts.join("")),
);

/** Every run of digits, commas and points in the text, and the powers of ten that its units may stand for. */
function saidBy(text: string): number[] {
  const plain = text.normalize("NFKC");
  const digits = [...plain.matchAll(/\d[\d,]*(?:\.\d+)?|\.\d+/gu)].map(([run]) =>
    Number(run.replaceAll(",", "")),
  );
  const powers = [1, 1e-2, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
  return digits.flatMap((value) => powers.map((power) => value * power));
}
const isSaid = (text: string, value: number) =>
  saidBy(text).some((said) => Math.abs(said - value) <= 1e-9 * Math.max(1, Math.abs(said)));

const run = { numRuns: 3_000 };

describe("whatever stands in a cell", () => {
  test("a count is a finite number of at least 0 that the text names", () => {
    fc.assert(
      fc.property(
        noise,
        fc.boolean(),
        fc.constantFrom("mean", undefined),
        (text, tenThousands, statistic) => {
          const parsed = readCount(text, { tenThousands, statistic });
          if (!parsed.ok) return;
          expect(Number.isFinite(parsed.value) && parsed.value >= 0).toBe(true);
          expect(isSaid(text, parsed.value)).toBe(true);
          expect(text).not.toMatch(/\+$/u);
        },
      ),
      run,
    );
  });

  test("a price is a whole number of fen above 0 that the text names", () => {
    fc.assert(
      fc.property(noise, fc.boolean(), (text, tenThousands) => {
        const parsed = readPrice(text, tenThousands);
        if (!parsed.ok) return;
        expect(Number.isSafeInteger(parsed.value.amount) && parsed.value.amount > 0).toBe(true);
        expect(
          isSaid(text, parsed.value.currency === "JPY" ? parsed.value.amount : parsed.value.amount / 100),
        ).toBe(true);
      }),
      run,
    );
  });

  test("a share is from 0 to 1 and named by the text", () => {
    fc.assert(
      fc.property(
        noise,
        fc.constantFrom("percent", "fraction", "unclear"),
        fc.boolean(),
        (text, scale, second) => {
          const parsed = readShare(text, scale, second);
          if (!parsed.ok) return;
          expect(parsed.value >= 0 && parsed.value <= 1).toBe(true);
          expect(isSaid(text, parsed.value)).toBe(true);
        },
      ),
      run,
    );
  });

  test("named shares are each from 0 to 1, and together no more than the whole", () => {
    fc.assert(
      fc.property(noise, (text) => {
        const parsed = readShares(text);
        if (!parsed.ok) return;
        const values = Object.values(parsed.value);
        for (const value of values) expect(isSaid(text, value)).toBe(true);
        expect(values.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1.0101);
      }),
      run,
    );
  });

  test("a change is a finite number that the text names", () => {
    fc.assert(
      fc.property(noise, fc.constantFrom("percent", "fraction"), (text, scale) => {
        const parsed = readChange(text, scale);
        if (parsed.ok) expect(isSaid(text, Math.abs(parsed.value))).toBe(true);
      }),
      run,
    );
  });
});

describe("what a number is written as is what is read", () => {
  const whole = fc.integer({ min: 0, max: 299_999_999 });
  test("commas, 万, 亿, k and w", () => {
    fc.assert(
      fc.property(whole, (value) => {
        const read = (text: string) => readCount(text, { tenThousands: false, statistic: undefined });
        const exactly = { ok: true, value };
        expect(read(value.toLocaleString("en-US"))).toEqual(exactly);
        expect(read(`${value / 10_000}万`)).toEqual(exactly);
        expect(read(`${value / 10_000}w`)).toEqual(exactly);
        if (!String(value / 1e8).includes("e")) expect(read(`${value / 1e8}亿`)).toEqual(exactly);
        expect(readCount(String(value / 10_000), { tenThousands: true, statistic: undefined })).toEqual(
          exactly,
        );
        for (const bucket of [`${value}+`, `${value}千+`, `${value}以上`, `>${value}`])
          expect(read(bucket)).toMatchObject({ ok: false, problem: "bucket" });
      }),
    );
  });

  test("percentages alone, with a count, as the second of two and by name", () => {
    const hundredths = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(hundredths, whole, (value, count) => {
        const percent = (value / 100).toFixed(2);
        const exactly = { ok: true, value: Number(`${value}e-4`) };
        expect(readShare(`${percent}%`, "unclear")).toEqual(exactly);
        expect(readShare(`${percent}% | ${count}`, "unclear")).toEqual(exactly);
        expect(readShare(`1.5% | ${percent}%`, "unclear", true)).toEqual(exactly);
        expect(readShares(`上海|${percent}%`)).toEqual({ ok: true, value: { 上海: exactly.value } });
      }),
    );
  });
});

test.each([
  ["上海|17.4% 北京|15.2%", { 上海: 0.174, 北京: 0.152 }],
  ["18-24|45.2% 25-34|30%", { "18-24": 0.452, "25-34": 0.3 }],
  ["护肤:12%/美食:8%", { 护肤: 0.12, 美食: 0.08 }],
  ["上海｜17.4％、北京｜15.2％", { 上海: 0.174, 北京: 0.152 }],
])("%s", (text, value) => {
  expect(readShares(text)).toEqual({ ok: true, value });
});

test.each(["3000 4500", "3000\n4500", "1 .5"])("%j is two numbers, not one", (text) => {
  const problem = { ok: false, problem: "not-a-number" };
  expect(readPrice(text, false)).toMatchObject(problem);
  expect(readCount(text, { tenThousands: false, statistic: "mean" })).toMatchObject(problem);
  expect(readShare(text, "percent")).toMatchObject(problem);
});

test.each([
  ["-", "empty"],
  ["NaN%", "empty"],
  ["上海 17.4%", "not-a-number"],
  ["上海|17.4% 其他", "not-a-number"],
  ["上海|80% 北京|40%", "bad-split"],
  ["上海|8% 上海|4%", "bad-split"],
  ["上海|180%", "too-large"],
])("%s is refused as %s", (text, problem) => {
  expect(readShares(text)).toMatchObject({ ok: false, problem });
});

/** Which command a line means, and how its input is read. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { AnyCommand } from "../../src/chat/command.ts";
import {
  CountInput,
  DateInput,
  ShareInput,
  TimeInput,
  WordsInput,
  ZoneInput,
} from "../../src/chat/inputs.ts";
import { createRegistry, readInput } from "../../src/chat/registry.ts";

const command = (
  name: string,
  aliases: string[],
  extra: Partial<AnyCommand<unknown>> = {},
): AnyCommand<unknown> => ({
  name,
  aliases,
  summary: () => name,
  input: z.object({ creator: WordsInput, followers: CountInput.optional() }),
  fields: { creator: { label: () => "Creator" }, followers: { label: () => "Followers", aliases: ["粉丝"] } },
  rest: "creator",
  allow: "members",
  run: () => Promise.resolve(),
  ...extra,
});

const registry = createRegistry([
  command("vet", ["看号"], { example: "/vet 小鹿" }),
  command("vet overrule", ["看号 排除风险"]),
  command("pay", ["结算"], { example: "/pay 小鹿" }),
  command("pay paid", ["已付款"]),
]);

describe("fromLine", () => {
  test.each([
    ["vet 小鹿 粉丝=82k", "vet", { creator: "小鹿", followers: "82k" }],
    ["VET 小鹿", "vet", { creator: "小鹿" }],
    ["看号小鹿", "vet", { creator: "小鹿" }],
    ["看号　小鹿", "vet", { creator: "小鹿" }],
    ["ｖｅｔ 看：小鹿（上海），好", "vet", { creator: "看：小鹿（上海），好" }],
    ["pay 小鹿 x", "pay", { creator: "小鹿 x" }],
    ["pay  paid 小鹿", "pay paid", { creator: "小鹿" }],
  ])("%s", (line, name, raw) => {
    const found = registry.fromLine(line);
    expect(found?.command.name).toBe(name);
    expect(found?.raw).toEqual(raw);
  });

  test.each(["vetting 小鹿", "", "hello"])("%s is no command", (line) => {
    expect(registry.fromLine(line)).toBeUndefined();
  });

  test("near names are suggested", () => {
    expect(registry.suggestions("vat 小鹿")[0]).toBe("vet");
    expect(registry.suggestions("看好 小鹿")).toEqual(["看号"]);
    expect(registry.suggestions("zzzz")).toEqual([]);
  });

  test("two commands of one name are a mistake", () => {
    expect(() => createRegistry([command("a", ["b"]), command("b", [])])).toThrow('"b"');
  });
});

describe("readInput", () => {
  test("every problem is told at once, beside what was understood", () => {
    const read = readInput(command("vet", []), { creator: "小鹿", followers: "82q", shoe: "42" });
    expect(read).toEqual({
      ok: false,
      problems: [
        { field: "shoe", value: "42", problem: "unknown-field" },
        { field: "followers", value: "82q", problem: "unknown-unit" },
      ],
      understood: [{ field: "creator", value: "小鹿" }],
    });
  });

  test("what is not there is missing, what is empty is missing too", () => {
    expect(readInput(command("vet", []), {})).toMatchObject({
      problems: [{ field: "creator", problem: "missing" }],
    });
    expect(readInput(command("vet", []), { creator: " " })).toMatchObject({
      problems: [{ problem: "missing" }],
    });
  });
});

describe("inputs", () => {
  test.each([
    [DateInput, "2026-12-08", "2026-12-08"],
    [DateInput, "2026/12/8", "2026-12-08"],
    [DateInput, "2026年12月8日", "2026-12-08"],
    [DateInput, "2026-02-30", "not-a-date"],
    [DateInput, "8 Dec", "not-a-date"],
    [TimeInput, "20:00", "20:00"],
    [TimeInput, "9：05", "09:05"],
    [TimeInput, "24:00", "not-a-time"],
    [ZoneInput, "Asia/Shanghai", "Asia/Shanghai"],
    [ZoneInput, "Shanghai", "not-a-zone"],
    [ShareInput, "120%", "too-large"],
  ])("%#: %s", (schema, text, expected) => {
    const read = schema.safeParse(text);
    if (read.success) expect(read.data).toBe(expected);
    else expect(read.error.issues[0]).toMatchObject({ params: { problem: expected } });
  });
});

/** What Chinese readers are told to type means what it means in English. */
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { commandsNear } from "../../src/chat/near-commands.ts";
import { createRegistry } from "../../src/chat/registry.ts";
import { exampleTyped, inputTyped, isChinese } from "../../src/chat/typed-in.ts";
import { categoriesIn } from "../../src/domain/categories.ts";

const registry = createRegistry(commands);
const typed = commands.filter(({ example }) => example !== undefined);

describe.each(typed)("/$name", (command) => {
  test("its example is understood alike in both languages", () => {
    const { en, "zh-CN": zh } = exampleTyped(command) ?? { en: "", "zh-CN": "" };
    const read = (line: string) => registry.fromLine(line.replace(/^\//u, ""));
    const meant = (line: string) => {
      const raw = read(line)?.raw ?? {};
      const parsed = command.input.safeParse(raw);
      // an example may leave out what a form asks for
      const { category, ...rest }: Record<string, unknown> = parsed.success ? parsed.data : raw;
      return { ...rest, category: typeof category === "string" ? categoriesIn(category) : category };
    };
    expect(read(zh)?.command.name).toBe(command.name);
    expect(meant(zh)).toEqual(meant(en));
  });
});

test("the example that people see most is Chinese throughout", () => {
  const vet = registry.byName("vet");
  expect(vet === undefined ? undefined : exampleTyped(vet)?.["zh-CN"]).toBe(
    "/看号 小鹿护肤 粉丝=8.2万 点赞=1900 收藏=1100 评论=130 阅读=41000 报价=3000",
  );
  const names = Object.keys(vet?.fields ?? {});
  const english = names.filter((name) => vet !== undefined && !isChinese(inputTyped(vet, name)["zh-CN"]));
  expect(english).toEqual([]);
});

test("a slip in the second word of a command is no creator's name", () => {
  const near = (rest: string) => commandsNear(commands, "vet", rest).map(({ en }) => en);
  expect(near("rule")).toEqual(["vet rules"]);
  expect(near("对照 小鹿护肤")).toEqual(["vet compare"]);
  expect(near("Coco")).toEqual([]);
  expect(near("小鹿护肤")).toEqual([]);
});

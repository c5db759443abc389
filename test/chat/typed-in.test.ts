/** What Chinese readers are told to type means what it means in English. */
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createRegistry } from "../../src/chat/registry.ts";
import { exampleTyped, inputTyped, isChinese } from "../../src/chat/typed-in.ts";

const registry = createRegistry(commands);
const typed = commands.filter(({ example }) => example !== undefined);

describe.each(typed)("/$name", (command) => {
  test("its example is understood alike in both languages", () => {
    const { en, "zh-CN": zh } = exampleTyped(command) ?? { en: "", "zh-CN": "" };
    const read = (line: string) => registry.fromLine(line.replace(/^\//u, ""));
    expect(read(zh)?.command.name).toBe(command.name);
    expect(read(zh)?.raw).toEqual(read(en)?.raw);
  });
});

test("the example that people see most is Chinese throughout", () => {
  const vet = registry.byName("vet");
  expect(vet === undefined ? undefined : exampleTyped(vet)?.["zh-CN"]).toBe(
    "/看号 小鹿护肤 粉丝=82k 点赞=1900 收藏=1100 评论=130 阅读=41000 报价=3000",
  );
  const names = Object.keys(vet?.fields ?? {});
  const english = names.filter((name) => vet !== undefined && !isChinese(inputTyped(vet, name)["zh-CN"]));
  expect(english).toEqual([]);
});

/** What Chinese readers are told to type means what it means in English. */
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { commandsNear } from "../../src/chat/near-commands.ts";
import { createRegistry } from "../../src/chat/registry.ts";
import { exampleTyped, inputTyped, isChinese, typedOnSlack } from "../../src/chat/typed-in.ts";
import { categoriesIn } from "../../src/domain/categories.ts";
import { readingFor } from "../../src/usecases/delivery/reading-for.ts";
import { locales } from "../../templates/locales/index.ts";

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

describe("on Slack, which takes Latin commands alone", () => {
  test.each([
    ["请管理员发送 /成员 添加，把您加进来", "请管理员发送 /people add，把您加进来"],
    ["修改：/项目 条款 预算=200000 上限=5000", "修改：/campaign terms 预算=200000 上限=5000"],
    ["（/博主 交接）", "（/creator handover）"],
    ["图文/视频、品牌方/代理商，以及 /没有这个", "图文/视频、品牌方/代理商，以及 /没有这个"],
    ["发送 /看号 评估博主", "发送 /vet 评估博主"],
  ])("%s", (text, typedThere) => {
    expect(typedOnSlack(commands)(text)).toBe(typedThere);
  });

  const reading = (platform: "slack" | "lark", language: "en" | "zh-CN") =>
    readingFor({ messages: locales, commands: registry }, platform, language, "Asia/Shanghai");

  test("Chinese words name commands as they are typed there, in texts and in sentences", () => {
    const slack = reading("slack", "zh-CN");
    expect(slack.m.list.terms.brandOnly).toContain("/campaign terms 预算");
    expect(slack.m.common.refusals["unknown-person"]({})).toContain("/people add");
    expect(slack.typed("/看号 小鹿护肤 粉丝=82k")).toBe("/vet 小鹿护肤 粉丝=82k");
    expect(reading("slack", "zh-CN").m).toBe(slack.m);
    expect(reading("lark", "zh-CN").m).toBe(locales["zh-CN"]);
    expect(reading("slack", "en").m).toBe(locales.en);
  });
});

test("a slip in the second word of a command is no creator's name", () => {
  const near = (rest: string) => commandsNear(commands, "vet", rest).map(({ en }) => en);
  expect(near("rule")).toEqual(["vet rules"]);
  expect(near("对照 小鹿护肤")).toEqual(["vet compare"]);
  expect(near("Coco")).toEqual([]);
  expect(near("小鹿护肤")).toEqual([]);
});

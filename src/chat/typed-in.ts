/** How a command and its inputs are typed in each language: Chinese readers type the Chinese names where there are some. */
import type { AnyCommand } from "./command.ts";
import type { Language } from "./people.ts";

export type Typed = Record<Language, string>;

export function isChinese(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}

function inBoth(name: string, aliases: readonly string[] = []): Typed {
  return { en: name, "zh-CN": aliases.find(isChinese) ?? name };
}

export function commandTyped({ name, aliases }: Pick<AnyCommand<never>, "name" | "aliases">): Typed {
  return inBoth(name, aliases);
}

/** @param name as the command's schema has it, or as typed where the command has no such input */
export function inputTyped({ fields }: Pick<AnyCommand<never>, "fields">, name: string): Typed {
  return inBoth(name, fields[name]?.aliases);
}

/** What a Chinese reader writes for a value of an example; numbers and names are the same in both languages. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  "82k": "8.2万",
  beauty: "美妆",
  excellent: "优秀",
  no: "否",
  partner: "媒介",
  women: "女性",
  held: "锁档",
  image: "图文",
  pass: "过",
};

/** An example of a value as readers of a language type it. */
export function exampleIn(language: Language, example: string): string {
  return language === "zh-CN" ? (IN_CHINESE[example] ?? example) : example;
}

/** The command's example, with the names of the command and of its inputs in each language. */
export function exampleTyped(
  command: Pick<AnyCommand<never>, "name" | "aliases" | "fields" | "example">,
): Typed | undefined {
  const { example, name } = command;
  if (example === undefined) return undefined;
  const typed = commandTyped(command)["zh-CN"];
  const chinese = example
    .replace(new RegExp(`^/${name}(?= |$)`, "u"), `/${typed}`)
    .replaceAll(
      /(?<= )([a-z]+)=(\S*)/giu,
      (_, field: string, value: string) =>
        `${inputTyped(command, field)["zh-CN"]}=${exampleIn("zh-CN", value)}`,
    );
  return { en: example, "zh-CN": chinese };
}

type Named = Pick<AnyCommand<never>, "name" | "aliases">;

/**
 * Slack takes slash commands in Latin letters alone: what a Chinese text tells people to type, as it is typed there.
 * Names of inputs stay as they are: those are understood in both languages.
 *
 * @returns a function for lines and texts: `请发送 /成员 添加` becomes `请发送 /people add`
 */
export function typedOnSlack(commands: readonly Named[]): (text: string) => string {
  const latin = new Map(
    commands.flatMap(({ name, aliases }) => aliases.filter(isChinese).map((alias) => [alias, name] as const)),
  );
  const longestFirst = [...latin.keys()].toSorted((a, b) => b.length - a.length);
  const typed = new RegExp(String.raw`(?<![\p{L}\p{N}])/(${longestFirst.join("|")})(?!\p{Script=Han})`, "gu");
  return (text) =>
    text.includes("/") ? text.replaceAll(typed, (_, alias: string) => `/${latin.get(alias) ?? alias}`) : text;
}

/** All words of a language, with every text that they give changed in the same way. */
export function changeTexts<Words>(words: Words, change: (text: string) => string): Words {
  const changed = (value: unknown): unknown => {
    if (typeof value === "string") return change(value);
    if (typeof value === "function")
      return (...args: unknown[]) => changed((value as (...args: unknown[]) => unknown)(...args));
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner)]));
  };
  return changed(words) as Words;
}

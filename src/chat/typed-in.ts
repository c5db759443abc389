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

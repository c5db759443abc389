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

/** The command's example, with the names of the command and of its inputs in each language. */
export function exampleTyped(
  command: Pick<AnyCommand<never>, "name" | "aliases" | "fields" | "example">,
): Typed | undefined {
  const { example, name } = command;
  if (example === undefined) return undefined;
  const typed = commandTyped(command)["zh-CN"];
  const chinese = example
    .replace(new RegExp(`^/${name}(?= |$)`, "u"), `/${typed}`)
    .replaceAll(/(?<= )([a-z]+)=/giu, (_, field: string) => `${inputTyped(command, field)["zh-CN"]}=`);
  return { en: example, "zh-CN": chinese };
}

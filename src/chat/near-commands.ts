/** A command of two words whose second one was typed with a slip, so that it was read as an input of the first. */
import type { AnyCommand } from "./command.ts";
import { nearWords } from "./near-words.ts";
import { commandTyped, type Typed } from "./typed-in.ts";

/** Names of people may begin as a command's word does: only words of about the same length are near. */
const LENGTHS_APART = 1;

/** @param rest what was typed behind `name` */
export function commandsNear(
  all: readonly Pick<AnyCommand<never>, "name" | "aliases" | "example">[],
  name: string,
  rest: string,
): Typed[] {
  const typed = (rest.trim().split(/\s+/u)[0] ?? "").toLowerCase();
  return all.flatMap((command) => {
    if (command.example === undefined || !command.name.startsWith(`${name} `)) return [];
    const words = [command.name, ...command.aliases].flatMap((one) => one.split(" ").slice(1));
    const alike = words.filter(({ length }) => Math.abs(length - typed.length) <= LENGTHS_APART);
    return nearWords(typed, alike).length === 0 ? [] : [commandTyped(command)];
  });
}

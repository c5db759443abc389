/** What a command does and what its inputs are called, in both languages. */
import type { AnyCommand } from "../chat/command.ts";
import type { Language } from "../chat/people.ts";
import { inputTyped } from "../chat/typed-in.ts";
import type { Ctx } from "./ctx.ts";

interface NamedInput {
  name: string;
  label: Record<Language, string>;
  /** what readers of each language type for it */
  typed: Record<Language, string>;
}

/** @param name as the command's schema has it, or as typed where the command has no such input */
export function nameInput(ctx: Ctx, command: AnyCommand<Ctx>, name: string): NamedInput {
  const { en, "zh-CN": zh } = ctx.messages;
  const field = command.fields[name];
  const label = { en: field?.label(en) ?? name, "zh-CN": field?.label(zh) ?? name };
  return { name, label, typed: inputTyped(command, name) };
}

export function summaryOf(ctx: Ctx, command: AnyCommand<Ctx>): Record<Language, string> {
  return { en: command.summary(ctx.messages.en), "zh-CN": command.summary(ctx.messages["zh-CN"]) };
}

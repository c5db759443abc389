/** Calls as people make them: a typed line or a pressed button, read by the real registry and run by the command. */
import type { CallRef } from "../../src/chat/card.ts";
import { readInput } from "../../src/chat/registry.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { readingOf } from "../../src/usecases/intake/acknowledgement.ts";

export async function type(ctx: Ctx, line: string): Promise<void> {
  const named = ctx.commands.fromLine(line);
  if (named === undefined) throw new Error(`No command is called like this: ${line}`);
  await run(ctx, named.command.name, named.raw);
}

/** @param values what the person filled into the form, if the call opened one */
export async function press(ctx: Ctx, call: CallRef, values: Record<string, string> = {}): Promise<void> {
  await run(ctx, call.command, { ...textOf(call), ...values });
}

/** The form that a call opens when it lacks an input. */
export async function formOf(ctx: Ctx, call: CallRef) {
  const command = ctx.commands.byName(call.command);
  const form = await command?.form?.({ ctx, input: textOf(call), reading: readingOf(ctx) });
  if (form === undefined) throw new Error(`${call.command} has no form.`);
  return form;
}

async function run(ctx: Ctx, name: string, raw: Record<string, string>): Promise<void> {
  const command = ctx.commands.byName(name);
  if (command === undefined) throw new Error(`There is no command ${name}.`);
  const read = readInput(command, raw);
  if (!read.ok) throw new Error(`${name} was not understood: ${JSON.stringify(read.problems)}`);
  await command.run({ ctx, input: read.input as never });
}

function textOf(call: CallRef): Record<string, string> {
  return Object.fromEntries(Object.entries(call.input).map(([name, value]) => [name, String(value)]));
}

/** What the reader may do, and how. */
import type { z } from "zod";
import type { AnyCommand } from "../../chat/command.ts";
import { exampleTyped } from "../../chat/typed-in.ts";
import { AppError } from "../../domain/errors.ts";
import type { Ctx } from "../ctx.ts";
import { nameInput, summaryOf } from "../name-input.ts";
import { transact } from "../unit.ts";

/** @throws AppError "unknown-command" when help is asked for a command that does not exist */
export async function showHelp({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { command?: string | undefined };
}): Promise<void> {
  const asked = input.command?.replace(/^[/／]/u, "");
  const one = asked === undefined ? undefined : ctx.commands.fromLine(asked)?.command;
  if (asked !== undefined && one === undefined) {
    throw new AppError("unknown-command", { text: asked, near: ctx.commands.suggestions(asked).join(", ") });
  }
  const shown = one === undefined ? ctx.commands.all.filter((command) => mayUse(ctx, command)) : [one];
  await transact(ctx, async (unit) => {
    await unit.audit("help", one?.name ?? "all");
    await unit.send({
      to: { reply: "actor" },
      template: "help",
      data: { detail: one !== undefined, commands: shown.map((command) => described(ctx, command)) },
    });
  });
}

/** Commands without an example are for buttons only and are not listed. */
function mayUse(ctx: Ctx, command: AnyCommand<Ctx>): boolean {
  if (command.example === undefined) return false;
  if (command.allow === "anyone" || command.allow === "members") return true;
  return ctx.actor !== undefined && command.allow.includes(ctx.actor.role);
}

function described(ctx: Ctx, command: AnyCommand<Ctx>) {
  const fields = Object.entries(command.fields).map(([name, field]) => ({
    ...nameInput(ctx, command, name),
    example: field.example,
    required: isRequired(command.input.shape[name]),
  }));
  return {
    name: command.name,
    aliases: [...command.aliases],
    summary: summaryOf(ctx, command),
    example: command.example,
    exampleTyped: exampleTyped(command),
    fields,
  };
}

function isRequired(schema: z.core.$ZodType | undefined): boolean {
  return schema !== undefined && schema._zod.optin !== "optional";
}

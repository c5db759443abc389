/** Opens the form of a command before the person who called it with something missing. */
import type { Inbound } from "../../chat/inbound.ts";
import { AppError } from "../../domain/errors.ts";
import type { Ctx } from "../ctx.ts";
import { readingOf } from "./acknowledgement.ts";
import type { Meaning } from "./understand-event.ts";

export type Asking = Extract<Meaning, { kind: "ask" }>;

/** Slack opens a form only for a click or a slash command; Lark's forms are cards. */
export function opensForm(event: Inbound, meaning: Meaning): meaning is Asking {
  return meaning.kind === "ask" && (event.platform === "lark" || event.where.trigger !== undefined);
}

export async function showForm(ctx: Ctx, event: Inbound, meaning: Asking): Promise<void> {
  const reading = readingOf(ctx);
  const form = await meaning.command.form?.({ ctx, input: meaning.raw, reading });
  if (form === undefined) throw new AppError("internal");
  const { chat, chatKind, thread, trigger } = event.where;
  const to = chatKind === "direct" ? { user: event.user, thread } : { chat, thread };
  await ctx.chats[event.platform]?.open({ form, reading, to, trigger, key: event.eventKey });
}

/** What the commands about one creator share: their inputs, who may change something, and the form that asks who is meant. */
import type { Field, Form } from "../src/chat/card.ts";
import type { InputField } from "../src/chat/command.ts";
import type { Messages } from "../src/chat/messages.ts";
import type { Role } from "../src/chat/people.ts";
import type { Reading } from "../src/chat/reading.ts";
import { findCreator } from "../src/usecases/creators/find-creator.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { type Typed, typedText } from "./creator-form.ts";

export const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner"];

type Label = keyof Messages["creator"]["fields"];

export const labelled = (name: Label, example: string, aliases: readonly string[]): InputField => ({
  label: (m) => m.creator.fields[name],
  example,
  aliases,
});

export const who = labelled("creator", "小鹿护肤", ["博主", "达人", "昵称"]);
const TITLES = {
  show: ({ creator: { showForm } }: Messages) => [showForm.title, showForm.submit],
  contact: ({ creator: { card, contactCard } }: Messages) => [card.setContact, contactCard.submit],
  exclusive: ({ creator: { exclusiveForm } }: Messages) => [exclusiveForm.title, exclusiveForm.submit],
  exclusiveEnd: ({ creator: { exclusiveEndForm: form } }: Messages) => [form.title, form.submit],
  handover: ({ creator: { handover } }: Messages) => [handover.form, handover.submit],
  forget: ({ creator: { forget } }: Messages) => [forget.form, forget.submit],
} as const;

/**
 * A form about one creator: who was named is said above it, else the form asks.
 * @param about.instead what was given in place of one creator
 * @throws AppError when it is not clear who is meant
 */
export async function aboutCreator(
  { ctx, input, reading }: { ctx: Ctx; input: Typed; reading: Reading },
  about: {
    command: string;
    of: keyof typeof TITLES;
    fields(reading: Reading): Field[];
    instead?: Record<string, string>;
  },
): Promise<Form> {
  const words = typedText(input, "creator");
  const chosen = words === undefined ? undefined : await findCreator(ctx.store.db, words);
  const [title = "", submit = ""] = TITLES[about.of](reading.m);
  const asked: Field = {
    kind: "text",
    name: "creator",
    label: reading.m.creator.fields.creator,
    placeholder: "小鹿护肤",
    required: true,
  };
  return {
    title,
    ...(chosen === undefined ? {} : { intro: [{ kind: "text", text: chosen.name }] }),
    call: {
      command: about.command,
      input: chosen === undefined ? { ...about.instead } : { creator: chosen.id },
    },
    submit,
    fields: [
      ...(chosen === undefined && about.instead === undefined ? [asked] : []),
      ...about.fields(reading),
    ],
  };
}

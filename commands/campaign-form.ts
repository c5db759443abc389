/** The form that starts a campaign, prefilled with what was typed and with the chat it was asked from. */
import type { Choice, Field, Form } from "../src/chat/card.ts";
import type { Reading } from "../src/chat/reading.ts";
import { categoriesIn } from "../src/domain/categories.ts";
import { type ChatChoices, campaignChats } from "../src/usecases/campaign-form.ts";
import { NO_CHAT } from "../src/usecases/create-campaign.ts";
import type { Ctx } from "../src/usecases/ctx.ts";

type Typed = Readonly<Record<string, unknown>>;
type Name = keyof Reading["m"]["campaign"]["fields"];

const CURRENCIES = ["CNY", "USD", "EUR", "GBP", "HKD", "JPY"];

export async function campaignForm({
  ctx,
  input,
  reading,
}: {
  ctx: Ctx;
  input: Typed;
  reading: Reading;
}): Promise<Form> {
  const words = reading.m.campaign;
  const chats = await campaignChats(ctx);
  const typed = (name: Name) => (typeof input[name] === "string" ? { initial: input[name] } : {});
  const field = (
    name: Name,
    kind: "text" | "date" | "long-text",
    required: boolean,
    hint?: string,
  ): Field => ({
    kind,
    name,
    label: words.fields[name],
    required,
    hint,
    ...typed(name),
  });
  const choice = (name: Name, choices: readonly Choice[], initial: string | undefined): Field => ({
    kind: "choice",
    name,
    label: words.fields[name],
    required: true,
    choices,
    initial,
  });
  const { briefHint, onePerLine } = words.form;
  return {
    title: words.form.title,
    intro: [{ kind: "text", text: words.form.intro }],
    call: { command: "campaign new", input: {} },
    submit: words.form.submit,
    fields: [
      field("name", "text", true),
      field("brand", "text", true),
      field("product", "text", true),
      choice("category", named(words.categories), categoryTyped(input)),
      field("launch", "date", true),
      choice("target", named(words.targets), textOf(input, "target") ?? "everyone"),
      field("ages", "text", false, words.form.agesHint),
      field("regions", "text", false, words.form.regionsHint),
      choice("scheme", named(reading.m.vet.schemes), textOf(input, "scheme") ?? "T4"),
      choice(
        "currency",
        CURRENCIES.map((code) => ({ value: code, label: code })),
        textOf(input, "currency") ?? "CNY",
      ),
      choice("slack", orNone(chats.slack, words.noChat), chatTyped(chats.slack, textOf(input, "slack"))),
      choice("lark", orNone(chats.lark, words.noChat), chatTyped(chats.lark, textOf(input, "lark"))),
      field("backgroundEn", "long-text", false, briefHint),
      field("backgroundZh", "long-text", false),
      field("goalEn", "long-text", false),
      field("goalZh", "long-text", false),
      field("pointsEn", "long-text", false, onePerLine),
      field("pointsZh", "long-text", false),
      field("mustEn", "long-text", false, onePerLine),
      field("mustZh", "long-text", false),
      field("mustNotEn", "long-text", false, onePerLine),
      field("mustNotZh", "long-text", false),
    ],
  };
}

function textOf(input: Typed, name: Name): string | undefined {
  const value = input[name];
  return typeof value === "string" ? value : undefined;
}

function named(names: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

/** People type 美妆 or skincare for what the form calls beauty. */
function categoryTyped(input: Typed): string | undefined {
  return categoriesIn(textOf(input, "category") ?? "")[0];
}

function orNone({ choices }: ChatChoices, none: string): Choice[] {
  return [{ value: NO_CHAT, label: none }, ...choices];
}

function chatTyped({ choices, here }: ChatChoices, typed: string | undefined): string {
  const chosen = choices.find(({ value, label }) => value === typed || label === typed);
  return chosen?.value ?? here ?? NO_CHAT;
}

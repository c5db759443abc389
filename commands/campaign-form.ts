/** The form that starts a campaign, prefilled with what was typed and with the chat it was asked from. */
import type { Choice, Field, Form } from "../src/chat/card.ts";
import type { Reading } from "../src/chat/reading.ts";
import { categoriesIn } from "../src/domain/categories.ts";
import { partyOf } from "../src/domain/visibility.ts";
import { type ChatChoices, campaignChats } from "../src/usecases/campaigns/campaign-form.ts";
import { NO_CHAT } from "../src/usecases/campaigns/create-campaign.ts";
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
    more: Pick<Field, "hint" | "heading" | "required"> = { required: false },
  ): Field => ({ kind, name, label: words.fields[name], ...more, ...typed(name) });
  const choice = (
    name: Name,
    choices: readonly Choice[],
    initial: string | undefined,
    more: Pick<Field, "hint" | "heading"> = {},
  ): Field => ({
    kind: "choice",
    name,
    label: words.fields[name],
    required: true,
    choices,
    initial,
    ...more,
  });
  const { groups, ...hints } = words.form;
  const onePerLine = { required: false, hint: hints.onePerLine };
  const chatChoice = (platform: "slack" | "lark", more = {}) =>
    choice(
      platform,
      orNone(chats[platform], words.noChat),
      chatTyped(chats[platform], textOf(input, platform)),
      more,
    );
  const mayKnowBudget = ctx.actor !== undefined && partyOf(ctx.actor) === null;
  return {
    title: words.form.title,
    intro: [{ kind: "text", text: words.form.intro }],
    call: { command: "campaign new", input: {} },
    submit: words.form.submit,
    // in the order in which a marketer thinks of them
    fields: [
      field("brand", "text", { required: true }),
      field("product", "text", { required: true }),
      field("name", "text", { required: true }),
      choice("category", named(words.categories), categoryTyped(input)),
      field("launch", "date", { required: true, hint: hints.launchHint }),
      ...(mayKnowBudget ? [field("budget", "text", { required: false, hint: hints.budgetHint })] : []),
      choice("target", named(words.targets), textOf(input, "target") ?? "everyone", {
        heading: groups.audience,
      }),
      field("ages", "text", { required: false, hint: hints.agesHint }),
      field("regions", "text", { required: false, hint: hints.regionsHint }),
      chatChoice("slack", { heading: groups.setup }),
      chatChoice("lark"),
      choice(
        "currency",
        CURRENCIES.map((code) => ({ value: code, label: code })),
        textOf(input, "currency") ?? "CNY",
      ),
      choice("scheme", named(reading.m.vet.schemes), textOf(input, "scheme") ?? "T4", {
        hint: hints.schemeHint,
      }),
      field("backgroundEn", "long-text", { required: false, heading: groups.brief, hint: hints.briefHint }),
      field("backgroundZh", "long-text"),
      field("goalEn", "long-text"),
      field("goalZh", "long-text"),
      field("pointsEn", "long-text", onePerLine),
      field("pointsZh", "long-text", onePerLine),
      field("mustEn", "long-text", onePerLine),
      field("mustZh", "long-text", onePerLine),
      field("mustNotEn", "long-text", onePerLine),
      field("mustNotZh", "long-text", onePerLine),
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

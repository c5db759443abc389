/** Vetting again with new numbers: a button on a card opens the form; what is left empty stays as it was. */
import type { Field } from "../src/chat/card.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { CreatorFacts, FactName } from "../src/domain/creator-facts.ts";
import { readCreatorWords } from "../src/usecases/creators/read-creator-words.ts";
import { knownFor } from "../src/usecases/vetting/known-facts.ts";
import { vetCreator } from "../src/usecases/vetting/vet-creator.ts";
import { factText } from "../templates/fact-text.ts";
import { typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";
import { typedFacts, VetInput, vet } from "./vet.ts";

type Name = keyof Reading["m"]["vet"]["fields"] & keyof typeof VetInput.shape;

/** What the form asks for, under which name the vettings keep it, and how it is written. */
const ASKED: readonly (readonly [Name, FactName, string])[] = [
  ["followers", "followers", "82k / 8.2万"],
  ["notes", "notes90d", "23"],
  ["likes", "likes", "1900"],
  ["saves", "saves", "1100"],
  ["comments", "comments", "130"],
  ["reads", "reads", "41000"],
  ["active", "activeShare", "52%"],
  ["fake", "suspiciousShare", "15%"],
  ["female", "femaleShare", "88%"],
  ["age", "ageShares", "18-24:40%,25-34:35%"],
  ["region", "regionShares", "上海:17.4%,北京:15.2%"],
  ["category", "category", "beauty"],
  ["quality", "quality", "1-5"],
  ["fit", "fit", "1-5"],
  ["quote", "quoteImage", "3000"],
];

export const vetNumbers = defineCommand({
  name: "vet numbers",
  aliases: ["看号 填数据", "重新看号"],
  summary: (m) => m.creator.summaries.numbers,
  input: VetInput,
  fields: vet.fields,
  rest: "creator",
  allow: vet.allow,
  asksFirst: (input) => Object.keys(input).every((name) => name === "creator" || name === "campaign"),
  form: async ({ ctx, input, reading }) => {
    const words = typedText(input, "creator");
    const { name, facts } = await knownFor(ctx, words);
    const campaign = typedText(input, "campaign");
    return {
      title: reading.m.creator.again,
      intro: name === undefined ? [] : [{ kind: "text", text: reading.m.creator.againIntro(name) }],
      call: {
        command: "vet numbers",
        input: {
          ...(words === undefined ? {} : { creator: words }),
          ...(campaign === undefined ? {} : { campaign }),
        },
      },
      submit: reading.m.vet.submit,
      fields: [
        ...(words === undefined ? [asked("creator", undefined, "小鹿护肤", reading)] : []),
        ...ASKED.map(([field, fact, example]) =>
          asked(field, knownText(facts, fact, reading), example, reading),
        ),
      ],
    };
  },
  run: ({ ctx, input }) =>
    vetCreator({
      ctx,
      input: { creator: readCreatorWords(input.creator), facts: typedFacts(input), campaign: input.campaign },
    }),
});

function knownText(facts: CreatorFacts, fact: FactName, r: Reading): string | undefined {
  const value = facts[fact]?.value;
  return value === undefined ? undefined : factText(fact, value, r);
}

/** A known value stands in grey and is not sent along: sent, an export's number would count as typed. */
function asked(name: Name, known: string | undefined, example: string, { m }: Reading): Field {
  return {
    kind: "text",
    name,
    label: m.vet.fields[name],
    placeholder: known === undefined ? example : m.creator.known(known),
    required: name === "creator" || (name === "followers" && known === undefined),
  };
}

/** Several creators are called alike: one button each, which goes on with the same call. */
import type { z } from "zod";
import { actions, bold, button, call, line, list, note, type Span, text } from "../src/chat/card.ts";
import { CreatorChoiceData } from "../src/chat/features/creator.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Option = z.output<typeof CreatorChoiceData>["options"][number];

export const creatorChoice = defineTemplate({
  data: CreatorChoiceData,
  render: ({ text: typed, command, options, other, more }, r) => {
    const words = r.m.creator.choice;
    const title = words.title(typed);
    const labels = distinct(options.map((option) => labelOf(option, r)));
    return {
      title,
      tone: "warning",
      summary: title,
      body: [
        line(options.length === 1 ? words.introOne : words.intro),
        list(options.map((option) => optionLine(option, r))),
        actions(
          ...options.map((option, index) => button(labels[index] ?? "", call(command, option.input))),
          ...(other ? [button(words.other, call(command, other))] : []),
        ),
        ...(more === 0 ? [] : [note(words.more(r.number(more)))]),
      ],
    };
  },
});

/** What tells people with one name apart, on a button that may be cut: the 小红书号 first. */
function labelOf({ name, handle, platformId, followers }: Option, r: Reading): string {
  const words = r.m.creator.choice;
  const known = followers === null ? undefined : words.followers(r.count(followers));
  return `${name} · ${handle ?? known ?? platformId ?? words.noLink}`;
}

/** Two with one size would have one button twice: their numbers in the list tell them apart. */
function distinct(labels: readonly string[]): string[] {
  const isTwice = new Set(labels).size < labels.length;
  return isTwice ? labels.map((label, index) => `${index + 1} · ${label}`) : [...labels];
}

function optionLine({ name, handle, platformId, followers, vettedAt }: Option, r: Reading): Span[] {
  const words = r.m.creator.choice;
  const told = [
    handle ?? platformId ?? words.noLink,
    ...(followers === null ? [] : [words.followers(r.count(followers))]),
    vettedAt === null ? words.neverVetted : words.vetted(r.time(vettedAt)),
  ];
  return [bold(name), text(` · ${r.m.common.listed(told)}`)];
}

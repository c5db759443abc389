/** What the reader may do: every command in a line, or one command with its inputs. */
import type { z } from "zod";
import { bold, facts, line, list, type Span, text } from "../src/chat/card.ts";
import { HelpData } from "../src/chat/features/common.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { exampleIn } from "../src/chat/typed-in.ts";

type Command = z.output<typeof HelpData>["commands"][number];

export const help = defineTemplate({
  data: HelpData,
  render: ({ commands, detail }, r) => {
    const words = r.m.common.help;
    const one = detail ? commands[0] : undefined;
    if (one === undefined) {
      return {
        title: words.title,
        tone: "info",
        summary: words.title,
        body: [
          line(words.intro),
          list(
            byFamily(commands).map(({ name, aliases, summary }) => [
              bold(nameOf(name, aliases, r.language)),
              text(`  ${summary[r.language]}`),
            ]),
          ),
        ],
      };
    }
    return {
      title: nameOf(one.name, one.aliases, r.language),
      tone: "info",
      summary: one.summary[r.language],
      body: [
        line(one.summary[r.language]),
        ...(one.example === undefined
          ? []
          : [facts([[words.usage, r.typed(one.exampleTyped?.[r.language] ?? one.example)]])]),
        ...(one.aliases.length === 0
          ? []
          : [facts([[words.aliases, one.aliases.map((alias) => `/${alias}`).join(" ")]])]),
        ...(one.fields.length === 0
          ? []
          : [line(bold(words.inputs)), list(one.fields.map((field) => inputLine(field, r)))]),
      ],
    };
  },
});

/** What belongs to one thing stands together, in the order of the commands' own list. */
function byFamily(commands: readonly Command[]): Command[] {
  const familyOf = ({ name }: Command) => name.split(" ")[0];
  const families = [...new Set(commands.map(familyOf))];
  return families.flatMap((family) => commands.filter((one) => familyOf(one) === family));
}

/** As it is typed, then what it means. */
function inputLine({ name, label, typed, example, required }: Command["fields"][number], r: Reading): Span[] {
  const value = example === undefined ? "…" : exampleIn(r.language, example);
  const meaning = required ? `${label[r.language]} · ${r.m.common.help.required}` : label[r.language];
  return [bold(`${typed?.[r.language] ?? name}=${value}`), text(`  ${meaning}`)];
}

/** A Chinese reader sees the Chinese name first, where there is one. */
function nameOf(name: string, aliases: readonly string[], language: string): string {
  const chinese = aliases.find((alias) => /\p{Script=Han}/u.test(alias));
  return language === "zh-CN" && chinese !== undefined ? `/${chinese} (/${name})` : `/${name}`;
}

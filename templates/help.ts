/** What the reader may do: every command in a line, or one command with its inputs. */
import { bold, facts, line, list, type Part } from "../src/chat/card.ts";
import { HelpData } from "../src/chat/features/common.ts";
import { defineTemplate } from "../src/chat/template.ts";

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
            commands.map(({ name, aliases, summary }) => [
              bold(nameOf(name, aliases, r.language)),
              { kind: "text", text: `  ${summary[r.language]}` },
            ]),
          ),
        ],
      };
    }
    const inputs: Part = facts(
      one.fields.map(({ name, label, typed, example, required }) => [
        label[r.language],
        [`${typed?.[r.language] ?? name}=${example ?? "…"}`, ...(required ? [] : [words.optional])].join(
          " · ",
        ),
      ]),
    );
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
        ...(one.fields.length === 0 ? [] : [line(bold(words.inputs)), inputs]),
      ],
    };
  },
});

/** A Chinese reader sees the Chinese name first, where there is one. */
function nameOf(name: string, aliases: readonly string[], language: string): string {
  const chinese = aliases.find((alias) => /\p{Script=Han}/u.test(alias));
  return language === "zh-CN" && chinese !== undefined ? `/${chinese} (/${name})` : `/${name}`;
}

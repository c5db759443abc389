/** A wrong input: what was understood, what is wrong, and a line that works. */
import { bold, facts, line, list } from "../src/chat/card.ts";
import { type InputProblem, InputProblemData } from "../src/chat/features/common.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const inputProblem = defineTemplate({
  data: InputProblemData,
  render: ({ command, understood, problems, example }, r) => {
    const words = r.m.common.inputProblem;
    const wrong = problems.map(({ field, value, problem, example: hint }) => {
      const sentence = (words.problems[problem as InputProblem] ?? words.problems.wrong)(value ?? "");
      return [
        bold(`${field} `),
        { kind: "text" as const, text: hint === undefined ? sentence : `${sentence} (${field}=${hint})` },
      ];
    });
    return {
      title: words.title(command),
      tone: "warning",
      summary: `${words.title(command)}: ${problems.map(({ field }) => field).join(", ")}`,
      body: [
        line(bold(words.wrong)),
        list(wrong),
        ...(understood.length === 0
          ? []
          : [
              facts([
                [words.understood, understood.map(({ field, value }) => `${field}=${value}`).join("  ")],
              ]),
            ]),
        ...(example === undefined ? [] : [facts([[words.example, example]])]),
      ],
    };
  },
});

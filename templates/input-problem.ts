/** A wrong input: what was understood, what is wrong, and a line that works. */
import type { z } from "zod";
import { bold, facts, line, list, type Span, text } from "../src/chat/card.ts";
import { type InputProblem, InputProblemData } from "../src/chat/features/common.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Problem = z.output<typeof InputProblemData>["problems"][number];

export const inputProblem = defineTemplate({
  data: InputProblemData,
  render: ({ command, understood, problems, example }, r) => {
    const { inputProblem: words, labelled, listed } = r.m.common;
    const title = words.title(command);
    const named = problems.map(({ field }) => field.label[r.language]);
    return {
      title,
      tone: "warning",
      summary: labelled(title, listed(named)),
      body: [
        line(bold(words.wrong)),
        list(problems.map((problem) => problemLine(problem, r))),
        ...(understood.length === 0
          ? []
          : [
              line(bold(words.understood)),
              facts(
                understood.map(({ field, value }) => [field.label[r.language], `${field.name}=${value}`]),
              ),
            ]),
        ...(example === undefined ? [] : [facts([[words.example, example]])]),
      ],
    };
  },
});

/** The input's name behind it is what to type; where there is an example, with its value. */
function problemLine({ field, value, problem, example }: Problem, r: Reading): Span[] {
  const { inputProblem: words, inBrackets } = r.m.common;
  const sentence = (words.problems[problem as InputProblem] ?? words.problems.wrong)(value ?? "");
  const label = field.label[r.language];
  const typed = example === undefined ? field.name : `${field.name}=${example}`;
  return [bold(`${label} `), text(typed === label ? sentence : `${sentence}${inBrackets(typed)}`)];
}

/** A wrong input: what was understood, what is wrong, and a line that works. */
import type { z } from "zod";
import { bold, facts, line, list, type Span, text } from "../src/chat/card.ts";
import { type InputProblem, InputProblemData } from "../src/chat/features/common.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Problem = z.output<typeof InputProblemData>["problems"][number];

export const inputProblem = defineTemplate({
  data: InputProblemData,
  render: ({ command, typed, understood, problems, example, exampleTyped }, r) => {
    const { inputProblem: words, labelled, listed } = r.m.common;
    const title = words.title(typed?.[r.language] ?? command);
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
                understood.map(({ field, value }) => [
                  field.label[r.language],
                  `${nameOf(field, r)}=${value}`,
                ]),
              ),
            ]),
        ...(example === undefined
          ? []
          : [facts([[words.example, r.typed(exampleTyped?.[r.language] ?? example)]])]),
      ],
    };
  },
});

/** The input's name behind it is what to type; where there is an example, with its value. */
function problemLine({ field, value, problem, example, near }: Problem, r: Reading): Span[] {
  const { inputProblem: words, inBrackets } = r.m.common;
  const sentence = (words.problems[problem as InputProblem] ?? words.problems.wrong)(value ?? "");
  const label = field.label[r.language];
  const name = nameOf(field, r);
  const typed = example === undefined ? name : `${name}=${example}`;
  const hint = near === undefined ? undefined : words.didYouMean(near[r.language]);
  const more = hint ?? (typed === label ? "" : inBrackets(typed));
  return [bold(`${label} `), text(`${sentence}${more}`)];
}

function nameOf({ name, typed }: Problem["field"], r: Reading): string {
  return typed?.[r.language] ?? name;
}

/** A wrong input: what is wrong, and the line to send instead, with everything in it that was understood. */
import type { z } from "zod";
import { bold, line, list, type Span, text } from "../src/chat/card.ts";
import { type InputProblem, InputProblemData } from "../src/chat/features/common.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { exampleIn } from "../src/chat/typed-in.ts";

type Data = z.output<typeof InputProblemData>;
type Problem = Data["problems"][number];

export const inputProblem = defineTemplate({
  data: InputProblemData,
  render: (data, r) => {
    const { command, typed, problems } = data;
    const { inputProblem: words, labelled, listed } = r.m.common;
    const title = words.title(typed?.[r.language] ?? command);
    const better = betterLine(data, r);
    const named = problems.map(({ field }) => field.label[r.language]);
    return {
      title,
      tone: "warning",
      summary: labelled(title, listed(named)),
      body: [
        line(bold(words.wrong)),
        list(problems.map((problem) => problemLine(problem, r))),
        ...(better === undefined ? [] : [line(bold(better.label)), line(better.text)]),
      ],
    };
  },
});

/** What was understood as it was typed, and an example of each input that was not; without either the command's own. */
function betterLine(data: Data, r: Reading): { label: string; text: string } | undefined {
  const { inputProblem: words } = r.m.common;
  const { command, typed, understood, problems, example, exampleTyped, rest } = data;
  const isRest = ({ field }: { field: Problem["field"] }) => field.name === rest;
  const right = [...understood.filter(isRest), ...understood.filter((one) => !isRest(one))].map((one) =>
    isRest(one) ? one.value : `${nameOf(one.field, r)}=${quoted(one.value)}`,
  );
  const instead = problems.flatMap(({ field, value, near, example: other }) => {
    if (near !== undefined && value !== undefined) return [`${near[r.language]}=${quoted(value)}`];
    return other === undefined ? [] : [`${nameOf(field, r)}=${quoted(exampleIn(r.language, other))}`];
  });
  if (right.length > 0) {
    const text = [`/${typed?.[r.language] ?? command}`, ...right, ...instead].join(" ");
    return { label: words.again, text: r.typed(text) };
  }
  return example === undefined
    ? undefined
    : { label: words.example, text: r.typed(exampleTyped?.[r.language] ?? example) };
}

/** As the line is read again: a blank would end the value. */
function quoted(value: string): string {
  return /\s/u.test(value) && !/["“]/u.test(value) ? `"${value}"` : value;
}

/** The input's name behind it is what to type; where there is an example, with its value. */
function problemLine({ field, value, problem, example, near }: Problem, r: Reading): Span[] {
  const { inputProblem: words, inBrackets } = r.m.common;
  const sentence = (words.problems[problem as InputProblem] ?? words.problems.wrong)(value ?? "");
  const label = field.label[r.language];
  const name = nameOf(field, r);
  const typed = example === undefined ? name : `${name}=${exampleIn(r.language, example)}`;
  const hint = near === undefined ? undefined : words.didYouMean(near[r.language]);
  const more = hint ?? (typed === label ? "" : inBrackets(typed));
  return [bold(`${label} `), text(`${sentence}${more}`)];
}

function nameOf({ name, typed }: Problem["field"], r: Reading): string {
  return typed?.[r.language] ?? name;
}

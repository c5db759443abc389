/** Answers a list's doubtful rows: one with a button, or several in a form. */
import { z } from "zod";
import type { Field, Form } from "../src/chat/card.ts";
import { IdInput } from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { answerImportQuestions } from "../src/usecases/imports/answer-import-questions.ts";
import { openQuestions, QUESTIONS_A_FORM } from "../src/usecases/imports/open-questions.ts";
import { answersTo, questionLine } from "../templates/import-questions.ts";
import { defineCommand } from "./define-command.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner"];

const names = Array.from({ length: QUESTIONS_A_FORM }, (_, index) => `a${index}`);
/** yes, no, later, or the id of the creator who is meant */
const AnswerInput = IdInput.optional();

export const importAnswer = defineCommand({
  name: "import answer",
  aliases: ["导入 确认"],
  summary: (m) => m.import.questions.summary,
  input: z.object({
    import: IdInput,
    questions: z.string(),
    ...Object.fromEntries(names.map((name) => [name, AnswerInput])),
  }),
  fields: {
    import: { label: (m) => m.import.fields.file },
    questions: { label: (m) => m.import.questions.question },
    ...Object.fromEntries(
      names.map((name) => [name, { label: (m: Reading["m"]) => m.import.questions.question }]),
    ),
  },
  allow: ALLOWED,
  form: answerForm,
  run: ({ ctx, input }) => {
    const { import: id, questions, ...given } = input;
    const chosen: Readonly<Record<string, unknown>> = given;
    const answers = questions.split(",").flatMap((key, index): [string, boolean | string][] => {
      const answer = AnswerInput.parse(chosen[names[index] ?? ""]);
      if (answer === undefined || answer === "later") return [];
      return [[key, answer === "yes" || (answer === "no" ? false : answer)]];
    });
    return answerImportQuestions({ ctx, input: { import: id, answers: new Map(answers) } });
  },
});

async function answerForm(args: {
  ctx: Ctx;
  input: Readonly<Record<string, unknown>>;
  reading: Reading;
}): Promise<Form> {
  const { reading } = args;
  const words = reading.m.import.questions;
  const id = String(args.input["import"]);
  const open = await openQuestions(args.ctx, id);
  return {
    title: words.formTitle,
    call: {
      command: "import answer",
      input: { import: id, questions: open.map(({ key }) => key).join(",") },
    },
    submit: words.submit,
    fields: open.map(
      (question, index): Field => ({
        kind: "choice",
        name: names[index] ?? "",
        label: questionLine({ ...question, answer: null }, reading),
        required: true,
        initial: "later",
        choices: [...answersTo(question, reading), { value: "later", label: words.later }],
      }),
    ),
  };
}

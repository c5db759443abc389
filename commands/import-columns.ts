/** Says what the columns of a list mean: the form behind the card of a list whose header nobody knows. */
import { z } from "zod";
import type { Form } from "../src/chat/card.ts";
import { IdInput, WholeInput } from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { COLUMNS_A_FORM } from "../src/usecases/imports/column-forms.ts";
import { columnsToMap, MEANINGS, mapColumns, NOT_USED, WHO } from "../src/usecases/imports/map-columns.ts";
import { defineCommand } from "./define-command.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner"];

const names = Array.from({ length: COLUMNS_A_FORM }, (_, index) => `c${index}`);
const MeaningInput = z.enum([NOT_USED, ...MEANINGS]).optional();

export const importColumns = defineCommand({
  name: "import columns",
  aliases: ["导入 列"],
  summary: (m) => m.import.mapping.summary,
  input: z
    .object({
      import: IdInput,
      from: WholeInput.optional(),
      said: z.literal("yes"),
      whole: z.literal("yes").optional(),
      rest: z.literal("yes").optional(),
      ...Object.fromEntries(names.map((name) => [name, MeaningInput])),
    })
    .superRefine(meansSomebodyOnce),
  fields: {
    import: { label: (m) => m.import.fields.file },
    from: { label: (m) => m.import.mapping.column },
    said: { label: (m) => m.import.mapping.summary },
    whole: { label: (m) => m.import.mapping.summary },
    rest: { label: (m) => m.import.mapping.rest },
    ...Object.fromEntries(
      names.map((name) => [name, { label: (m: Reading["m"]) => m.import.mapping.column }]),
    ),
  },
  allow: ALLOWED,
  form: columnsForm,
  run: ({ ctx, input }) => {
    const { import: id, from = 0, rest } = input;
    const said = { import: id, from, meanings: meaningsIn(input), rest: rest === "yes" };
    return mapColumns({ ctx, input: said });
  },
});

function meaningsIn(input: Readonly<Record<string, unknown>>): (string | undefined)[] {
  return names.map((name) => MeaningInput.parse(input[name]));
}

/** The form stays open with what was chosen; only the form of the whole list can know that nobody is named. */
function meansSomebodyOnce(input: Readonly<Record<string, unknown>>, context: z.core.$RefinementCtx): void {
  const meanings = meaningsIn(input);
  const problemAt = (index: number, problem: "chosen-twice" | "no-name-column") =>
    context.addIssue({ code: "custom", path: [names[index] ?? ""], params: { problem } });
  for (const [index, meaning] of meanings.entries()) {
    const isChosen = meaning !== undefined && meaning !== NOT_USED;
    if (isChosen && meanings.indexOf(meaning) < index) problemAt(index, "chosen-twice");
  }
  const namesSomebody = meanings.some((meaning) => meaning !== undefined && WHO.includes(meaning));
  if (input["whole"] === "yes" && !namesSomebody) problemAt(0, "no-name-column");
}

async function columnsForm(args: {
  ctx: Ctx;
  input: Readonly<Record<string, unknown>>;
  reading: Reading;
}): Promise<Form> {
  const words = args.reading.m.import.mapping;
  const id = String(args.input["import"]);
  const { fileName, from, fields, isWhole, isLast } = await columnsToMap(
    args.ctx,
    id,
    Number(args.input["from"] ?? 0),
  );
  return {
    title: words.formTitle,
    intro: [{ kind: "text", text: words.intro(fileName) }],
    call: {
      command: "import columns",
      input: { import: id, from: String(from), said: "yes", ...(isWhole ? { whole: "yes" } : {}) },
    },
    submit: isLast ? words.submit : words.save,
    fields: fields.map(({ title, example, possible, chosen }, index) => ({
      kind: "choice",
      name: names[index] ?? "",
      label: title,
      hint: example === "" ? undefined : args.reading.m.common.labelled(words.columns.example, example),
      required: true,
      initial: chosen,
      choices: [
        { value: NOT_USED, label: words.notUsed },
        ...possible.map((meaning) => ({ value: meaning, label: words.meanings[meaning] ?? meaning })),
      ],
    })),
  };
}

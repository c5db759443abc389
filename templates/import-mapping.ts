/** A list whose header nobody knows: its columns, what they may mean, and the form that asks. */
import type { z } from "zod";
import { actions, type Button, button, call, line, note, type Part } from "../src/chat/card.ts";
import { ImportMappingData } from "../src/chat/features/import-questions.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Data = z.output<typeof ImportMappingData>;

export const importMapping = defineTemplate({
  data: ImportMappingData,
  render: (data, r) => {
    const { fileName, clash, namesNobody, startedBy, startedAt } = data;
    const words = r.m.import.mapping;
    const title = words.title(fileName);
    const wrong = [
      ...(clash === null ? [] : [words.clash(...clash.columns, words.meanings[clash.meaning] ?? "")]),
      ...(namesNobody ? [r.m.common.inputProblem.problems["no-name-column"]("")] : []),
    ];
    return {
      title,
      tone: "warning",
      summary: title,
      body: [
        ...wrong.map((text) => line(text)),
        line(todoOf(data, r)),
        columnsTable(data, r),
        actions(...buttonsOf(data, r)),
        note(r.m.import.startedBy(startedBy.name, r.time(startedAt))),
      ],
    };
  },
});

function todoOf({ pages, said, clash, namesNobody }: Data, r: Reading): string {
  const words = r.m.import.mapping;
  if (clash !== null || namesNobody) return words.todoCorrect;
  if (pages.length === 1) return words.todo;
  const forms = r.number(pages.length);
  return said.length === 0 ? words.todoForms(forms) : words.todoRest(forms, r.number(said.length));
}

function columnsTable({ columns, pages, said }: Data, r: Reading): Part {
  const words = r.m.import.mapping;
  const isSaid = (index: number) => said.includes(pages.findLast((from) => from <= index) ?? 0);
  return {
    kind: "table",
    caption: words.formTitle,
    columns: [
      { title: words.columns.column, kind: "text" },
      { title: words.columns.example, kind: "text" },
      { title: said.length === 0 ? words.columns.guess : words.meaning, kind: "text" },
    ],
    rows: columns.map(({ title: column, example, guess }, index) => {
      const meaning = guess === null ? words.notUsed : (words.meanings[guess] ?? words.notUsed);
      const isGuess = said.length > 0 && !isSaid(index);
      return [column, example, isGuess ? words.asGuess(meaning) : meaning];
    }),
  };
}

/** The form that comes next stands out; what was left to the guesses is asked for by nobody. */
function buttonsOf({ id, columns, pages, said }: Data, r: Reading): Button[] {
  const words = r.m.import.mapping;
  const next = pages.find((from) => !said.includes(from));
  const forms = pages.map((from, index) => {
    const range = [r.number(from + 1), r.number(pages[index + 1] ?? columns.length)] as const;
    const several = said.includes(from) ? words.reopen(...range) : words.open(...range);
    const style = from === next ? ({ style: "primary" } as const) : {};
    const input = { import: id, from: String(from) };
    return button(pages.length === 1 ? words.openAll : several, call("import columns", input), style);
  });
  if (pages.length === 1 || next === undefined) return forms;
  const rest = call("import columns", { import: id, said: "yes", rest: "yes" });
  return [...forms, button(said.length === 0 ? words.all : words.rest, rest)];
}

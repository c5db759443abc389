/** A list whose header nobody knows: its columns, what they may mean, and the form that asks. */
import { actions, button, call, line, note } from "../src/chat/card.ts";
import { ImportMappingData } from "../src/chat/features/import-questions.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const importMapping = defineTemplate({
  data: ImportMappingData,
  render: ({ id, fileName, columns, pages, startedBy, startedAt }, r) => {
    const words = r.m.import.mapping;
    const title = words.title(fileName);
    const buttons = pages.map((from, index) => {
      const to = pages[index + 1] ?? columns.length;
      const label = pages.length === 1 ? words.openAll : words.open(r.number(from + 1), r.number(to));
      const style = index === 0 ? ({ style: "primary" } as const) : {};
      return button(label, call("import columns", { import: id, from: String(from) }), style);
    });
    return {
      title,
      tone: "warning",
      summary: title,
      body: [
        line(words.todo),
        {
          kind: "table",
          caption: words.formTitle,
          columns: [
            { title: words.columns.column, kind: "text" },
            { title: words.columns.example, kind: "text" },
            { title: words.columns.guess, kind: "text" },
          ],
          rows: columns.map(({ title: column, example, guess }) => [
            column,
            example,
            guess === null ? words.notUsed : (words.meanings[guess] ?? words.notUsed),
          ]),
        },
        actions(...buttons),
        note(r.m.import.startedBy(startedBy.name, r.time(startedAt))),
      ],
    };
  },
});

/** The form that decides on any number of rows at once; the platforms put no buttons into the rows of a table. */
import type { CallRef, Form } from "../src/chat/card.ts";
import type { Reading } from "../src/chat/reading.ts";

/** @param about the list, and what its card showed */
export function decideForm(about: CallRef["input"], r: Reading): Form {
  const { fields, decideForm: form, decisions } = r.m.list;
  return {
    title: form.title,
    call: { command: "shortlist decide", input: about },
    submit: form.submit,
    fields: [
      {
        kind: "text",
        name: "rows",
        label: fields.rows,
        hint: form.rowsHint,
        placeholder: "1-5, 8",
        required: true,
      },
      {
        kind: "choice",
        name: "decision",
        label: fields.decision,
        required: true,
        choices: (["pass", "reserve", "no"] as const).map((value) => ({ value, label: decisions[value] })),
      },
      {
        kind: "text",
        name: "price",
        label: fields.price,
        hint: form.priceHint,
        placeholder: "3000",
        required: false,
      },
      { kind: "long-text", name: "comment", label: fields.comment, hint: form.commentHint, required: false },
    ],
  };
}

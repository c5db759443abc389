/** An error nobody expected: its id is in the log. */
import { line } from "../src/chat/card.ts";
import { ErrorData } from "../src/chat/features/common.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const error = defineTemplate({
  data: ErrorData,
  render: ({ errorId }, r) => {
    const { title, text } = r.m.common.error;
    return { title, tone: "danger", summary: `${title} (${errorId})`, body: [line(text(errorId))] };
  },
});

/** Asks for a click, where a platform opens forms only for one. */
import { actions, button, call, line } from "../src/chat/card.ts";
import { OpenFormData } from "../src/chat/features/common.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const openForm = defineTemplate({
  data: OpenFormData,
  render: ({ command, summary, input, missing }, r) => {
    const { openForm: words, inBrackets, listed } = r.m.common;
    const needed = missing.map(({ name, label }) => `${label[r.language]}${inBrackets(name)}`);
    const isMissing = needed.length > 0;
    return {
      title: summary?.[r.language] ?? `/${command}`,
      tone: "info",
      summary: isMissing ? words.title : words.changed,
      body: [
        line(isMissing ? words.text(listed(needed)) : words.changed),
        actions(button(words.button, call(command, input), { style: "primary" })),
      ],
    };
  },
});

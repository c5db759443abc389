/** A creator's personal data was erased: what is gone, what stays, and what only people can delete. */
import { list, note } from "../src/chat/card.ts";
import { CreatorForgottenData } from "../src/chat/features/creator.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const creatorForgotten = defineTemplate({
  data: CreatorForgottenData,
  render: ({ placeholder, vettings, cards, files }, r) => {
    const words = r.m.creator.forget;
    const title = words.title(placeholder);
    return {
      title,
      tone: "good",
      summary: title,
      body: [
        list([words.erased, words.kept(r.number(vettings)), words.cards(r.number(cards), r.number(files))]),
        note(words.byHand),
      ],
    };
  },
});

/** Creators have a new person in charge: told to that person, and where it was asked for. */
import { actions, type Button, bold, button, call, line, list, type Part } from "../src/chat/card.ts";
import { CreatorHandoverData } from "../src/chat/features/creator.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const creatorHandover = defineTemplate({
  data: CreatorHandoverData,
  render: ({ creators, from, to, by, yours }, r) => {
    const words = r.m.creator.handover;
    const [first] = creators;
    const one = creators.length === 1 ? first?.name : undefined;
    const count = r.number(creators.length);
    const title =
      one === undefined
        ? (yours ? words.yoursMany : words.titleMany)(count)
        : (yours ? words.yours : words.title)(one);
    const names = creators.map(({ name, handle }) => (handle === null ? name : `${name} · ${handle}`));
    const open: Button[] =
      first === undefined || one === undefined
        ? []
        : [button(r.m.creator.summaries.show, call("creator", { creator: first.id }))];
    return {
      title,
      tone: "good",
      summary: title,
      body: [
        line(bold(words.line(from?.name ?? null, to.name, by.name))),
        ...(one === undefined ? [list(names) as Part] : []),
        ...(yours ? [line(words.next)] : []),
        ...(open.length === 0 ? [] : [actions(...open)]),
      ],
    };
  },
});

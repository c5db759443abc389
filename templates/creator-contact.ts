/** A contact, such as an MCN's 机构商务, and every creator they answer for. */
import { actions, button, call, facts, line, list } from "../src/chat/card.ts";
import { CreatorContactData } from "../src/chat/features/creator.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const creatorContact = defineTemplate({
  data: CreatorContactData,
  render: ({ creator, contact, creators }, r) => {
    const { contactCard: words, card, fields } = r.m.creator;
    const set =
      creator === null
        ? []
        : [actions(button(card.setContact, call("creator contact set", { creator: creator.id })))];
    if (contact === null) {
      const name = creator?.name ?? r.m.common.unknown;
      const title = words.none(name);
      return { title, tone: "neutral", summary: title, body: [line(words.noneHint(name)), ...set] };
    }
    const title = words.title(contact.name);
    const names = creators.map(({ name, handle }) => (handle === null ? name : `${name} · ${handle}`));
    return {
      title,
      tone: "info",
      summary: title,
      body: [
        facts([
          [fields.name, contact.name],
          [fields.mcn, contact.mcn ?? r.m.common.unknown],
        ]),
        line(words.creators(r.number(names.length))),
        list(names),
        ...set,
      ],
    };
  },
});

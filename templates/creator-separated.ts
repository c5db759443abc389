/** Two creators that were one are two again: what came back, and what nobody can tell apart. */
import { actions, type Button, button, call, list, note } from "../src/chat/card.ts";
import { CreatorSeparatedData } from "../src/chat/features/creator.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const creatorSeparated = defineTemplate({
  data: CreatorSeparatedData,
  render: ({ kept, separated, since, back, mixed, vettedAnew }, r) => {
    const words = r.m.creator.separated;
    const title = words.title(separated.name, kept.name);
    const counts: [string, number][] = [
      [words.vettings, back.vettings],
      [words.lists, back.lists],
      [words.shortlists, back.shortlists],
      [words.work, back.work],
    ];
    const returned = counts
      .filter(([, count]) => count > 0)
      .map(([what, count]) => r.m.common.labelled(what, r.number(count)));
    return {
      title,
      tone: "good",
      summary: title,
      body: [
        list([
          words.back(separated.name, returned.length === 0 ? words.nothing : returned.join(" · ")),
          ...(mixed === 0 ? [] : [words.mixed(kept.name, r.number(mixed), r.time(since))]),
          ...(vettedAnew ? [words.vettedAnew(kept.name)] : []),
          words.stays(kept.name),
        ]),
        actions(
          button(words.show(separated.name), call("creator", { creator: separated.id })),
          button(words.show(kept.name), call("creator", { creator: kept.id })),
        ),
        note(words.notAsked),
      ],
    };
  },
});

/** @param merged the one who was merged into another */
export function separateButton(merged: { id: string; name: string }, r: Reading): Button {
  const { confirm, button: label } = r.m.creator.separated;
  const { title, ask, yes, no } = confirm;
  return button(label(merged.name), call("creator separate", { creator: merged.id }), {
    confirm: { title, text: ask(merged.name), ok: yes, cancel: no },
  });
}

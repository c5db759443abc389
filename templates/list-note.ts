/** What a person is told beside a list: whom it leaves out, and which rows somebody else decided first. */
import { actions, button, call, line, list, type Part } from "../src/chat/card.ts";
import { ListNoteData } from "../src/chat/features/list.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const listNote = defineTemplate({
  data: ListNoteData,
  render: ({ campaign, number, done, noPrice, late }, r) => {
    const { told, decisions, undecided } = r.m.list;
    const title = told.title(campaign, r.number(number));
    const lateParts: Part[] = [
      list(
        late.map(({ position, creator, decision, by }) =>
          told.late(r.number(position), creator, decision === null ? undecided : decisions[decision], by),
        ),
      ),
      line(told.lateRule),
      ...(done === 0 ? [] : [line(told.recorded(r.number(done)))]),
    ];
    const leftOut: Part[] = [
      line(told.submitted(r.number(done))),
      line(told.noPrice(r.m.common.listed(noPrice))),
      actions(button(told.askPrice, call("outreach set", {}))),
    ];
    return {
      title,
      tone: "warning",
      summary: title,
      body: late.length > 0 ? lateParts : leftOut,
    };
  },
});

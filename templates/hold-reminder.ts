/** Tells who holds a creator's time that the hold ends soon, or has ended, and what became of it since. */
import { actions, button, call, facts, line, note, type Span } from "../src/chat/card.ts";
import { HoldReminderData } from "../src/chat/features/outreach.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const holdReminder = defineTemplate({
  data: HoldReminderData,
  render: ({ campaign, creator, format, via, price, until, state }, r) => {
    const { hold, direct, formats, columns } = r.m.outreach;
    const title = hold[state](creator.name);
    const about = { creator: creator.id, campaign: campaign.id, format, ...(via === "" ? {} : { via }) };
    const isHeld = state === "ending" || state === "held";
    const again = button(
      isHeld ? hold.extend : hold.holdAgain,
      call("outreach hold", about),
      state === "held" ? {} : { style: "primary" },
    );
    const release = button(hold.release, call("outreach set", { ...about, state: "released" }));
    const rows: [string, string | Span][] = [
      [hold.creator, `${creator.name} · ${formats[format]}`],
      [hold.via, via === "" ? direct : via],
      ...(price === null ? [] : [[columns.price, r.moneySpan(price)] as [string, Span]]),
      ...(until === null ? [] : [[hold.until, r.timeSpan(until)] as [string, Span]]),
      [hold.campaign, campaign.name],
    ];
    return {
      title,
      tone: state === "held" ? "good" : state === "released" ? "neutral" : "warning",
      summary: until === null ? title : `${title} · ${r.time(until)}`,
      body: [
        line(hold.texts[state]),
        facts(rows),
        actions(...(isHeld ? [again, release] : [again])),
        note(hold.reason),
      ],
    };
  },
});

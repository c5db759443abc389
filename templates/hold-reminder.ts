/** Tells who holds a creator's time that the hold ends soon, or has ended. */
import { actions, button, call, facts, line, note } from "../src/chat/card.ts";
import { HoldReminderData } from "../src/chat/features/outreach.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const holdReminder = defineTemplate({
  data: HoldReminderData,
  render: ({ campaign, creator, format, via, until, state }, r) => {
    const { hold, direct, formats } = r.m.outreach;
    const title = hold[state](creator.name);
    const about = { creator: creator.id, campaign: campaign.id, format, ...(via === "" ? {} : { via }) };
    const again = button(state === "ending" ? hold.extend : hold.holdAgain, call("outreach hold", about), {
      style: "primary",
    });
    const release = button(hold.release, call("outreach set", { ...about, state: "released" }));
    return {
      title,
      tone: "warning",
      summary: `${title} · ${r.time(until)}`,
      body: [
        line(state === "ending" ? hold.endingText : hold.endedText),
        facts([
          [hold.creator, `${creator.name} · ${formats[format]}`],
          [hold.via, via === "" ? direct : via],
          [hold.until, r.timeSpan(until)],
          [hold.campaign, campaign.name],
        ]),
        actions(...(state === "ending" ? [again, release] : [again])),
        note(hold.reason),
      ],
    };
  },
});

/** A reminder of a posting: what to do first, then when it is and how far the draft has come. */
import type { z } from "zod";
import { actions, type Button, bold, button, call, facts, line, note, type Part } from "../src/chat/card.ts";
import { WaveReminderData } from "../src/chat/features/wave.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { bothTimes } from "./both-times.ts";

type Data = z.output<typeof WaveReminderData>;

export const waveReminder = defineTemplate({
  data: WaveReminderData,
  render: (data, r) => {
    const { wave } = r.m;
    const title = titleOf(data, r);
    return {
      title,
      tone: data.state === "posted" ? "good" : isWorrying(data) ? "warning" : "info",
      summary: `${title} · ${bothTimes(data.at, data.zone, r)}`,
      body: [
        ...warningOf(data, r),
        facts([
          [wave.postsAt, bothTimes(data.at, data.zone, r)],
          [wave.wave, wave.waves[data.wave]],
          [wave.draft, wave.drafts[data.draft ?? "none"]],
          [wave.campaign, data.campaign.name],
        ]),
        ...endOf(data, r),
      ],
    };
  },
});

function titleOf({ state, creator, daysLeft, isPast }: Data, r: Reading): string {
  const { titles } = r.m.wave.reminder;
  if (state === "posted") return titles.posted(creator.name);
  if (state === "moved") return titles.moved(creator.name);
  if (isPast) return titles.overdue(creator.name);
  return daysLeft === 0 ? titles.today(creator.name) : titles.ahead(creator.name, daysLeft);
}

function isWorrying(data: Data): boolean {
  return data.state === "open" && (data.isPast || data.draft !== "approved");
}

function warningOf(data: Data, r: Reading): Part[] {
  const { reminder } = r.m.wave;
  if (data.state !== "open") return [];
  if (data.isPast) return [line(reminder.askLink)];
  return data.draft === "approved" ? [] : [line(bold(reminder.notApproved))];
}

function endOf(data: Data, r: Reading): Part[] {
  const { wave } = r.m;
  if (data.state === "moved") return [];
  if (data.postponedTo !== null && data.state === "open")
    return [actions(postedButton(data, r)), note(wave.reminder.postponed(r.time(data.postponedTo)))];
  const about = { creator: data.creator.id, campaign: data.campaign.id };
  const addLink = button(wave.addLink, call("wave link", about), { style: "primary" });
  if (data.state === "posted") return data.hasLink ? [] : [actions(addLink)];
  const later = button(wave.reminder.later, call("later", { due: data.due }));
  const first = data.isPast
    ? [addLink, button(wave.markPosted, call("wave posted", about))]
    : [postedButton(data, r)];
  return [actions(...first, later), note(wave.reminder.reasons[data.reason])];
}

function postedButton(data: Data, r: Reading): Button {
  const about = { creator: data.creator.id, campaign: data.campaign.id };
  return button(r.m.wave.markPosted, call("wave posted", about), { style: "primary" });
}

/** Who posts when: a campaign's slots in the order of posting, in both zones. */
import type { z } from "zod";
import {
  actions,
  button,
  type Cell,
  type Column,
  call,
  line,
  list,
  note,
  type Part,
} from "../src/chat/card.ts";
import { ScheduleData } from "../src/chat/features/wave.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Data = z.output<typeof ScheduleData>;

const DRAFT_TONES = {
  none: "neutral",
  "in-review": "info",
  "changes-requested": "warning",
  approved: "good",
  withdrawn: "neutral",
} as const;
const STATE_TONES = {
  planned: "info",
  late: "danger",
  posted: "good",
  "posted-without-link": "warning",
} as const;

export const schedule = defineTemplate({
  data: ScheduleData,
  render: (data, r) => {
    const { wave } = r.m;
    const words = wave.schedule;
    const title = words.title(data.campaign.name, r.number(data.rows.length));
    return {
      title,
      tone: data.rows.some(({ state }) => state === "late") ? "warning" : "info",
      summary: title,
      body: [
        line(r.m.common.labelled(words.launch, r.date(data.launchOn))),
        ...(data.rows.length === 0 ? [line(words.empty)] : [progressOf(data, r), tableOf(data, r)]),
        ...(data.sameDay === null ? [] : [list([wave.warnings.sameDay(r.number(data.sameDay))])]),
        actions(button(words.set, call("wave set", { campaign: data.campaign.id }), { style: "primary" })),
        note(r.time(data.at)),
      ],
    };
  },
});

function progressOf({ rows }: Data, r: Reading): Part {
  const done = rows.filter(({ state }) => state === "posted" || state === "posted-without-link").length;
  return { kind: "progress", done, total: rows.length, label: r.m.wave.schedule.states.posted };
}

function tableOf(data: Data, r: Reading): Part {
  const { waves, drafts, schedule: words } = r.m.wave;
  const planned = { title: words.columns.time, zone: data.zone };
  const times = r.zone === data.zone ? [planned] : [planned, { title: words.columns.timeHere, zone: r.zone }];
  const text = (title: string): Column => ({ title, kind: "text" });
  return {
    kind: "table",
    caption: data.campaign.name,
    columns: [
      text(words.columns.creator),
      text(words.columns.wave),
      ...times.map(({ title }): Column => ({ title, kind: "date" })),
      { title: words.columns.draft, kind: "status" },
      { title: words.columns.state, kind: "status" },
    ],
    rows: data.rows.map((row): Cell[] => [
      row.creator,
      waves[row.wave],
      ...times.map(({ zone }) => ({ at: row.at, text: r.timeIn(row.at, zone) })),
      { tags: [{ text: drafts[row.draft ?? "none"], tone: DRAFT_TONES[row.draft ?? "none"] }] },
      { tags: [{ text: words.states[row.state], tone: STATE_TONES[row.state] }] },
    ]),
  };
}

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
        ...(data.rows.length === 0 ? [line(words.empty)] : [tableOf(data, r)]),
        ...(data.sameDay === null ? [] : [list([wave.warnings.sameDay(r.number(data.sameDay))])]),
        actions(button(words.set, call("wave set", { campaign: data.campaign.id }), { style: "primary" })),
        note(r.time(data.at)),
      ],
    };
  },
});

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
      ...times.map(({ title }) => text(title)),
      text(words.columns.draft),
      text(words.columns.state),
    ],
    rows: data.rows.map((row): Cell[] => [
      row.creator,
      waves[row.wave],
      ...times.map(({ zone }) => r.timeIn(row.at, zone)),
      drafts[row.draft ?? "none"],
      words.states[row.state],
    ]),
  };
}

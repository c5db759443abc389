/** What was given up, and the word that a job is tried again. */
import { actions, bold, button, call, facts, line, type Part } from "../src/chat/card.ts";
import { DoneData, StuckData } from "../src/chat/features/people.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const stuck = defineTemplate({
  data: StuckData,
  render: ({ jobs, messages }, r) => {
    const words = r.m.people;
    const empty = jobs.length === 0 && messages.length === 0;
    const jobParts = jobs.flatMap((job): Part[] => [
      facts([[job.name, `${job.error} (${r.number(job.attempts)} ×, ${r.time(job.at)})`]]),
      actions(button(words.retry, call("stuck retry", { job: job.id }))),
    ]);
    return {
      title: words.stuckTitle,
      tone: empty ? "good" : "warning",
      summary: empty ? words.nothingStuck : words.stuckTitle,
      body: [
        ...(empty ? [line(words.nothingStuck)] : []),
        ...(jobs.length === 0 ? [] : [line(bold(words.jobs)), ...jobParts]),
        ...(messages.length === 0
          ? []
          : [
              line(bold(words.messages)),
              facts(
                messages.map(({ template, lane, error, at }) => [
                  template ?? lane,
                  `${error ?? r.m.common.unknown} (${lane}, ${r.time(at)})`,
                ]),
              ),
            ]),
      ],
    };
  },
});

export const done = defineTemplate({
  data: DoneData,
  render: ({ what }, r) => {
    const title = r.m.people.done[what];
    return { title, tone: "good", summary: title, body: [] };
  },
});

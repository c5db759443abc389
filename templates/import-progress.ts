/** A creator list at work: read, being vetted, or of no use and why. */
import type { z } from "zod";
import { type Card, line, note, type Part } from "../src/chat/card.ts";
import { ImportProgressData } from "../src/chat/features/import.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import type { ErrorCode } from "../src/domain/errors.ts";

export const importProgress = defineTemplate({
  data: ImportProgressData,
  render: (data, r): Card => {
    const { fileName, done, total, failure, startedBy, startedAt } = data;
    const words = r.m.import;
    const by = note(words.startedBy(startedBy.name, r.time(startedAt)));
    if (failure !== null) {
      const why = whyOf(failure, r);
      const title = words.failed(fileName);
      return { title, tone: "warning", summary: `${title} · ${why}`, body: [line(why), by] };
    }
    if (total === null) {
      const title = words.reading(fileName);
      return { title, tone: "info", summary: title, body: [line(words.readingNext), by] };
    }
    const title = words.vetting(fileName);
    const progress: Part = { kind: "progress", done, total, label: words.creatorsVetted };
    const counted = words.progress(r.count(done), r.count(total));
    return { title, tone: "info", summary: r.m.common.labelled(title, counted), body: [progress, by] };
  },
});

function whyOf(
  { code, details }: NonNullable<z.output<typeof ImportProgressData>["failure"]>,
  r: Reading,
): string {
  const { failures } = r.m.import;
  const { refusals } = r.m.common;
  if (code === "file-gone" || code === "orders") return failures[code];
  return (refusals[code as ErrorCode] ?? refusals.internal)(details);
}

/** A creator list at work: read, being vetted, or of no use and why. */
import type { z } from "zod";
import { actions, button, type Card, call, line, note, type Part } from "../src/chat/card.ts";
import { ImportProgressData, UNNAMED_PICTURE } from "../src/chat/features/import.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import type { ErrorCode } from "../src/domain/errors.ts";

type Data = z.output<typeof ImportProgressData>;

/** Above it the time left is told in minutes; below, in steps of five seconds, so that it does not jump about. */
const SECONDS_TOLD = 90;
const STEP_SECONDS = 5;

export const importProgress = defineTemplate({
  data: ImportProgressData,
  render: (data, r): Card => {
    const { id, fileName, failure, startedBy, startedAt } = data;
    const words = r.m.import;
    const by = note(words.startedBy(startedBy.name, r.time(startedAt)));
    if (failure !== null) {
      const why = whyOf(failure, r);
      const stopped = failure.code === "given-up";
      const again =
        stopped && id !== undefined
          ? [actions(button(words.tryAgain, call("import resend", { import: id }), { style: "primary" }))]
          : [];
      const title = failedTitle(fileName, stopped, r);
      return { title, tone: "warning", summary: `${title} · ${why}`, body: [line(why), ...again, by] };
    }
    if (data.cancelled !== null) return cancelledCard(data, data.cancelled, r);
    if (data.total === null) {
      const title = fileName === UNNAMED_PICTURE ? words.picture.reading : words.reading(fileName);
      return { title, tone: "info", summary: title, body: [line(words.readingNext), ...cancel(data, r), by] };
    }
    const title = words.vetting(fileName);
    const { done, total, secondsLeft } = data;
    const left = secondsLeft === null ? undefined : leftText(secondsLeft, r);
    const label = left === undefined ? words.creatorsScored : `${words.creatorsScored} · ${left}`;
    const progress: Part = { kind: "progress", done, total, label };
    const counted = words.progress(r.count(done), r.count(total));
    const summary = r.m.common.labelled(title, left === undefined ? counted : `${counted} · ${left}`);
    return { title, tone: "info", summary, body: [progress, ...cancel(data, r), by] };
  },
});

export function failedTitle(fileName: string, stopped: boolean, r: Reading): string {
  const { picture, ...words } = r.m.import;
  if (stopped) return words.stopped(fileName);
  return fileName === UNNAMED_PICTURE ? picture.failed : words.failed(fileName);
}

function leftText(seconds: number, r: Reading): string {
  const { left } = r.m.import;
  if (seconds > SECONDS_TOLD) return left(r.number(Math.ceil(seconds / 60)), "minutes");
  return left(r.number(Math.max(1, Math.ceil(seconds / STEP_SECONDS)) * STEP_SECONDS), "seconds");
}

function cancel({ id }: Data, r: Reading): Part[] {
  if (id === undefined) return [];
  const words = r.m.import.cancel;
  const confirm = { title: words.title, text: words.ask, ok: words.yes, cancel: words.no };
  return [actions(button(words.button, call("import cancel", { import: id }), { confirm }))];
}

function cancelledCard(
  { id, fileName, done, total, startedBy, startedAt }: Data,
  { by, at }: NonNullable<Data["cancelled"]>,
  r: Reading,
): Card {
  const words = r.m.import;
  const title = words.cancelled(fileName);
  const kept = done > 0 && total !== null;
  const what = kept ? words.kept(r.count(done), r.count(total)) : words.nothingKept;
  const open =
    kept && id !== undefined ? [actions(button(words.result.open, call("import open", { import: id })))] : [];
  return {
    title,
    tone: "neutral",
    summary: `${title} · ${what}`,
    body: [
      line(what),
      ...open,
      note(
        `${words.cancelledBy(by.name, r.time(at))}\n${words.startedBy(startedBy.name, r.time(startedAt))}`,
      ),
    ],
  };
}

/** Why a file is of no use, in the reader's words. */
export function whyOf(
  { code, details }: NonNullable<z.output<typeof ImportProgressData>["failure"]>,
  r: Reading,
): string {
  const { failures } = r.m.import;
  const { refusals } = r.m.common;
  if (code === "file-gone" || code === "orders" || code === "given-up") return failures[code];
  return (refusals[code as ErrorCode] ?? refusals.internal)(details);
}

/** What to look at before a brief goes out, a line each. */
import type { z } from "zod";
import type { BriefAdvice } from "../src/chat/features/brief.ts";
import type { Reading } from "../src/chat/reading.ts";

type Advice = z.output<typeof BriefAdvice>;

/** A text full of superlatives would push everything else off the card. */
const WORDING_SHOWN = 6;

export function adviceLines(all: readonly Advice[], r: Reading): string[] {
  const wording = all.filter(({ kind }) => kind === "wording");
  const more = wording.length - WORDING_SHOWN;
  return [
    ...all.filter(({ kind }) => kind !== "wording").map((advice) => adviceLine(advice, r)),
    ...wording.slice(0, WORDING_SHOWN).map((advice) => adviceLine(advice, r)),
    ...(more > 0 ? [r.m.brief.advice.more(r.number(more))] : []),
  ];
}

function adviceLine(advice: Advice, r: Reading): string {
  const { advice: words, sections } = r.m.brief;
  switch (advice.kind) {
    case "missing": {
      const [language, other] = advice.languages;
      return words.missing[other === undefined ? (language ?? "both") : "both"](sections[advice.section]);
    }
    case "numbers-differ":
      return words.numbersDiffer(
        sections[advice.section],
        r.m.common.listed(advice.numbers.map((value) => r.number(value, 6))),
      );
    case "script":
      return words.script(sections[advice.section], r.number(advice.length), r.number(advice.limit));
    case "wording":
      return words.wording(
        sections[advice.section],
        r.m.draft.severities[advice.severity],
        advice.word,
        r.m.draft.advice[advice.advice],
      );
    case "late":
      return words.late[advice.severity](r.date(advice.until));
    case "no-date":
      return words.noDate;
    case "calendar-unknown":
      return words.calendarUnknown(advice.year);
  }
}

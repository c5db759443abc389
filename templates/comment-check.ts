/** What a sample of comments is worth, and sentences in it that a person should look at. */
import type { z } from "zod";
import {
  actions,
  bold,
  button,
  call,
  divider,
  facts,
  line,
  list,
  note,
  type Part,
} from "../src/chat/card.ts";
import { CommentCheckData } from "../src/chat/features/vet-steps.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Data = z.output<typeof CommentCheckData>;

export const commentCheck = defineTemplate({
  data: CommentCheckData,
  render: (data, r) => {
    const words = r.m.vetSteps;
    const title = words.commentsTitle(data.creator.name);
    const { text, isBad } = conclusionOf(data, r);
    return {
      title,
      tone: isBad || data.hits.some(({ weight }) => weight === "normal") ? "warning" : "info",
      summary: `${title} · ${text}`,
      body: [
        line(text),
        ...shares(data, r),
        ...unusedLines(data, r),
        ...safety(data, r),
        actions(...buttons(data, r)),
        ...(data.read === 0 ? [] : [note(words.commentsForgotten)]),
      ],
    };
  },
});

function conclusionOf({ read, least, limit, shares }: Data, r: Reading): { text: string; isBad: boolean } {
  const words = r.m.vetSteps;
  if (shares === null) return { text: words.noneRead, isBad: false };
  if (read < least) return { text: words.tooFew(r.number(read), r.number(least)), isBad: false };
  const isBad = shares.generic >= limit;
  const say = isBad ? words.manyGeneric : words.fewGeneric;
  return { text: say(r.share(shares.generic), r.share(limit)), isBad };
}

/** Every line of a file is accounted for. */
function unusedLines({ unused = [] }: Data, r: Reading): Part[] {
  if (unused.length === 0) return [];
  const words = r.m.vetSteps.commentFile;
  const lines = unused.map(({ reason, count, lines: first }) =>
    words.unusedLine(
      r.number(count),
      first.map((line) => r.number(line)).join(", "),
      count > first.length,
      words.reasons[reason],
    ),
  );
  return [line(bold(words.unused)), list(lines)];
}

function shares({ read, shares: found, fileName }: Data, r: Reading): Part[] {
  if (found === null) return [];
  const words = r.m.vetSteps;
  return [
    facts([
      ...(fileName === undefined ? [] : [[words.commentFile.from, fileName] as [string, string]]),
      [words.commentsRead, r.count(read)],
      [words.generic, r.share(found.generic)],
      [words.emojiOnly, r.share(found.emojiOnly)],
      [words.duplicate, r.share(found.duplicate)],
      [words.questions, r.share(found.questions)],
    ]),
  ];
}

function safety({ read, hits }: Data, r: Reading): Part[] {
  const words = r.m.vetSteps;
  if (read === 0) return [];
  if (hits.length === 0) return [note(words.safetyNone)];
  const items = hits.map(({ kind, word, sentence, weight }) => {
    const hit = words.safetyHit(words.safetyKinds[kind], word, sentence);
    return weight === "low" ? `${hit}${r.m.common.inBrackets(words.safetyUnlikely)}` : hit;
  });
  return [divider, line(bold(words.safety)), list(items), note(words.safetyAdvice)];
}

function buttons({ vettingId, hits }: Data, r: Reading) {
  const words = r.m.vetSteps;
  const decide = (controversy: "yes" | "no") => call("vet safety", { vetting: vettingId, controversy });
  const decisions =
    hits.length === 0
      ? []
      : [
          button(words.confirmControversy, decide("yes"), { style: "danger" }),
          button(words.noControversy, decide("no")),
        ];
  return [...decisions, button(words.openScorecard, call("vet show", { vetting: vettingId }))];
}

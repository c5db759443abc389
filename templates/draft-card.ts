/** A draft under review: what to decide first, then the text, what speaks against it, and who said what. */
import type { z } from "zod";
import {
  actions,
  bold,
  button,
  type Card,
  call,
  facts,
  fold,
  line,
  link,
  list,
  note,
  type Part,
  type Span,
  type Tone,
} from "../src/chat/card.ts";
import { DraftCardData } from "../src/chat/features/draft.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { INCLUDED_ROUNDS } from "../src/domain/drafts.ts";

type Data = z.output<typeof DraftCardData>;
type Standing = "in-review" | "approve" | "changes" | "replaced";

/** In signs: a longer text is folded, and begins with so much of it. */
const LONG_TEXT = 300;
const EXCERPT = 120;
const FINDINGS_SHOWN = 6;

const TONES: Readonly<Record<Standing, Tone>> = {
  "in-review": "info",
  approve: "good",
  changes: "warning",
  replaced: "neutral",
};

export const draftCard = defineTemplate({
  data: DraftCardData,
  render: (data, r): Card => {
    const standing = standingOf(data);
    const title = r.m.draft.titles[standing](data.creator.name, data.version);
    return {
      title,
      tone: TONES[standing],
      summary: `${title} · ${data.campaign.name}`,
      body: [
        ...(standing === "replaced" ? [line(bold(r.m.draft.replaced(data.newest)))] : []),
        ...decision(data, r),
        ...textParts(data, r),
        facts(headline(data, r)),
        ...wording(data, r),
        ...remarks(data, standing, r),
        ...asks(data, standing, r),
        note(r.m.draft.submittedBy(data.submittedBy.name, r.time(data.submittedAt))),
      ],
    };
  },
});

function standingOf(data: Data): Standing {
  if (data.version < data.newest) return "replaced";
  return data.decision?.decision ?? "in-review";
}

function decision(data: Data, r: Reading): Part[] {
  if (data.decision === null) return [];
  const { decision, by, at, comment } = data.decision;
  const rows: [string, string][] = [[r.m.draft.decidedBy[decision], r.m.draft.byAt(by.name, r.time(at))]];
  if (comment !== null) rows.push([r.m.draft.comment, comment]);
  return [facts(rows)];
}

function textParts({ text }: Data, r: Reading): Part[] {
  const signs = Array.from(text);
  if (signs.length <= LONG_TEXT) return [line(text)];
  return [
    line(`${signs.slice(0, EXCERPT).join("")}…`),
    fold(r.m.draft.fullText(r.number(signs.length)), [{ kind: "text", spans: [{ kind: "text", text }] }]),
  ];
}

function headline(data: Data, r: Reading): [string, Span | string][] {
  const words = r.m.draft;
  const rows: [string, Span | string][] = [[words.campaign, data.campaign.name]];
  if (data.link !== null) rows.push([words.link, link(words.openLink, data.link)]);
  if (data.version === data.newest)
    rows.push([words.rounds, words.round(r.number(data.round), r.number(INCLUDED_ROUNDS))]);
  if (data.findings.length === 0) rows.push([words.wording, words.noFindings]);
  return rows;
}

function wording({ findings }: Data, r: Reading): Part[] {
  if (findings.length === 0) return [];
  const words = r.m.draft;
  const shown = findings
    .slice(0, FINDINGS_SHOWN)
    .map(({ word, before, after, severity, advice }) =>
      words.finding(words.severities[severity], word, `${before}${word}${after}`, words.advice[advice]),
    );
  const more = findings.length - shown.length;
  return [
    line(bold(words.wording)),
    list(more > 0 ? [...shown, words.moreFindings(r.number(more))] : shown),
    note(words.adviceOnly),
  ];
}

/** What whoever decides or acts next should know. */
function remarks(data: Data, standing: Standing, r: Reading): Part[] {
  const words = r.m.draft;
  const said: string[] = [];
  if (!data.shortlisted) said.push(words.notShortlisted);
  if (standing === "in-review" && !data.hasReviewer) said.push(words.nobodyToReview);
  if (standing === "in-review" && data.round >= INCLUDED_ROUNDS) said.push(words.lastIncluded);
  if (standing === "changes" && data.round > INCLUDED_ROUNDS)
    said.push(words.extraRound(r.number(data.round), r.number(INCLUDED_ROUNDS)));
  return said.map((sentence) => line(sentence));
}

function asks(data: Data, standing: Standing, r: Reading): Part[] {
  const words = r.m.draft;
  const version = { draft: data.draft, version: data.version };
  const relay = button(words.relay, call("draft relay", version));
  const next = button(
    words.submitNext,
    call("draft", { creator: data.creator.id, campaign: data.campaign.id }),
    { style: "primary" },
  );
  switch (standing) {
    case "in-review":
      return [
        actions(button(words.approve, call("draft approve", version), { style: "primary" })),
        changesForm(version, r),
      ];
    case "approve":
      return [actions(relay)];
    case "changes":
      return [actions(next, relay)];
    case "replaced":
      return [];
  }
}

function changesForm(version: { draft: string; version: number }, r: Reading): Part {
  const words = r.m.draft;
  return {
    kind: "form",
    open: words.askChanges,
    form: {
      title: words.changesTitle,
      call: call("draft changes", version),
      submit: words.askChanges,
      fields: [
        {
          kind: "long-text",
          name: "comment",
          label: words.fields.comment,
          hint: words.commentHint,
          required: true,
        },
      ],
    },
  };
}

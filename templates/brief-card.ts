/** The brief of one creator: what to look at first, the texts folded below, the document beside it. */
import type { z } from "zod";
import {
  actions,
  type Button,
  bold,
  button,
  type Card,
  call,
  type FoldedPart,
  facts,
  fold,
  line,
  list,
  note,
  type Part,
  type Span,
  text,
} from "../src/chat/card.ts";
import { BriefCardData, TYPED_SECTIONS } from "../src/chat/features/brief.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { adviceLines } from "./brief-advice.ts";

type Data = z.output<typeof BriefCardData>;

/** Longer texts are read in the file. */
const TEXT_SHOWN = 500;

export const briefCard = defineTemplate({
  data: BriefCardData,
  render: (data, r): Card => {
    const { content, creator, version } = data;
    const words = r.m.brief;
    const title = content.incomplete
      ? words.titleIncomplete(creator.name)
      : words.title(creator.name, version);
    const remarks = adviceLines(content.advice, r);
    return {
      title,
      tone: toneOf(data),
      summary: [title, data.campaign.name, ...remarks.slice(0, 1)].join(" · "),
      body: [
        ...(version < data.newest ? [line(bold(words.replaced(data.newest)))] : []),
        ...(content.incomplete ? [line(words.incomplete)] : []),
        facts(headline(data, r)),
        ...changes(data, r),
        ...(remarks.length === 0
          ? [line(words.advice.none)]
          : [line(bold(words.advice.title)), list(remarks)]),
        fold(words.texts, textsOf(data, r)),
        ...(version < data.newest ? [] : [actions(...buttons(data, r))]),
        note(words.madeBy(data.createdBy.name, r.time(data.createdAt))),
      ],
    };
  },
});

function toneOf({ version, newest, content }: Data): Card["tone"] {
  if (version < newest) return "neutral";
  const serious = content.advice.some(
    (advice) =>
      (advice.kind === "late" && advice.severity === "error") ||
      (advice.kind === "wording" && advice.severity === "high"),
  );
  if (content.incomplete || serious) return "danger";
  return content.advice.length === 0 ? "good" : "warning";
}

function headline({ campaign, content }: Data, r: Reading): [string, string][] {
  const words = r.m.brief;
  const { dates } = content;
  const times = (at: string) => (dates?.zones ?? []).map((zone) => r.timeIn(at, zone)).join(" / ");
  const rows: [string, string][] = [
    [words.fields.campaign, campaign.name],
    [words.product, `${content.brand} ${content.product}`],
    [words.posting, dates === null ? words.noDate : times(dates.postAt)],
  ];
  if (dates !== null) rows.push([words.draftDue, times(dates.draftDueAt)]);
  rows.push([words.disclosure, words.reported]);
  return rows;
}

function changes({ version, content: { changed } }: Data, r: Reading): Part[] {
  if (changed === null) return [];
  const words = r.m.brief;
  const names = changed.map((id) => (id === "product" ? words.product : words.sections[id]));
  return [
    line(names.length === 0 ? words.unchanged(version - 1) : words.changed(version - 1, names.join(" · "))),
  ];
}

/** What people wrote, English left and Chinese right; the standing texts are in the file. */
function textsOf({ content: { sections } }: Data, r: Reading): FoldedPart[] {
  const words = r.m.brief;
  return sections
    .filter(({ id }) => (TYPED_SECTIONS as readonly string[]).includes(id))
    .map(({ id, en, zh }) => {
      const side = (value: string, notGiven: string): Span[] => [
        bold(words.sections[id]),
        text(`\n${value === "" ? notGiven : shortened(value, words.shortened)}`),
      ];
      return { kind: "columns", left: side(en, words.notGiven.en), right: side(zh, words.notGiven.zh) };
    });
}

function shortened(value: string, more: string): string {
  return value.length <= TEXT_SHOWN ? value : `${Array.from(value).slice(0, TEXT_SHOWN).join("")} ${more}`;
}

function buttons({ id, campaign, creator, content }: Data, r: Reading): Button[] {
  const words = r.m.brief;
  const change = call("brief", { campaign: campaign.id, from: id });
  if (content.incomplete) return [button(words.complete, change, { style: "primary" })];
  return [
    button(words.relay, call("brief relay", { brief: id }), { style: "primary" }),
    button(words.edit, change),
    button(words.submitDraft, call("draft", { creator: creator.id, campaign: campaign.id })),
  ];
}

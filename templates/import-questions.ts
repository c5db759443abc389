/** The doubtful rows of a list: each with its answers, or all in one form. */
import type { z } from "zod";
import {
  actions,
  type Button,
  button,
  type Card,
  call,
  fold,
  line,
  list,
  type Part,
} from "../src/chat/card.ts";
import { ImportQuestionsData } from "../src/chat/features/import-questions.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { separateButton } from "./creator-separated.ts";

type Question = z.output<typeof ImportQuestionsData>["questions"][number];
type Namesakes = Extract<Question["about"], { kind: "which-creator" }>;

/** More buttons than these would hide which is which. */
const WITH_BUTTONS = 3;
const MOST_BUTTONS = 2 * WITH_BUTTONS;

export const importQuestions = defineTemplate({
  data: ImportQuestionsData,
  render: ({ id, fileName, open: count, questions }, r): Card => {
    const words = r.m.import.questions;
    const open = questions.filter(({ answer }) => answer === null);
    const title = count === 0 ? words.allAnswered(fileName) : words.title(fileName, count);
    return {
      title,
      tone: open.length === 0 ? "good" : "warning",
      summary: title,
      body: [
        ...(open.length === 0
          ? []
          : [line(todoText(open, r)), list(open.map((one) => questionLine(one, r)))]),
        ...(open.length === 0 ? [] : [actions(...buttonsOf(id, open, r))]),
        ...answeredPart(questions, r),
        ...separateParts(questions, r),
      ],
    };
  },
});

/** Only what these questions hold up. */
function todoText(open: readonly Question[], r: Reading): string {
  const { todo, waits } = r.m.import.questions;
  const kinds = new Set(open.map(({ about }) => about.kind));
  return todo([...kinds].map((kind) => waits[kind]));
}

function buttonsOf(id: string, open: readonly Question[], r: Reading): Button[] {
  const words = r.m.import.questions;
  const isTwice = (question: Question) =>
    open.some((one) => one !== question && one.creator === question.creator);
  const nameOf = (question: Question) =>
    isTwice(question) ? words.marked(question.creator, words.row(r.number(question.line))) : question.creator;
  const isOnly = open.length === 1;
  const each = open.flatMap((question) =>
    answersTo(question, r).map(({ value, label }) =>
      button(
        isOnly ? label : words.of(nameOf(question), label),
        call("import answer", { import: id, questions: question.key, a0: value }),
      ),
    ),
  );
  const form = button(words.open, call("import answer", { import: id }), { style: "primary" });
  if (open.length > WITH_BUTTONS || each.length > MOST_BUTTONS) return [form];
  return isOnly ? each : [form, ...each];
}

function answeredPart(questions: readonly Question[], r: Reading): Part[] {
  const words = r.m.import.questions;
  const lines = questions.flatMap((question) => {
    const { answer } = question;
    if (answer === null) return [];
    const outcome = outcomeOf(question, answer, r);
    return [words.answeredLine(answeredQuestion(question, r), outcome, answer.by.name, r.time(answer.at))];
  });
  return lines.length === 0 ? [] : [fold(words.answered, [list(lines)])];
}

/** Who else was called so is of no use once it is answered. */
function answeredQuestion(question: Question, r: Reading): string {
  if (question.about.kind !== "which-creator") return questionLine(question, r);
  const words = r.m.import.questions;
  return words.marked(question.creator, words.row(r.number(question.line)));
}

function outcomeOf(
  question: Pick<Question, "about">,
  { yes, score }: NonNullable<Question["answer"]>,
  r: Reading,
): string {
  const words = r.m.import.questions;
  const { about } = question;
  if (about.kind === "which-creator") {
    const said =
      answersTo(question, r).find(({ value }) => value === (yes ? about.chosen : "no"))?.label ?? "";
    const verdict = score === null ? r.m.import.result.noVerdictYet : words.newScore(r.number(score, 1));
    const outcome = about.duplicateOf === null ? verdict : words.isDuplicate(r.number(about.duplicateOf));
    return `→ ${said} · ${outcome}`;
  }
  const scored = score === null ? words.noVerdict : words.newScore(r.number(score, 1));
  const said = answersTo(question, r)[yes ? 0 : 1]?.label ?? "";
  return about.kind === "price" && yes ? `${said} · ${scored}` : said;
}

/** A yes that made two creators one can be taken back. */
function separateParts(questions: readonly Question[], r: Reading): Part[] {
  const buttons = questions.flatMap(({ creator, answer }) =>
    answer === null || answer.merged === null
      ? []
      : [separateButton({ id: answer.merged, name: creator }, r)],
  );
  return buttons.length === 0 ? [] : [actions(...buttons.slice(0, WITH_BUTTONS))];
}

/** What is asked, in one sentence. */
export function questionLine({ about, creator, line: row }: Question, r: Reading): string {
  const words = r.m.import.questions;
  const at = r.number(row);
  if (about.kind === "price") {
    const quotes = [
      ...(about.image === null ? [] : [words.image(r.money(about.image))]),
      ...(about.video === null ? [] : [words.video(r.money(about.video))]),
    ];
    return words.price(creator, r.m.common.listed(quotes), r.money(about.low), r.money(about.high), at);
  }
  if (about.kind === "which-creator") {
    const more = about.more === 0 ? [] : [words.moreCandidates(r.number(about.more))];
    const candidates = [...labelsOf(about.candidates, r), ...more].join(" / ");
    return words.which(creator, candidates, about.followers === null ? null : r.count(about.followers), at);
  }
  const named = (name: string, mark: string | null) => (mark === null ? name : words.marked(name, mark));
  const why = [
    creator === about.other ? words.equalName : words.sameName,
    ...(about.city === null ? [] : [words.sameCity(about.city)]),
    ...(about.followers === null || about.otherFollowers === null
      ? []
      : [words.sameSize(r.count(about.followers), r.count(about.otherFollowers))]),
  ];
  const separator = r.language === "en" ? " " : "";
  return words.same(named(creator, about.mark), named(about.other, about.otherMark), why.join(separator), at);
}

/** What can be answered, as a button or a form sends it. */
export function answersTo(
  { about }: Pick<Question, "about">,
  r: Reading,
): { value: string; label: string }[] {
  const words = r.m.import.questions;
  if (about.kind === "which-creator") {
    const labels = labelsOf(about.candidates, r);
    const known = about.candidates.map(({ id }, index) => ({ value: id, label: labels[index] ?? "" }));
    return [...known, { value: "no", label: words.isNew }];
  }
  const [yes, no] =
    about.kind === "price" ? [words.priceRight, words.priceWrong] : [words.isSame, words.isOther];
  return [
    { value: "yes", label: yes },
    { value: "no", label: no },
  ];
}

/** All have the name, so what differs stands on the button: 小红书号 or id, and the size. */
function labelsOf(candidates: Namesakes["candidates"], r: Reading): string[] {
  const words = r.m.creator.choice;
  const labels = candidates.map(({ mark, followers }) =>
    [mark ?? words.noLink, ...(followers === null ? [] : [words.followers(r.count(followers))])].join(" · "),
  );
  // two without a mark and of one size: nothing but their order parts them
  const isTwice = new Set(labels).size < labels.length;
  return isTwice ? labels.map((label, index) => `${r.number(index + 1)} · ${label}`) : labels;
}

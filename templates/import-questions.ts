/** The doubtful rows of a list: each with its two answers, or all in one form. */
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

/** More buttons than these would hide which is which. */
const WITH_BUTTONS = 3;

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
        ...(open.length === 0 ? [] : [line(words.todo), list(open.map((one) => questionLine(one, r)))]),
        ...(open.length === 0 ? [] : [actions(...buttonsOf(id, open, r))]),
        ...answeredPart(questions, r),
        ...separateParts(questions, r),
      ],
    };
  },
});

function buttonsOf(id: string, open: readonly Question[], r: Reading): Button[] {
  const words = r.m.import.questions;
  const isTwice = (question: Question) =>
    open.some((one) => one !== question && one.creator === question.creator);
  const nameOf = (question: Question) =>
    isTwice(question) ? words.marked(question.creator, words.row(r.number(question.line))) : question.creator;
  const answer = (question: Question, yes: boolean, isOnly: boolean) => {
    const said = answerWords(question, yes, r);
    return button(
      isOnly ? said : words.of(nameOf(question), said),
      call("import answer", { import: id, questions: question.key, a0: yes ? "yes" : "no" }),
    );
  };
  const form = button(words.open, call("import answer", { import: id }), { style: "primary" });
  if (open.length > WITH_BUTTONS) return [form];
  const each = open.flatMap((one) => [
    answer(one, true, open.length === 1),
    answer(one, false, open.length === 1),
  ]);
  return open.length === 1 ? each : [form, ...each];
}

function answeredPart(questions: readonly Question[], r: Reading): Part[] {
  const words = r.m.import.questions;
  const lines = questions.flatMap((question) => {
    const { answer } = question;
    if (answer === null) return [];
    const score = answer.score === null ? words.noVerdict : words.newScore(r.number(answer.score, 1));
    const said = answerWords(question, answer.yes, r);
    const outcome = question.about.kind === "price" && answer.yes ? `${said} · ${score}` : said;
    return [words.answeredLine(questionLine(question, r), outcome, answer.by.name, r.time(answer.at))];
  });
  return lines.length === 0 ? [] : [fold(words.answered, [list(lines)])];
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

function answerWords({ about }: Question, yes: boolean, r: Reading): string {
  const words = r.m.import.questions;
  if (about.kind === "price") return yes ? words.priceRight : words.priceWrong;
  return yes ? words.isSame : words.isOther;
}

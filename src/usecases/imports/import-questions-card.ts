/** The card of a list's doubtful rows: what is open, and who answered what. */
import { z } from "zod";
import { MoneyData } from "../../chat/features/common.ts";
import type { TemplateInput } from "../../chat/template-data.ts";
import { creatorById } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { type ImportQuestion, type ListImport, questionsOf } from "../../store/imports.ts";
import { isMerged } from "../../store/merges.ts";
import { personRef } from "../../store/people.ts";
import { latestFacts } from "../../store/vettings.ts";
import type { Recipient, Unit } from "../unit.ts";
import { NamesakeDetails, namesakesOf } from "./import-namesakes.ts";

type Question = TemplateInput<"import-questions">["questions"][number];

const Quoted = z.object({ value: MoneyData }).optional();
export const PriceDetails = z.object({
  creatorId: z.string(),
  creator: z.string(),
  quotes: z.object({ quoteImage: Quoted, quoteVideo: Quoted }),
  low: MoneyData,
  high: MoneyData,
  /** the score with the price, once it counts */
  score: z.number().nullish(),
});
export const SamenessDetails = z.object({
  creatorId: z.string(),
  creator: z.string(),
  mark: z.string().nullable(),
  otherId: z.string(),
  other: z.string(),
  otherMark: z.string().nullable(),
  city: z.string().nullable(),
  followers: z.int().nullable(),
  otherFollowers: z.int().nullable(),
});

/** More would be a list of its own; the rest comes up once these are answered. */
export const SHOWN = 15;
/** More of one name are told apart by nobody in a chat: the list wants their 小红书号. */
const CANDIDATES_SHOWN = 8;

export function questionsCardKey(importId: string): string {
  return `import-questions:${importId}`;
}

export function questionKey({ line, kind }: Pick<ImportQuestion, "line" | "kind">): string {
  return `${line}:${kind}`;
}

/** Sends the questions of an import, which may be about prices; nothing where there are none. */
export async function sendQuestions(unit: Unit, started: ListImport, to: Recipient): Promise<void> {
  const data = await questionsCardOf(unit.tx, started);
  if (data.questions.length === 0) return;
  await unit.send({
    to,
    template: "import-questions",
    data,
    cardKey: questionsCardKey(started.id),
    key: questionsCardKey(started.id),
  });
}

/** The first open ones, then the answered ones. */
export async function questionsCardOf(
  db: Querier,
  { id, fileName }: Pick<ListImport, "id" | "fileName">,
): Promise<TemplateInput<"import-questions">> {
  const all = await withoutForgotten(db, await questionsOf(db, id));
  const open = all.filter(({ answer }) => answer === null);
  const answered = all.filter(({ answer }) => answer !== null).slice(-SHOWN);
  const questions: Question[] = [];
  for (const question of [...open.slice(0, SHOWN), ...answered]) questions.push(await shown(db, question));
  return { id, fileName, open: open.length, questions };
}

/** A row that may be about somebody who was forgotten is not asked about any more. */
async function withoutForgotten(db: Querier, all: readonly ImportQuestion[]): Promise<ImportQuestion[]> {
  const kept: ImportQuestion[] = [];
  for (const question of all) {
    const isNamesake = question.kind === "which-creator";
    if (!isNamesake || (await namesakesOf(db, NamesakeDetails.parse(question.details))).length > 0)
      kept.push(question);
  }
  return kept;
}

async function shown(db: Querier, question: ImportQuestion): Promise<Question> {
  const { line, details, answer, answeredBy, answeredAt } = question;
  const given =
    answer === null || answeredBy === null || answeredAt === null
      ? null
      : { yes: answer, by: await personRef(db, answeredBy), at: answeredAt.toString(), score: null };
  const base = { key: questionKey(question), line };
  if (question.kind === "price") {
    const { creator, quotes, low, high, score } = PriceDetails.parse(details);
    const about = {
      kind: "price" as const,
      image: quotes.quoteImage?.value ?? null,
      video: quotes.quoteVideo?.value ?? null,
      low,
      high,
    };
    return { ...base, creator, about, answer: given && { ...given, score: score ?? null } };
  }
  if (question.kind === "which-creator") {
    const asked = NamesakeDetails.parse(details);
    const about = await aboutNamesakes(db, asked);
    return { ...base, creator: asked.name, about, answer: given && { ...given, score: asked.score ?? null } };
  }
  const { creatorId, creator, mark, other, otherMark, city, followers, otherFollowers } =
    SamenessDetails.parse(details);
  const about = { kind: "same-creator" as const, mark, other, otherMark, city, followers, otherFollowers };
  // either may have become one with somebody else before, and then there is nothing to undo here
  const merged = answer === true && (await isMerged(db, creatorId)) ? creatorId : null;
  return { ...base, creator, about, answer: given && { ...given, merged } };
}

async function aboutNamesakes(db: Querier, asked: NamesakeDetails): Promise<Question["about"]> {
  const all = await namesakesOf(db, asked);
  // who was chosen may have become one with somebody else since
  const chosen = asked.chosen ? ((await creatorById(db, asked.chosen))?.id ?? null) : null;
  const shownOnes = all.filter(({ id }, index) => index < CANDIDATES_SHOWN || id === chosen);
  const factsOf = await latestFacts(
    db,
    shownOnes.map(({ id }) => id),
  );
  return {
    kind: "which-creator",
    followers: asked.facts.followers?.value ?? null,
    candidates: shownOnes.map(({ id, name, handle, platformId }) => ({
      id,
      name,
      mark: handle ?? platformId,
      followers: factsOf.get(id)?.followers?.value ?? null,
    })),
    more: all.length - shownOnes.length,
    chosen,
    duplicateOf: asked.duplicateOf ?? null,
  };
}

/**
 * Answers to a list's doubtful rows: a price that is right counts from now on, two creators that are one become one, and a
 * row whose nickname several have is vetted for the one that was meant.
 */
import type { Destination } from "../../chat/ports.ts";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { AppError } from "../../domain/errors.ts";
import { mergeFacts } from "../../domain/visibility.ts";
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import {
  answerQuestion,
  type ImportQuestion,
  type ListImport,
  lockListImport,
  moveImportRow,
  questionsOf,
} from "../../store/imports.ts";
import { memberById } from "../../store/people.ts";
import { latestFacts } from "../../store/vettings.ts";
import { audienceAt } from "../audience.ts";
import { mergeCreators } from "../creators/merge-creators.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { keepVetting, keepVettings } from "../vetting/keep-vettings.ts";
import { settleNamesake } from "./import-namesakes.ts";
import {
  PriceDetails,
  questionKey,
  questionsCardKey,
  questionsCardOf,
  SamenessDetails,
} from "./import-questions-card.ts";
import { redoRanking } from "./redo-ranking.ts";

type Answer = boolean | string;

/**
 * @param input.answers by a question's key, `<line>:<kind>`: yes, no, or the id of the creator who is meant; what has no
 *   answer stays open
 * @throws AppError "old-card" where there is no such question or all of them were answered before, "both-at-work" where
 *   two creators cannot become one
 */
export async function answerImportQuestions({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { import: string; answers: ReadonlyMap<string, Answer> };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const started = await lockListImport(unit.tx, input.import);
    if (started === undefined) throw new AppError("old-card");
    let answered = 0;
    let changed = false;
    for (const question of await questionsOf(unit.tx, started.id)) {
      const answer = input.answers.get(questionKey(question));
      if (answer === undefined || question.answer !== null) continue;
      answered += 1;
      // a no leaves everything as it was, but for a row that waited: then it is about somebody new
      changed ||= answer !== false || question.kind === "which-creator";
      await settle(ctx, unit, started, question, answer);
    }
    if (answered === 0 && input.answers.size > 0) throw new AppError("old-card");
    if (changed) await redoRanking(ctx, unit, started);
    await unit.audit("import.answer", started.id, { answers: Object.fromEntries(input.answers) });
    await unit.refresh(
      questionsCardKey(started.id),
      "import-questions",
      await questionsCardOf(unit.tx, started),
    );
  });
}

async function settle(
  ctx: Ctx,
  unit: Unit,
  started: ListImport,
  question: ImportQuestion,
  answer: Answer,
): Promise<void> {
  const answeredBy = ctx.actor?.id;
  if (answeredBy === undefined) throw new AppError("unknown-person");
  const details = await settled(ctx, unit, started, question, answer);
  await answerQuestion(unit.tx, question, {
    answer: answer !== false,
    answeredBy,
    answeredAt: unit.now,
    details,
  });
}

async function settled(
  ctx: Ctx,
  unit: Unit,
  started: ListImport,
  question: ImportQuestion,
  answer: Answer,
): Promise<Record<string, unknown>> {
  if (question.kind === "which-creator") {
    if (answer === true) throw new AppError("old-card");
    return { ...(await settleNamesake(ctx, unit, started, question, answer === false ? undefined : answer)) };
  }
  if (typeof answer === "string") throw new AppError("old-card");
  return question.kind === "price"
    ? await settlePrice(ctx, unit, started, question, answer)
    : await settleSameness(ctx, unit, started, question, answer);
}

/** A price that is right makes a new vetting, the one that the row of the list rests on from now. */
async function settlePrice(
  ctx: Ctx,
  unit: Unit,
  started: ListImport,
  question: ImportQuestion,
  isRight: boolean,
): Promise<Record<string, unknown>> {
  const details = question.details;
  if (!isRight) return details;
  const { creatorId } = PriceDetails.parse(details);
  const quotes = details["quotes"] as Pick<CreatorFacts, "quoteImage" | "quoteVideo">;
  const vetting = await vetForList(ctx, unit, started, creatorId, { facts: quotes });
  await moveImportRow(unit.tx, started.id, question.line, vetting);
  await unit.audit("creator.vet", vetting.creatorId, { vetting: vetting.id, score: vetting.score });
  return { ...details, score: vetting.score };
}

/** What the list says about the creator is news about the one who was known before. */
async function settleSameness(
  ctx: Ctx,
  unit: Unit,
  started: ListImport,
  question: ImportQuestion,
  areSame: boolean,
): Promise<Record<string, unknown>> {
  if (!areSame) return question.details;
  const named = SamenessDetails.parse(question.details);
  // either may have become one with a third in the meantime
  const merged = (await creatorById(unit.tx, named.creatorId))?.id;
  const kept = (await creatorById(unit.tx, named.otherId))?.id;
  if (merged === undefined || kept === undefined) throw new AppError("old-card");
  if (merged === kept) return question.details;
  const facts = await latestFacts(unit.tx, [merged, kept]);
  await mergeCreators(ctx, unit, { kept, merged });
  const vetting = await vetForList(ctx, unit, started, kept, {
    earlier: facts.get(kept) ?? {},
    listed: facts.get(merged) ?? {},
  });
  await moveImportRow(unit.tx, started.id, question.line, vetting);
  return question.details;
}

/** What is new; or what was known of two that are one now, where each quote stays whose it was. */
type Learnt = { facts: CreatorFacts } | { earlier: CreatorFacts; listed: CreatorFacts };

/** In the name of whoever shared the list and for those who read it there: who answers gives nothing of their own. */
async function vetForList(ctx: Ctx, unit: Unit, started: ListImport, creatorId: string, learnt: Learnt) {
  const creator = await creatorById(unit.tx, creatorId);
  if (creator === undefined) throw new AppError("old-card");
  const asStarter: Ctx = { ...ctx, actor: await memberById(unit.tx, started.startedBy) };
  const audience = await audienceAt(asStarter, unit.tx, started.platform, started.replyTo as Destination);
  const campaign = started.campaignId === null ? undefined : await campaignById(unit.tx, started.campaignId);
  if ("facts" in learnt)
    return keepVetting(asStarter, unit, campaign, { creator, facts: learnt.facts }, audience);
  const { agencyShare, rebate, heldBack = [], ...listed } = learnt.listed;
  // what the list says takes the place of older facts of the same kind
  const merged = mergeFacts(learnt.earlier, listed, audience);
  const held = [...(merged.heldBack ?? []), ...heldBack];
  const earlier = held.length === 0 ? merged : { ...merged, heldBack: held };
  // terms belong to the quote they were given with, which is the list's
  const terms = { ...(agencyShare && { agencyShare }), ...(rebate && { rebate }) };
  const [vetting] = await keepVettings(asStarter, unit, campaign, [{ creator, facts: terms }], {
    audience,
    earlier: new Map([[creator.id, earlier]]),
  });
  if (vetting === undefined) throw new AppError("internal");
  return vetting;
}

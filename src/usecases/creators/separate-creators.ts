/** Undoes a merge: two creators that were said to be one are two again, as far as the store can tell them apart. */
import type { TemplateInput } from "../../chat/template-data.ts";
import { AppError } from "../../domain/errors.ts";
import { campaignById } from "../../store/campaigns.ts";
import { type Creator, creatorById } from "../../store/creators.ts";
import { answeredSameness, listImportById, reanswerQuestion } from "../../store/imports.ts";
import { lockMerge, undoMerge, vettedBefore } from "../../store/undo-merge.ts";
import type { Ctx } from "../ctx.ts";
import { questionsCardKey, questionsCardOf } from "../imports/import-questions-card.ts";
import { redoRanking } from "../imports/redo-ranking.ts";
import { transact, type Unit } from "../unit.ts";
import { keepVettings } from "../vetting/keep-vettings.ts";
import { refreshCreatorCard } from "./creator-card.ts";

/**
 * Vettings, rows of lists and work that came with the merged creator go back. What was vetted while they were one mixes
 * the facts of both: it stays in the history of the kept one, who is judged anew by what was known before.
 *
 * @param input.creator the one who was merged into another
 * @throws AppError "old-card" where they are two already, or one of them was forgotten
 */
export async function separateCreators({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { creator: string };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const found = await lockMerge(unit.tx, input.creator);
    if (found === undefined) throw new AppError("old-card");
    const { merge, kept, merged } = found;
    if (kept.forgottenAt !== null || merged.forgottenAt !== null) throw new AppError("old-card");
    await undoMerge(unit.tx, found);
    const { rows, importRows } = merge.moved;
    const { vettings = [], shortlist = [], ...work } = rows;
    const again = await vetAsBefore(ctx, unit, kept, merge.mergedAt);
    await unit.audit("creator.separate", kept.id, { separated: merged.id, ...again });
    await takeAnswerBack(ctx, unit, merged.id);
    for (const id of [...new Set(importRows.map(({ importId }) => importId))].sort()) {
      const started = await listImportById(unit.tx, id);
      if (started !== undefined) await redoRanking(ctx, unit, started);
    }
    const [keptNow, mergedNow] = [await creatorById(unit.tx, kept.id), await creatorById(unit.tx, merged.id)];
    if (keptNow !== undefined) await refreshCreatorCard(ctx, unit, keptNow);
    await unit.send({
      to: { reply: "all" },
      template: "creator-separated",
      data: {
        kept: refOf(keptNow ?? kept),
        separated: refOf(mergedNow ?? merged),
        since: merge.mergedAt.toString(),
        back: {
          vettings: vettings.length,
          lists: importRows.length,
          shortlists: shortlist.length + merge.moved.dropped.length,
          work: Object.values(work).flat().length,
        },
        ...again,
      },
    });
  });
}

/** How many vettings mix both, and whether the kept one was judged anew without them. */
async function vetAsBefore(
  ctx: Ctx,
  unit: Unit,
  kept: Creator,
  mergedAt: Creator["createdAt"],
): Promise<Pick<TemplateInput<"creator-separated">, "mixed" | "vettedAnew">> {
  const { last, since } = await vettedBefore(unit.tx, kept.id, mergedAt);
  if (since === 0 || last === undefined) return { mixed: since, vettedAnew: false };
  const campaign = last.campaignId === null ? undefined : await campaignById(unit.tx, last.campaignId);
  const earlier = new Map([[kept.id, last.facts]]);
  await keepVettings(ctx, unit, campaign, [{ creator: kept, facts: {} }], { earlier });
  return { mixed: since, vettedAnew: true };
}

/** The question of a list behind the merge is answered with a no from now on, and is not asked again. */
async function takeAnswerBack(ctx: Ctx, unit: Unit, mergedId: string): Promise<void> {
  const answeredBy = ctx.actor?.id;
  if (answeredBy === undefined) throw new AppError("unknown-person");
  for (const question of await answeredSameness(unit.tx, mergedId)) {
    await reanswerQuestion(unit.tx, question, { answer: false, answeredBy, answeredAt: unit.now });
    const started = await listImportById(unit.tx, question.importId);
    if (started === undefined) continue;
    const data = await questionsCardOf(unit.tx, started);
    await unit.refresh(questionsCardKey(started.id), "import-questions", data);
  }
}

function refOf({ id, name, handle }: Creator) {
  return { id, name, handle };
}

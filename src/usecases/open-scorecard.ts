/** From a ranking to one creator of it: the scorecard with its evidence and its buttons. */
import type { Choice } from "../chat/card.ts";
import type { Reading } from "../chat/reading.ts";
import { AppError } from "../domain/errors.ts";
import { vettingById } from "../store/creators.ts";
import { bestOfImport } from "../store/list-ranking.ts";
import type { Ctx } from "./ctx.ts";
import { transact } from "./unit.ts";
import { sendVetCard } from "./vet-card.ts";

/** What a person can look through in one select; fewer than Lark takes. */
const CHOICES = 50;

/** The best of an import, by place. */
export async function rankedChoices(ctx: Ctx, importId: string, r: Reading): Promise<Choice[]> {
  const best = await bestOfImport(ctx.store.db, importId, CHOICES);
  const { noVerdict } = r.m.vet;
  return best.map(({ name, vettingId, score }, index) => ({
    value: vettingId,
    label: `${index + 1} · ${name} · ${score === null ? noVerdict : r.number(score, 1)}`,
  }));
}

/** @throws AppError "old-card" when there is no such vetting */
export async function openScorecard({ ctx, input }: { ctx: Ctx; input: { vetting: string } }): Promise<void> {
  await transact(ctx, async (unit) => {
    const vetting = await vettingById(unit.tx, input.vetting);
    if (vetting === undefined) throw new AppError("old-card");
    await unit.audit("creator.show", vetting.creatorId, { vetting: vetting.id });
    await sendVetCard(ctx, unit, vetting);
  });
}

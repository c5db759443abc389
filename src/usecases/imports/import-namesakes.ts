/** A nickname alone in a row of a list that several known creators have: nobody guesses which one is meant, it is asked. */
import { z } from "zod";
import type { Destination } from "../../chat/ports.ts";
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { AppError } from "../../domain/errors.ts";
import { partyOf, quotesOf } from "../../domain/visibility.ts";
import type { ImportedCreator } from "../../imports/read-creators.ts";
import { campaignById } from "../../store/campaigns.ts";
import { lockCreatorNames } from "../../store/creator-lookup.ts";
import { type Creator, creatorById, insertCreators } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import {
  type ImportQuestion,
  importRowsOf,
  insertImportQuestions,
  insertImportRows,
  type ListImport,
} from "../../store/imports.ts";
import { memberById } from "../../store/people.ts";
import { audienceAt } from "../audience.ts";
import { createdFrom } from "../creators/resolve-creators.ts";
import type { Ctx } from "../ctx.ts";
import type { Unit } from "../unit.ts";
import { keepVetting } from "../vetting/keep-vettings.ts";
import { priceQuestions, withoutDoubtfulPrices } from "./import-doubts.ts";

/** Kept with the question, so that the answer needs no file. */
export const NamesakeDetails = z.object({
  name: z.string(),
  link: z.string().nullable(),
  /** ids of those who were called so */
  among: z.array(z.string()),
  facts: z.custom<CreatorFacts>((value) => typeof value === "object" && value !== null),
  /** who it was said to be */
  chosen: z.string().nullish(),
  /** the line that was about the chosen one already */
  duplicateOf: z.int().nullish(),
  /** the score of the row, once it is vetted */
  score: z.number().nullish(),
});
export type NamesakeDetails = z.output<typeof NamesakeDetails>;

/** What a 小红书号 or a profile id leaves open is an error in the list: only a nickname means anybody of several. */
export function isAskable({ handle, platformId }: ImportedCreator, among: readonly Creator[]): boolean {
  return among.length > 1 && handle === undefined && platformId === undefined;
}

/** A row, and the known creators whom its nickname fits. */
export interface NamesakeDoubt {
  row: ImportedCreator;
  among: readonly Creator[];
}

export async function askWhoIsMeant(
  ctx: Ctx,
  unit: Unit,
  importId: string,
  doubts: readonly NamesakeDoubt[],
): Promise<void> {
  // whoever answers, the quotes stay those of the side that brought the list
  const agency = ctx.actor === undefined ? null : partyOf(ctx.actor);
  const asked = doubts.map(({ row, among }) => {
    const details: NamesakeDetails = {
      name: row.name,
      link: row.link ?? null,
      among: among.map(({ id }) => id),
      facts: quotesOf(agency, row.facts),
    };
    return { importId, line: row.line, kind: "which-creator" as const, details };
  });
  await insertImportQuestions(unit.tx, asked);
}

/** Those who may be meant, as they are now; none once one of them was forgotten, since the row may be about that one. */
export async function namesakesOf(
  db: Querier,
  { among }: Pick<NamesakeDetails, "among">,
): Promise<Creator[]> {
  const now = new Map<string, Creator>();
  for (const id of among) {
    const creator = await creatorById(db, id);
    if (creator === undefined || creator.forgottenAt !== null) return [];
    now.set(creator.id, creator);
  }
  return [...now.values()];
}

/**
 * Vets the row as it would have been in its list. A creator whom another row of the list is about stays with that row.
 *
 * @param chosen the id of one of the known ones; undefined: none of them, it is a new creator
 * @returns what to keep with the question
 * @throws AppError "old-card" when the list did not come to its end, or somebody who could be meant is not there any more
 */
export async function settleNamesake(
  ctx: Ctx,
  unit: Unit,
  started: ListImport,
  { line, details }: ImportQuestion,
  chosen: string | undefined,
): Promise<NamesakeDetails> {
  const asked = NamesakeDetails.parse(details);
  const known = await namesakesOf(unit.tx, asked);
  if (started.state !== "done" || known.length === 0) throw new AppError("old-card");
  const creator =
    chosen === undefined ? await createNew(ctx, unit, asked) : await meant(unit.tx, known, chosen);
  const there = await importRowsOf(unit.tx, started.id, { lines: [line], creatorIds: [creator.id] });
  const own = there.find((row) => row.creatorId === creator.id);
  if (there.length > 0)
    return {
      ...asked,
      chosen: creator.id,
      duplicateOf: own === undefined || own.line === line ? null : own.line,
    };
  return {
    ...asked,
    chosen: creator.id,
    score: await vetRow(ctx, unit, started, { line, creator, facts: asked.facts }),
  };
}

/** The one who was chosen, also where it has become one with somebody else since the card was drawn. */
async function meant(db: Querier, known: readonly Creator[], chosen: string): Promise<Creator> {
  const id = (await creatorById(db, chosen))?.id;
  const creator = known.find((one) => one.id === id);
  if (creator === undefined) throw new AppError("old-card");
  return creator;
}

async function createNew(ctx: Ctx, unit: Unit, { name, link }: NamesakeDetails): Promise<Creator> {
  await lockCreatorNames(unit.tx, [name]);
  const creator = createdFrom(ctx, { name, link: link ?? undefined }, unit.now);
  await insertCreators(unit.tx, [creator]);
  return creator;
}

async function vetRow(
  ctx: Ctx,
  unit: Unit,
  started: ListImport,
  row: { line: number; creator: Creator; facts: CreatorFacts },
): Promise<number | null> {
  const { line, creator } = row;
  const [judged] = await withoutDoubtfulPrices(unit.tx, [{ row, creator, isNew: false }]);
  if (judged === undefined) throw new AppError("internal");
  const asStarter: Ctx = { ...ctx, actor: await memberById(unit.tx, started.startedBy) };
  const audience = await audienceAt(asStarter, unit.tx, started.platform, started.replyTo as Destination);
  const campaign = started.campaignId === null ? undefined : await campaignById(unit.tx, started.campaignId);
  const vetting = await keepVetting(asStarter, unit, campaign, judged, audience);
  const { id: vettingId, score, report } = vetting;
  const { rawScore } = report.scorecard;
  await insertImportRows(unit.tx, [
    { importId: started.id, line, creatorId: creator.id, vettingId, score, rawScore },
  ]);
  await insertImportQuestions(unit.tx, priceQuestions(started.id, [judged]));
  await unit.audit("creator.vet", creator.id, { vetting: vettingId, score });
  return score;
}

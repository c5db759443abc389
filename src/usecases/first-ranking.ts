/** The order of a long list before its scorecards are kept: in a moment a person sees who is worth a look. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { TemplateInput } from "../chat/template-data.ts";
import type { ImportedCreator } from "../imports/read-creators.ts";
import { shownOf } from "../store/card-copies.ts";
import type { Vetting } from "../store/creators.ts";
import { updateListImport } from "../store/imports.ts";
import type { Ctx } from "./ctx.ts";
import { surelyKnown } from "./find-or-create-creator.ts";
import { importCardKey, progressOf } from "./import-cards.ts";
import { judgeAll } from "./keep-vettings.ts";
import { lockOpen } from "./open-import.ts";
import { byScore } from "./rank-import.ts";
import { transact } from "./unit.ts";
import { isStorable, ROWS_A_TURN, type Run } from "./vet-rows.ts";

type First = NonNullable<TemplateInput<"import-progress">["first"]>;

/** Usual lists have up to 3,000 rows and are ranked for good within three seconds: a look before that would only delay it. */
const LONG_FROM = 5_000;
/** How many names are looked up at once. */
const PART = 1_000;
const SHOWN = 50;

/**
 * Judges every row by the file and by what is surely known of its creator, keeps nothing, and shows the best. Names and
 * prices that only a person can settle are settled when the scorecards are kept.
 * @returns what the card shows; that of an earlier run, where there is one; undefined for a short list
 * @throws AlreadyDone when the import was cancelled meanwhile
 */
export async function showFirstRanking(
  ctx: Ctx,
  run: Run,
  all: readonly ImportedCreator[],
): Promise<First | undefined> {
  const rows = all.filter(isStorable);
  if (rows.length < LONG_FROM) return undefined;
  const key = importCardKey(run.started.id);
  const shown = await shownOf(ctx.store.db, key);
  const earlier =
    shown?.template === "import-progress" ? (shown.data as TemplateInput<"import-progress">) : undefined;
  if (earlier?.first) return earlier.first;
  const first: First = { creators: rows.length, rows: await bestOf(ctx, run, rows) };
  await transact({ ...ctx, dueKey: undefined }, async (unit) => {
    const total = all.length;
    const now = await lockOpen(unit, run.started.id);
    await updateListImport(unit.tx, now.id, { state: "running", vendor: run.list.vendor, total });
    await unit.audit("import.score", now.id, { rows: rows.length });
    await unit.refresh(key, "import-progress", progressOf({ ...now, total }, run.startedBy, { first }));
  });
  return first;
}

interface Judged extends Omit<First["rows"][number], "place"> {
  line: number;
}

async function bestOf(ctx: Ctx, run: Run, rows: readonly ImportedCreator[]): Promise<First["rows"]> {
  let best: Judged[] = [];
  for (let at = 0; at < rows.length; at += PART) {
    const part = await judgePart(ctx, run, rows.slice(at, at + PART));
    best = [...best, ...part].toSorted(byScore).slice(0, SHOWN);
  }
  return best.map((row, index) => {
    const { line: _, ...shown } = row;
    return { ...shown, place: index + 1 };
  });
}

async function judgePart(
  ctx: Ctx,
  { campaign, audience, peers }: Run,
  rows: readonly ImportedCreator[],
): Promise<Judged[]> {
  const { db } = ctx.store;
  const known = await surelyKnown(db, rows);
  const judged: Judged[] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_TURN) {
    const some = rows.slice(at, at + ROWS_A_TURN);
    const seen = some.map(({ facts }, index) => {
      const creator = known[at + index];
      return { creator: creator ?? NOBODY, facts, isNew: creator === undefined };
    });
    const judgements = await judgeAll(ctx, db, campaign, seen, { audience, peers });
    judged.push(...some.flatMap((row, index) => judgedOf(row, judgements[index])));
    await nextTurn();
  }
  return judged;
}

function judgedOf(
  { line, name }: ImportedCreator,
  judgement: Pick<Vetting, "facts" | "report"> | undefined,
): Judged[] {
  if (judgement === undefined) return [];
  const { tier, scorecard } = judgement.report;
  const { score, rawScore, coverage, band } = scorecard;
  const followers = judgement.facts.followers?.value ?? null;
  return [{ line, name, tier, followers, score, rawScore, coverage, band }];
}

/** Stands for whoever is not known yet. */
const NOBODY = { id: "" };

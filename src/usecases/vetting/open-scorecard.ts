/** From a ranking to one creator of it: the scorecard with its evidence and its buttons. */
import { AppError } from "../../domain/errors.ts";
import type { Querier } from "../../store/database.ts";
import { listImportById } from "../../store/imports.ts";
import { isOpenList } from "../../store/list-parts.ts";
import { bestOfImport, countImported, importRowsCalled } from "../../store/list-ranking.ts";
import { type Vetting, vettingById } from "../../store/vettings.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { choiceOptions, MOST_CHOICES } from "./ask-which-creator.ts";
import { sendVetCard } from "./vet-card.ts";

/** @throws AppError "old-card" when there is no such vetting */
export async function openScorecard({ ctx, input }: { ctx: Ctx; input: { vetting: string } }): Promise<void> {
  await transact(ctx, async (unit) => {
    const vetting = await vettingById(unit.tx, input.vetting);
    if (vetting === undefined) throw new AppError("old-card");
    await show(ctx, unit, vetting);
  });
}

/**
 * One of a ranked list, however long that is; several whom the name fits are asked about.
 * @param input.row the place in the ranking, a name or a 小红书号; or the id of a vetting, as buttons carry it
 * @throws AppError "not-in-list" {text, count}; "still-vetting" {text, file} while rows of the list are open
 */
export async function openRanked({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { import: string; row: string };
}): Promise<void> {
  const { import: id, row: word } = input;
  await transact(ctx, async (unit) => {
    const named = await vettingById(unit.tx, word);
    if (named !== undefined) return show(ctx, unit, named);
    const found = oneEach(await rowsMeant(unit.tx, id, word));
    const [row] = found;
    if (row === undefined) {
      const list = await listImportById(unit.tx, id);
      if (list !== undefined && (await isOpenList(unit.tx, id)))
        throw new AppError("still-vetting", { text: word, file: list.fileName });
      const { all } = await countImported(unit.tx, id);
      throw new AppError("not-in-list", { text: word, count: all });
    }
    if (found.length > 1) return askWhich(unit, id, word, found);
    const vetting = await vettingById(unit.tx, row.vettingId);
    if (vetting === undefined) throw new AppError("old-card");
    await show(ctx, unit, vetting);
  });
}

async function show(ctx: Ctx, unit: Unit, vetting: Vetting): Promise<void> {
  await unit.audit("creator.show", vetting.creatorId, { vetting: vetting.id });
  await sendVetCard(ctx, unit, vetting);
}

interface RowMeant {
  creatorId: string;
  vettingId: string;
}

/** So many more who fit a name are counted; who has a name of one letter looks at the card again anyway. */
const COUNTED = 100;

/** `12`, `#12`, `第12名` */
const PLACE = /^(?:#|第)?\s*(\d{1,6})\s*[名位]?$/u;

/** A name may be a number as well: it counts where the list has no such place. */
async function rowsMeant(db: Querier, importId: string, word: string): Promise<RowMeant[]> {
  const place = Number(PLACE.exec(word.normalize("NFKC").trim())?.[1] ?? 0);
  const atPlace = place > 0 ? await bestOfImport(db, importId, 1, place) : [];
  return atPlace.length > 0 ? atPlace : importRowsCalled(db, importId, word, COUNTED);
}

/** Two rows may have turned out to be one creator: the better one counts. */
function oneEach(rows: readonly RowMeant[]): RowMeant[] {
  const first = new Map<string, RowMeant>();
  for (const row of rows) if (!first.has(row.creatorId)) first.set(row.creatorId, row);
  return [...first.values()];
}

async function askWhich(
  unit: Unit,
  importId: string,
  word: string,
  found: readonly RowMeant[],
): Promise<void> {
  const ids = found.map(({ creatorId }) => creatorId);
  const vettingOf = new Map(found.map(({ creatorId, vettingId }) => [creatorId, vettingId]));
  const options = await choiceOptions(unit.tx, ids.slice(0, MOST_CHOICES));
  await unit.audit("ask-which-creator", "import open", { creators: ids.join(",") });
  await unit.send({
    to: { reply: "actor" },
    template: "creator-choice",
    data: {
      text: word,
      command: "import open",
      options: options.map((option) => ({
        ...option,
        input: { import: importId, vetting: vettingOf.get(option.id) ?? "" },
      })),
      other: null,
      more: Math.max(0, ids.length - MOST_CHOICES),
    },
  });
}

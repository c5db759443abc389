/** Turns a report with a row for each note into creators, each with medians over their notes. */
import { settleScales } from "./column-scales.ts";
import type { Vendor } from "./detect-vendor.ts";
import { factsOfNotes, type Note } from "./note-facts.ts";
import { planColumns } from "./plan-columns.ts";
import {
  type CreatorImport,
  type ImportedCreator,
  type ImportReport,
  keysOf,
  tell,
} from "./read-creators.ts";
import { planFacts } from "./read-facts.ts";
import { placesIn, readIdentity } from "./read-identity.ts";
import { readNote } from "./read-note.ts";
import { rowSorter } from "./set-aside.ts";
import type { Table } from "./table.ts";

/** A creator with the notes that the report has of them. */
interface Group {
  creator: Omit<ImportedCreator, "facts">;
  notes: Note[];
}

/**
 * Every row is a note; rows of one creator become one. Order of rows makes no difference to what is learned.
 * @param options.category of the campaign, for the share of notes that belong to it
 * @throws AppError "no-creator-column" {columns} where no column says whose notes they are
 */
export async function readNotes(
  table: Table,
  vendor: Vendor,
  options: { category?: string | undefined } = {},
): Promise<CreatorImport> {
  const { columns, personal } = planColumns(vendor, table.header, table.first);
  const report: ImportReport = {
    rows: 0,
    unusedColumns: [
      ...columns
        .filter(({ reading }) => reading === undefined)
        .map(({ title }) => ({ column: title, reason: "evidence" as const })),
      ...personal.map((column) => ({ column, reason: "personal" as const })),
    ],
    unusedCells: [],
    unusedCellCount: 0,
    setAside: [],
  };
  const groups = new Map<string, Group>();
  const places = placesIn(columns);
  const sort = rowSorter(columns);
  const plan = planFacts(columns, vendor.map.source);
  const settle = settleScales(columns, table);
  for await (const part of table.parts()) {
    await settle(part);
    report.rows += part.length;
    for (const row of part) {
      const identity = readIdentity(places, row.cells);
      const aside = sort(identity, row);
      if (aside) {
        report.setAside.push(aside);
        continue;
      }
      const { note, problems } = readNote(columns, plan, row.cells);
      tell(report, row.line, problems);
      groupFor(groups, { line: row.line, ...identity.who }).notes.push(note);
    }
  }
  const creators = [...new Set(groups.values())].map(({ creator, notes }): ImportedCreator => {
    const { facts, troubles } = factsOfNotes(notes, vendor.map.source, options.category);
    tell(report, creator.line, troubles);
    return { ...creator, facts };
  });
  return { vendor: vendor.map.source, rows: "notes", creators, report };
}

/** The group of this creator under any of the names that tell them; what one row lacks another may have. */
function groupFor(groups: Map<string, Group>, creator: Group["creator"]): Group {
  const keys = keysOf(creator);
  const known = keys.map((key) => groups.get(key)).find((group) => group !== undefined);
  const group = known ?? { creator: { ...creator }, notes: [] };
  for (const key of keys) if (!groups.has(key)) groups.set(key, group);
  const { platformId, handle, link } = creator;
  if (platformId !== undefined) group.creator.platformId ??= platformId;
  if (handle !== undefined) group.creator.handle ??= handle;
  if (link !== undefined) group.creator.link ??= link;
  return group;
}

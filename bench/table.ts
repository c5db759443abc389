/** The results as a table for people, each figure beside its peer or its floor. */
import type { AppName } from "./app.ts";
import type { Intake, Stream, Whole } from "./intake.ts";
import type { PageTimes } from "./page.ts";
import { LONG, type Reading } from "./reading.ts";
import { type Batches, LONG_PATIENCE_MS, type Vetting } from "./vetting.ts";

export interface IntakeResults {
  socket: Record<AppName, Intake>;
  http: Record<AppName, Intake>;
  stream: Record<AppName, Stream>;
  whole: Whole;
}

/** What was measured: all of it, or the parts that were asked for. */
export interface Results {
  intake?: IntakeResults;
  page?: PageTimes;
  vetting?: Vetting;
}

export function tableOf({ intake, page, vetting }: Results): string {
  return [
    "| measured | Seedbed | beside it | ratio |",
    "|---|---|---|---|",
    ...(intake === undefined ? [] : intakeTable(intake)),
    ...(page === undefined ? [] : pageTable(page)),
    ...(vetting === undefined ? [] : readingTable(vetting.reading)),
    ...(vetting?.batches === undefined ? [] : batchTable(vetting.batches)),
    "",
    ...(intake === undefined ? [] : [NOTES]),
    ...(vetting === undefined ? [] : [VETTING_NOTES]),
  ].join("\n");
}

function intakeTable({ socket, http, stream, whole }: IntakeResults): string[] {
  return [
    ...intakeRows("socket", socket),
    ...intakeRows("signed HTTP", http),
    row("whole job, after the burst: carried out a second", whole.rate),
    row("whole job: CPU µs a command, receiving to queued card", whole.cpu),
    pair("100 a second by signed HTTP, carried out meanwhile: p50 ms", stream, "p50"),
    pair("the same: p99 ms", stream, "p99"),
  ];
}

function pageTable({ said, heard, card, approved }: PageTimes): string[] {
  return [
    beside(
      "a person's message: ms until the page shows it, beside a bare listener of the same stream",
      said,
      heard,
      1,
    ),
    `| the bot's card: ms from a typed vet command until the page shows it | ${card.toFixed(1)} | | |`,
    `| a draft approved in Lark: ms until Slack's card in the page says so | ${approved.toFixed(1)} | | |`,
  ];
}

function readingTable(v: Reading): string[] {
  const rate = (LONG / v.judged) * 1_000;
  return [
    beside("50,000 rows of CSV to scores: CPU ms, beside only taking the file apart", v.scored, v.parse),
    row("scored in memory, with prices and flags: rows a second", rate),
    row("50,000 rows of CSV read: MB of memory at the most, above idle", v.memory),
    beside(
      "10,000 rows of XLSX to scores: CPU ms, beside only taking the file apart",
      v.scoredXlsx,
      v.parseXlsx,
    ),
    beside("the same, beside taking it apart in a thread of its own", v.scoredXlsx, v.parseXlsxInThread),
  ];
}

function batchTable(v: Batches): string[] {
  const late = `not ended in ${LONG_PATIENCE_MS}`;
  const stored =
    "50,000 rows from the first card to stored scores and facts: ms, beside only taking the file apart";
  const rowOr = (what: string, value: number | null) =>
    value === null ? `| ${what} | ${late} | | |` : row(what, value);
  return [
    v.stored === null ? rowOr(stored, null) : beside(stored, v.stored, v.parse),
    rowOr("the same beside typed vets, after a list as long: ms", v.storedBusy),
    row("50,000 rows: ms from the drop until the bot is at work", v.accepted),
    rowOr("the same: ms from the drop to the ranked card", v.ranked),
    rowOr("the same: ms until all are vetted and the file is there", v.filed),
    row("the same: MB of memory at the most, above idle", v.memory),
    row("3,000 rows: ms from the drop to the ranked card", v.usual),
    row("a typed vet until its card is posted: p50 ms", v.vetP50),
    row("the same: p95 ms", v.vetP95),
    beside("the same while 50,000 rows are vetted: p50 ms, beside nothing else to do", v.besideP50, v.vetP50),
    beside("the same: p95 ms", v.besideP95, v.vetP95),
  ];
}

const NOTES = `Beside it: a bare Bolt app that does one INSERT and acknowledges. Burst: 10,000 commands, 16 under way, each understood, stored and
acknowledged; in a flood Seedbed lets acknowledgements go first, works on a few commands meanwhile (counted in the CPU)
and on the others afterwards ("whole job").`;

const VETTING_NOTES = `Lists are Pugongying's, 30 columns. Taking apart: papaparse and read-excel-file alone, each in a process of its own
like what is beside it, with the CPU time of all its threads. In a thread of its own, because a chat must not wait for a large sheet: each begins
cold. From the drop: by the local Slack over sockets, the bot in a process of its own. Stored: what is read and scored is
committed, both sides by the clock; of three long lists the middle one, each beside its own floor. For the ranked card the
rows that it shows are vetted, with prices and flags, and then the others.`;

function intakeRows(way: string, both: Record<AppName, Intake>): string[] {
  return [
    pair(`burst by ${way}: acknowledged a second`, both, "rate", 0),
    pair("the same: CPU µs a command", both, "cpu", 0),
    pair("the same: p99 ms", both, "p99"),
  ];
}

function pair<Name extends string>(
  what: string,
  { seedbed, peer }: Record<AppName, Record<Name, number>>,
  name: Name,
  digits = 1,
): string {
  const ratio = (seedbed[name] / peer[name]).toFixed(2);
  return `| ${what} | ${seedbed[name].toFixed(digits)} | ${peer[name].toFixed(digits)} | ${ratio} |`;
}

function beside(what: string, own: number, other: number, digits = 0): string {
  return `| ${what} | ${own.toFixed(digits)} | ${other.toFixed(digits)} | ${(own / other).toFixed(2)} |`;
}

function row(what: string, value: number): string {
  return `| ${what} | ${value.toFixed(0)} | | |`;
}

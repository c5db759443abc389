/** The results as a table for people, each figure beside its peer or its floor. */
import type { AppName } from "./app.ts";
import type { Intake, Stream, Whole } from "./intake.ts";
import type { PageTimes } from "./page.ts";

export interface Results {
  socket: Record<AppName, Intake>;
  http: Record<AppName, Intake>;
  stream: Record<AppName, Stream>;
  whole: Whole;
  page?: PageTimes;
}

export function tableOf({ socket, http, stream, whole, page }: Results): string {
  const lines = [
    "| measured | Seedbed | beside it | ratio |",
    "|---|---|---|---|",
    ...intakeRows("socket", socket),
    ...intakeRows("signed HTTP", http),
    row("whole job, after the burst: carried out a second", whole.rate),
    row("whole job: CPU µs a command, receiving to queued card", whole.cpu),
    pair("100 a second by signed HTTP, carried out meanwhile: p50 ms", stream, "p50"),
    pair("the same: p99 ms", stream, "p99"),
  ];
  if (page !== undefined) {
    lines.push(
      `| a person's message: ms until the page shows it, beside a bare listener of the same stream | ${page.said.toFixed(1)} | ${page.heard.toFixed(1)} | ${(page.said / page.heard).toFixed(2)} |`,
      `| the bot's card: ms from a typed vet command until the page shows it | ${page.card.toFixed(1)} | | |`,
    );
  }
  return [...lines, "", NOTES].join("\n");
}

const NOTES = `Beside it: a bare Bolt app that does one INSERT and acknowledges. Burst: 10,000 commands, 16 under way, each understood, stored and
acknowledged; in a flood Seedbed lets acknowledgements go first, works on a few commands meanwhile (counted in the CPU)
and on the others afterwards ("whole job").`;

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

function row(what: string, value: number): string {
  return `| ${what} | ${value.toFixed(0)} | | |`;
}

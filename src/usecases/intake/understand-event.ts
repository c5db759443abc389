/** From an event to what should happen: run a command, open a form, or say what is wrong. Decides, changes nothing. */
import type { AnyCommand } from "../../chat/command.ts";
import type { Happening, Inbound } from "../../chat/inbound.ts";
import { withoutSlash } from "../../chat/parse-line.ts";
import type { FileRef } from "../../chat/ports.ts";
import { type CommandRegistry, type FieldProblem, type RawInput, readInput } from "../../chat/registry.ts";
import { commandTyped } from "../../chat/typed-in.ts";
import type { Member } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";

const MINUTE_MS = 60_000;

/**
 * How late an event may reach the bot and still count, in ms; later ones are refused, and the person is told.
 *
 * A typed line is meant for its moment, and whoever got no answer has long typed it again. A click, a form and a file say
 * themselves what they are about: they are checked against what holds now, so that a decision is not lost because the bot
 * was away. Platforms bring events for six hours at most; a day covers that and a bot that was down over night. What
 * happened by itself is taken note of however late; nobody waits for an answer to it.
 */
const STALE_AFTER_MS: Partial<Record<Inbound["body"]["kind"], number>> = {
  line: 5 * MINUTE_MS,
  happened: Number.POSITIVE_INFINITY,
};
const USUAL_STALE_AFTER_MS = 24 * 60 * MINUTE_MS;

export function isStale({ body }: Inbound, ageMs: number): boolean {
  return ageMs > (STALE_AFTER_MS[body.kind] ?? USUAL_STALE_AFTER_MS);
}

/** Longer lines are cut where they are quoted back. */
const QUOTED = 60;

export function staleMeaning({ body }: Inbound): Meaning {
  const text = body.kind === "line" ? body.text.trim() : "";
  const details: Record<string, string> =
    text === "" ? {} : { text: text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text };
  return { kind: "refused", code: "stale-event", details };
}

export type Meaning =
  | { kind: "run"; command: AnyCommand<Ctx>; raw: RawInput; input: Record<string, unknown> }
  | { kind: "ask"; command: AnyCommand<Ctx>; raw: RawInput; missing: string[] }
  | {
      kind: "wrong";
      command: AnyCommand<Ctx>;
      problems: FieldProblem[];
      understood: { field: string; value: string }[];
    }
  | { kind: "refused"; code: "unknown-command"; details: Record<string, string> }
  | {
      kind: "refused";
      code: "unknown-person" | "not-allowed" | "stale-event" | "old-card";
      details: Record<string, string>;
    }
  | { kind: "happened"; what: Happening; name: string | undefined; at: string | undefined }
  | { kind: "ignored" };

/** A call that could not be carried out, with its inputs as they came. */
export type FailedCall = Pick<Extract<Meaning, { kind: "run" | "ask" }>, "command" | "raw">;

export function understandEvent(
  event: Inbound,
  member: Member | undefined,
  registry: CommandRegistry<Ctx>,
): Meaning {
  const { body } = event;
  if (body.kind === "happened")
    return { kind: "happened", what: body.what, name: body.name, at: event.happenedAt };
  const named = commandOf(event, registry);
  if (named === undefined) return unknownCommand(event, member, registry);
  const { command, raw } = named;
  const refusal = authorise(command, member);
  if (body.kind === "file" && isNotForTheBot(event, body.file.name, refusal)) {
    return { kind: "ignored" };
  }
  if (refusal !== undefined) return refusal;
  const read = readInput(command, raw);
  if (read.ok) {
    const asks = body.kind !== "submission" && command.asksFirst?.(raw) === true;
    return asks
      ? { kind: "ask", command, raw, missing: [] }
      : { kind: "run", command, raw, input: read.input };
  }
  const missing = read.problems.filter((problem) => problem.problem === "missing").map(({ field }) => field);
  const onlyMissing = missing.length === read.problems.length;
  if (onlyMissing && command.form !== undefined && body.kind !== "submission") {
    return { kind: "ask", command, raw, missing };
  }
  return { kind: "wrong", command, problems: read.problems, understood: read.understood };
}

function commandOf(
  event: Inbound,
  registry: CommandRegistry<Ctx>,
): { command: AnyCommand<Ctx>; raw: RawInput } | undefined {
  const { body } = event;
  if (body.kind === "happened") return undefined;
  if (body.kind === "line") return withFile(registry.fromLine(withoutSlash(body.text).text), body.file);
  if (body.kind === "file") return named(registry, "import", { file: JSON.stringify(body.file) });
  const values = body.kind === "submission" ? filled(body.values) : {};
  return named(registry, body.command, { ...asText(body.input), ...values });
}

/** A line that answers a file is about that file, where its command takes one. */
function withFile(
  named: { command: AnyCommand<Ctx>; raw: RawInput } | undefined,
  file: FileRef | undefined,
): typeof named {
  if (named === undefined || file === undefined || named.command.fields["file"] === undefined) return named;
  return { ...named, raw: { file: JSON.stringify(file), ...named.raw } };
}

/** What creator lists come as; an old `.xls` is answered with how to save it anew. */
const TABLE_NAME = /\.(?:csv|tsv|txt|xls|xlsx|xlsm)$/iu;

/**
 * People share pictures, contracts and invoices in groups all day: there only tables count, and only those of people who
 * may import. In a private chat every file is meant for the bot.
 */
function isNotForTheBot(event: Inbound, fileName: string, refusal: Meaning | undefined): boolean {
  if (event.where.chatKind === "direct") return false;
  const mayNot = refusal?.kind === "refused" && refusal.code === "not-allowed";
  return mayNot || !TABLE_NAME.test(fileName.trim());
}

function named(
  registry: CommandRegistry<Ctx>,
  name: string,
  raw: RawInput,
): { command: AnyCommand<Ctx>; raw: RawInput } | undefined {
  const command = registry.byName(name);
  return command === undefined ? undefined : { command, raw };
}

/** A form's field that was left empty is not there. */
function filled(values: Record<string, string>): RawInput {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));
}

/** Buttons carry numbers and flags; typed lines carry text: one shape for both. */
function asText(input: Record<string, unknown>): RawInput {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? [[name, String(value)]]
        : [],
    ),
  );
}

function unknownCommand(event: Inbound, member: Member | undefined, registry: CommandRegistry<Ctx>): Meaning {
  if (event.body.kind !== "line") return { kind: "refused", code: "unknown-command", details: { text: "" } };
  const { text } = withoutSlash(event.body.text);
  if (member === undefined) return { kind: "refused", code: "unknown-person", details: {} };
  const near = registry.suggestions(text).join(", ");
  return { kind: "refused", code: "unknown-command", details: { text: text.slice(0, 60), near } };
}

function authorise(command: AnyCommand<Ctx>, member: Member | undefined): Meaning | undefined {
  if (command.allow === "anyone") return undefined;
  if (member === undefined) return { kind: "refused", code: "unknown-person", details: {} };
  if (command.allow === "members" || command.allow.includes(member.role)) return undefined;
  return {
    kind: "refused",
    code: "not-allowed",
    details: {
      command: command.name,
      commandZh: commandTyped(command)["zh-CN"],
      roles: command.allow.join(","),
      role: member.role,
    },
  };
}

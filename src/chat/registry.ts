/** All commands by name: finds the one a line or a button means, and reads its input. */
import type { z } from "zod";
import type { AnyCommand } from "./command.ts";
import type { InputProblem } from "./features/common.ts";
import { nearWords } from "./near-words.ts";
import { parseLine } from "./parse-line.ts";
import { isChinese } from "./typed-in.ts";

export type RawInput = Readonly<Record<string, string>>;

export interface FieldProblem {
  field: string;
  value?: string | undefined;
  problem: InputProblem;
}

export type ReadInput =
  | { ok: true; input: Record<string, unknown> }
  | { ok: false; problems: FieldProblem[]; understood: { field: string; value: string }[] };

export interface CommandRegistry<Ctx> {
  readonly all: readonly AnyCommand<Ctx>[];
  byName(name: string): AnyCommand<Ctx> | undefined;
  /** The command that a typed line begins with, and the raw input that the rest of the line makes. */
  fromLine(text: string): { command: AnyCommand<Ctx>; raw: RawInput } | undefined;
  /** Names near to what was typed, best first: Chinese ones to Chinese words. */
  suggestions(text: string): string[];
}

/** @throws when two commands share a name or an alias */
export function createRegistry<Ctx>(all: readonly AnyCommand<Ctx>[]): CommandRegistry<Ctx> {
  const byWord = new Map<string, AnyCommand<Ctx>>();
  for (const command of all) {
    for (const word of [command.name, ...command.aliases].map(fold)) {
      if (byWord.has(word)) throw new Error(`Two commands are called "${word}".`);
      byWord.set(word, command);
    }
  }
  const longestFirst = [...byWord.keys()].sort((a, b) => b.length - a.length);
  const fieldsOf = new Map(all.map((command) => [command, fieldNames(command)]));
  return {
    all,
    byName: (name) => byWord.get(fold(name)),
    fromLine(text) {
      const typed = asTyped(text);
      const word = longestFirst.find((candidate) => beginsWith(typed, candidate));
      const command = word === undefined ? undefined : byWord.get(word);
      if (word === undefined || command === undefined) return undefined;
      return { command, raw: rawFrom(command, fieldsOf.get(command), restOf(text, word)) };
    },
    suggestions(text) {
      const typed = fold(text.trim().split(/\s+/u)[0] ?? "");
      // what only buttons call cannot be typed
      const offered = longestFirst.filter((word) => byWord.get(word)?.example !== undefined);
      const near = new Map<AnyCommand<Ctx> | undefined, string>();
      for (const word of nearWords(typed, offered)) {
        const command = byWord.get(word);
        if (!near.has(command)) near.set(command, isChinese(word) ? word : (command?.name ?? word));
      }
      return [...near.values()].slice(0, 3);
    },
  };
}

/**
 * Reads a raw input with the command's schema.
 * Every problem is told at once, with what was understood beside it.
 */
export function readInput<Ctx>(command: AnyCommand<Ctx>, raw: RawInput): ReadInput {
  const unknown = Object.keys(raw).filter((name) => !(name in command.input.shape));
  const known = Object.fromEntries(Object.entries(raw).filter(([name]) => name in command.input.shape));
  const result = command.input.safeParse(known);
  const problems = [
    ...unknown.map((field): FieldProblem => ({ field, value: raw[field], problem: "unknown-field" })),
    ...(result.error?.issues ?? []).map((issue) => problemOf(issue, raw)),
  ];
  if (result.success && problems.length === 0) return { ok: true, input: result.data };
  const wrong = new Set(problems.map((problem) => problem.field));
  const understood = Object.entries(known)
    .filter(([field]) => !wrong.has(field))
    .map(([field, value]) => ({ field, value }));
  return { ok: false, problems, understood };
}

function problemOf(issue: z.core.$ZodIssue, raw: RawInput): FieldProblem {
  const field = String(issue.path[0] ?? "");
  const value = raw[field];
  const named = issue.code === "custom" ? (issue.params?.["problem"] as InputProblem | undefined) : undefined;
  if (named !== undefined) return { field, value, problem: named };
  return { field, value, problem: value === undefined ? "missing" : "wrong" };
}

/** Named values under their real names, the remaining words under the command's `rest` input. */
function rawFrom<Ctx>(
  command: AnyCommand<Ctx>,
  fields: ReadonlyMap<string, string> | undefined,
  text: string,
): RawInput {
  const { words, named } = parseLine(text);
  const raw: Record<string, string> = {};
  for (const [name, value] of Object.entries(named)) raw[fields?.get(name) ?? name] = value;
  if (words.length === 0) return raw;
  const rest = command.rest === undefined ? "words" : command.rest;
  return { [rest]: words.join(" "), ...raw };
}

/** Under which real name each name that people may type stands; the first field that claims a name has it. */
function fieldNames<Ctx>(command: AnyCommand<Ctx>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [field, { aliases }] of Object.entries(command.fields)) {
    for (const name of [field.toLowerCase(), ...(aliases ?? [])]) {
      if (!names.has(name)) names.set(name, field);
    }
  }
  return names;
}

/** A latin name ends at a space; a Chinese alias may be followed by its first word directly. */
function beginsWith(typed: string, word: string): boolean {
  if (!typed.startsWith(word)) return false;
  const next = typed[word.length];
  return next === undefined || next === " " || /\p{Script=Han}$/u.test(word);
}

/** The line behind the matched word as it was typed: a draft keeps its full-width signs. */
function restOf(text: string, word: string): string {
  for (let end = word.length; end <= text.length; end += 1) {
    if (asTyped(text.slice(0, end)) === word) return text.slice(end);
  }
  return "";
}

/** One form for full-width and half-width, upper and lower case, and any run of spaces. */
function asTyped(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, " ").trimStart().toLowerCase();
}

function fold(word: string): string {
  return word.normalize("NFKC").toLowerCase().trim();
}

/** Words and card data that no single feature owns: refusals, problems with an input, help, errors. */
import { z } from "zod";
import type { ErrorCode } from "../../domain/errors.ts";
import type { NumberProblem } from "../../domain/numbers.ts";
import type { Role } from "../people.ts";

export const PersonRefData = z.object({
  name: z.string(),
  slack: z.string().optional(),
  lark: z.string().optional(),
});

export const MoneyData = z.object({
  amount: z.int(),
  currency: z.enum(["CNY", "USD", "EUR", "GBP", "HKD", "JPY"]),
});

const InBothLanguages = z.object({ en: z.string(), "zh-CN": z.string() });

/** An input of a command: its name to type, and what readers of each language call it. */
const FieldData = z.object({
  name: z.string(),
  label: InBothLanguages,
  /** what readers of each language type; missing in messages of earlier versions, as all of this name below */
  typed: InBothLanguages.optional(),
});

/** A wrong input: what was understood, what is wrong, and a line that works. */
export const InputProblemData = z.object({
  command: z.string(),
  typed: InBothLanguages.optional(),
  /** the command's inputs that were read well, with the text as typed */
  understood: z.array(z.object({ field: FieldData, value: z.string() })),
  problems: z.array(
    z.object({
      /** one that the command does not have is called as it was typed */
      field: FieldData,
      value: z.string().optional(),
      problem: z.string(),
      example: z.string().optional(),
      /** the command's input that was most likely meant */
      near: InBothLanguages.optional(),
    }),
  ),
  example: z.string().optional(),
  exampleTyped: InBothLanguages.optional(),
  /** the input that is typed without its name */
  rest: z.string().optional(),
});

/** An expected refusal: the code decides the words. */
export const RefusalData = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const ErrorData = z.object({ errorId: z.string(), command: z.string() });

/** Asks a person to open a form where the platform needs a click to open one. */
export const OpenFormData = z.object({
  command: z.string(),
  /** what the command does; what was kept before it was told has none */
  summary: InBothLanguages.optional(),
  input: z.record(z.string(), z.string()),
  missing: z.array(FieldData),
});

export const HelpData = z.object({
  /** all commands the reader may use; one with `fields` when help was asked for it alone */
  commands: z.array(
    z.object({
      name: z.string(),
      aliases: z.array(z.string()),
      summary: InBothLanguages,
      example: z.string().optional(),
      exampleTyped: InBothLanguages.optional(),
      fields: z.array(FieldData.extend({ example: z.string().optional(), required: z.boolean() })),
    }),
  ),
  detail: z.boolean(),
});

/** Why a typed value was not understood, beyond the numbers' own problems. */
export type InputProblem =
  | NumberProblem
  | "missing"
  | "unknown-field"
  | "not-a-date"
  | "not-a-time"
  | "not-a-choice"
  | "too-long"
  | "not-a-zone"
  | "not-an-email"
  | "not-a-link"
  | "bad-split"
  | "not-shares"
  | "chosen-twice"
  | "no-name-column"
  | "wrong";

export interface CommonMessages {
  appName: string;
  /** IANA zone -> the city's name in this language */
  cities: Readonly<Record<string, string>>;
  roles: Readonly<Record<Role, string>>;
  languages: Readonly<Record<"en" | "zh-CN", string>>;
  platforms: Readonly<Record<"slack" | "lark", string>>;
  /** said where a platform cannot hold all of a card */
  leftOut: {
    rows(n: string): string;
    rowsInFile(n: string, file: string): string;
    text: string;
    textInFile(file: string): string;
    /** the line that goes with such a file */
    file(title: string): string;
  };
  none: string;
  unknown: string;
  by(name: string): string;
  /** a label before its value */
  labelled(label: string, value: string): string;
  /** parts of one line, with this language's commas */
  listed(parts: readonly string[]): string;
  /** said more quietly behind a text */
  inBrackets(text: string): string;
  /** all that is left on an old copy of a card */
  replaced: string;
  /** leads to the copy that counts */
  currentCard: string;
  /** toast at a click whose work goes on */
  working: string;
  inputProblem: {
    title(command: string): string;
    /** above the line to send instead */
    again: string;
    wrong: string;
    example: string;
    /** follows the sentence on an input that there is not */
    didYouMean(name: string): string;
    problems: Readonly<Record<InputProblem, (value: string) => string>>;
  };
  refusals: Readonly<Record<ErrorCode, (details: Readonly<Record<string, string | number>>) => string>>;
  refusalTitle: string;
  openForm: {
    title: string;
    text(fields: string): string;
    /** where nothing is missing */
    changed: string;
    button: string;
  };
  error: { title: string; text(errorId: string): string };
  help: { title: string; intro: string; usage: string; inputs: string; required: string; aliases: string };
}

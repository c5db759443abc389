/** The card: everything the bot shows, described once and drawn by each platform in its own way. */
import type { Money } from "../domain/money.ts";
import type { CallRef } from "./call-ref.ts";
import type { PersonRef, Table, Tone } from "./table.ts";

export type { CallRef } from "./call-ref.ts";
export type { Cell, Column, PersonRef, Table, TableOrders, Tone } from "./table.ts";

/** A run of text. Never markdown: each platform escapes and decorates for itself. */
export type Span =
  | { kind: "text"; text: string }
  | { kind: "bold"; text: string }
  | { kind: "quiet"; text: string }
  | { kind: "mention"; person: PersonRef }
  | { kind: "link"; text: string; url: string }
  /** `at` is ISO 8601 in UTC; `text` is it in the reader's language and zone */
  | { kind: "time"; at: string; text: string }
  | { kind: "money"; money: Money; text: string };

export interface Fact {
  label: string;
  value: readonly Span[];
}

export type Button =
  | {
      kind: "call";
      label: string;
      call: CallRef;
      style?: "primary" | "danger" | undefined;
      confirm?: { title: string; text: string; ok: string; cancel: string } | undefined;
    }
  | { kind: "link"; label: string; url: string };

export interface Choice {
  value: string;
  label: string;
}

interface FieldBase {
  /** the input's name in the command's schema */
  name: string;
  label: string;
  hint?: string | undefined;
  placeholder?: string | undefined;
  required: boolean;
  initial?: string | undefined;
  /** begins a group of fields, in a long form */
  heading?: string | undefined;
}

export type Field =
  | (FieldBase & { kind: "text" | "long-text" | "date" | "time" })
  | (FieldBase & { kind: "choice"; choices: readonly Choice[] });

/** A form for the inputs a call still needs; `call.input` holds what is known already. */
export interface Form {
  title: string;
  call: CallRef;
  fields: readonly Field[];
  submit: string;
  intro?: readonly Span[] | undefined;
}

interface Series {
  name: string;
  /** one value a category, in the categories' order */
  values: readonly number[];
}

export interface Chart {
  kind: "chart";
  title: string;
  /** one sentence that says what the picture shows, for those who cannot see it and for everybody in a hurry */
  alt: string;
  /** a pie shows its first series; a platform without radars draws bars */
  shape: "bar" | "line" | "area" | "pie" | "radar";
  categories: readonly string[];
  series: readonly Series[];
  /** where the scale ends, such as 100 for shares; the greatest value when left out */
  max?: number | undefined;
}

/** One step of a way that several people go together. */
export interface Step {
  text: string;
  state: "waiting" | "active" | "done" | "failed";
}

export interface Picture {
  kind: "picture";
  /** id of a stored file: PNG or JPEG */
  file: string;
  /** what the picture shows, for those who cannot see it */
  alt: string;
  title?: string | undefined;
}

export type Part =
  | { kind: "text"; spans: readonly Span[] }
  | { kind: "facts"; facts: readonly Fact[] }
  | { kind: "note"; spans: readonly Span[] }
  | { kind: "list"; items: readonly (readonly Span[])[] }
  | Table
  | Chart
  | Picture
  | { kind: "progress"; done: number; total: number; label: string }
  | { kind: "steps"; title: string; steps: readonly Step[] }
  | { kind: "people"; label: string; people: readonly PersonRef[] }
  | { kind: "columns"; left: readonly Span[]; right: readonly Span[] }
  | { kind: "divider" }
  /** folded away until a person opens it; what a platform cannot fold stands open below */
  | { kind: "fold"; title: string; parts: readonly FoldedPart[] }
  | { kind: "actions"; buttons: readonly Button[] }
  /** Lark shows the fields in place, Slack a button with `open` as its label that opens them */
  | { kind: "form"; form: Form; open: string };

export type FoldedPart = Exclude<Part, { kind: "fold" } | { kind: "actions" } | { kind: "form" }>;

export interface Card {
  title: string;
  tone: Tone;
  /** one line for notifications, screen readers and clients that cannot show the rest */
  summary: string;
  body: readonly Part[];
  /** names of files that follow this card and hold all of what it may leave out */
  attached?: { rows?: string | undefined; text?: string | undefined } | undefined;
}

/** Every part of a card, also those in folds. */
export function partsOf({ body }: Card): Part[] {
  return body.flatMap((part): readonly Part[] => (part.kind === "fold" ? part.parts : [part]));
}

export const text = (value: string): Span => ({ kind: "text", text: value });
export const bold = (value: string): Span => ({ kind: "bold", text: value });
export const quiet = (value: string): Span => ({ kind: "quiet", text: value });
export const mention = (person: PersonRef): Span => ({ kind: "mention", person });
export const link = (label: string, url: string): Span => ({ kind: "link", text: label, url });

/** A line of text: plain strings become text spans. */
export const line = (...spans: (string | Span)[]): Part & FoldedPart => ({
  kind: "text",
  spans: spansOf(spans),
});
export const note = (...spans: (string | Span)[]): Part & FoldedPart => ({
  kind: "note",
  spans: spansOf(spans),
});
export const facts = (
  rows: readonly (readonly [string, string | Span | readonly Span[]])[],
): Part & FoldedPart => ({
  kind: "facts",
  facts: rows.map(([label, value]) => ({ label, value: toSpans(value) })),
});
export const list = (items: readonly (string | readonly Span[])[]): Part & FoldedPart => ({
  kind: "list",
  items: items.map(toSpans),
});
export const fold = (title: string, parts: readonly FoldedPart[]): Part => ({ kind: "fold", title, parts });
export const actions = (...buttons: Button[]): Part => ({ kind: "actions", buttons });
export const divider: Part & FoldedPart = { kind: "divider" };

export const button = (
  label: string,
  call: CallRef,
  more: Pick<Extract<Button, { kind: "call" }>, "style" | "confirm"> = {},
): Button => ({ kind: "call", label, call, ...more });

export const call = (command: string, input: CallRef["input"]): CallRef => ({ command, input });

function toSpans(value: string | Span | readonly Span[]): readonly Span[] {
  if (typeof value === "string") return [text(value)];
  return "kind" in value ? [value] : value;
}

function spansOf(spans: readonly (string | Span)[]): Span[] {
  return spans.map((span) => (typeof span === "string" ? text(span) : span));
}

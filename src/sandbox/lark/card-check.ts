/** What the checks of a card share: the problems found so far, their codes, where an element stands. */

export type CardObject = Record<string, unknown>;

/** One thing wrong with a card, under the code Lark gives it inside 230099. */
export interface CardProblem {
  code: number;
  msg: string;
  path: string;
}

/** What a sender may refer to in a card. */
export interface Known {
  isImage(key: string): boolean;
  isPerson(id: string): boolean;
}

export interface CardCheck extends Known {
  problems: CardProblem[];
  /** allowed by Lark, yet never what a careful bot sends */
  warnings: string[];
  elements: number;
  /** of the deepest element */
  depth: number;
  tables: number;
  charts: number;
  ids: Set<string>;
  names: Set<string>;
}

/** Where an element stands. */
export interface Place {
  path: string;
  /** 1 for elements of the body */
  depth: number;
  inForm: boolean;
}

export const CARD_CODES = {
  malformed: 200621,
  overLimit: 11310,
  retired: 200861,
  callbackValue: 200671,
  image: 200570,
  person: 100290,
  chart: 200550,
  tableRows: 200914,
  tableRowName: 200915,
} as const;

export function add(check: CardCheck, code: number, msg: string, place: Place): void {
  check.problems.push({ code, msg, path: place.path });
}

export const isObject = (value: unknown): value is CardObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

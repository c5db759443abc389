/** The lines in which somebody writes whom to submit, at what price and why: `小鹿护肤 3000 肤质匹配`. */
import type { Currency, Money } from "./money.ts";
import { parseMoney } from "./numbers.ts";

export interface Proposal<T> {
  candidate: T;
  price?: Money;
  reason: string;
}

export interface ReadProposals<T> {
  proposals: Proposal<T>[];
  /** lines that begin with no candidate's name, as typed */
  unknown: string[];
}

/**
 * One creator a line. What follows the name is a price, if it reads like one, and the reason.
 *
 * @param currency of an amount that names none
 */
export function readProposals<T extends { name: string }>(
  text: string,
  candidates: readonly T[],
  currency: Currency,
): ReadProposals<T> {
  const longestFirst = [...candidates].sort((a, b) => b.name.length - a.name.length);
  const proposals: Proposal<T>[] = [];
  const unknown: string[] = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const candidate = longestFirst.find(({ name }) => beginsWith(line, name));
    if (candidate === undefined) unknown.push(line);
    else if (!proposals.some((known) => known.candidate === candidate))
      proposals.push({ candidate, ...readRest(line.slice(candidate.name.length), currency) });
  }
  return { proposals, unknown };
}

/** A name ends where its line does, at a space or at a mark; 小鹿 is not the beginning of 小鹿护肤. */
function beginsWith(line: string, name: string): boolean {
  if (!line.startsWith(name)) return false;
  const next = line[name.length];
  return next === undefined || /[\s:：,，;；|]/u.test(next);
}

const PRICE = /^(?:[A-Za-z]{3}\s+)?[¥￥$€£]?\d[\d,.]*\s?[万kKwW元]?(?=$|[\s:：,，;；|])/u;

function readRest(rest: string, currency: Currency): { price?: Money; reason: string } {
  const trimmed = rest.replace(/^[\s:：,，;；|]+/u, "");
  const typed = PRICE.exec(trimmed)?.[0];
  const price = typed === undefined ? undefined : parseMoney(typed, currency);
  if (typed === undefined || price?.ok !== true) return { reason: trimmed };
  return { price: price.value, reason: trimmed.slice(typed.length).replace(/^[\s:：,，;；|]+/u, "") };
}

/** Reads what people put behind a creator's name in one line: a date and a time, or an amount. */
import type { z } from "zod";

interface TypedSlot {
  creator: string;
  /** as typed, not checked yet */
  date?: string;
  time?: string;
}

const DATE_LIKE = /^\d{4}[-/.年]\d/u;
const TIME_LIKE = /^\d{1,2}[:：]\d{1,2}$/u;
const AMOUNT_LIKE = /^[¥￥$€£]?\d/u;
const CURRENCY_LIKE = /^[A-Za-z$]{1,3}\$?$/u;

/** `小鹿护肤 2026-12-08 20:00`: the name, the date and the time, the last two in either order. */
export function readTypedSlot(words: string): TypedSlot {
  const left = words.trim().split(/\s+/u);
  const slot: Omit<TypedSlot, "creator"> = {};
  while (left.length > 1) {
    const last = left.at(-1) ?? "";
    if (slot.time === undefined && TIME_LIKE.test(last)) slot.time = last;
    else if (slot.date === undefined && DATE_LIKE.test(last)) slot.date = last;
    else break;
    left.pop();
  }
  return { creator: left.join(" "), ...slot };
}

/** `小鹿护肤 3000`, `小鹿护肤 USD 500`: the name and the amount as typed. */
export function readTypedTotal(words: string): { creator: string; total?: string } {
  const left = words.trim().split(/\s+/u);
  const [before = "", last = ""] = left.slice(-2);
  if (left.length < 2 || !AMOUNT_LIKE.test(last)) return { creator: left.join(" ") };
  const hasCurrency = left.length > 2 && CURRENCY_LIKE.test(before);
  const taken = hasCurrency ? 2 : 1;
  return { creator: left.slice(0, -taken).join(" "), total: left.slice(-taken).join(" ") };
}

/** Tells a problem of the words under the input that held them. */
export function explainWords(
  context: z.core.$RefinementCtx,
  { error }: { error?: z.ZodError | undefined },
): void {
  const issue = error?.issues[0];
  if (issue?.code === "custom")
    context.addIssue({ code: "custom", path: ["creator"], params: issue.params ?? {} });
}

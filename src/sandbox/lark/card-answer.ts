/** Reads what the bot answered to a click: a toast for the person, a new card in place of the old one, or nothing. */
import { isObject } from "./card-check.ts";
import { judgeCard } from "./check-content.ts";
import type { Person } from "./people.ts";
import type { Tenant } from "./tenant.ts";

interface Toast {
  type: string;
  content: string;
}

/** What the person sees of it; a bad answer shows the code of Lark's error line. */
export type CardAnswer =
  | { ok: true; toast?: Toast; card?: Record<string, unknown>; warnings: string[] }
  | { ok: false; code: 200672 | 200673; violations: string[] };

const TOASTS = ["info", "success", "error", "warning"];

export function readCardAnswer(tenant: Tenant, answer: unknown, person: Person): CardAnswer {
  if (answer === undefined || answer === null || answer === "") return { ok: true, warnings: [] };
  if (!isObject(answer)) return badShape("the answer is not an object");
  const { toast, card, ...rest } = answer;
  const [stray] = Object.keys(rest);
  if (stray !== undefined) return badShape(`the answer has an unknown ${stray}`);
  const problem = toast === undefined ? undefined : toastProblem(toast);
  if (problem !== undefined) return badShape(problem);
  const shown = isObject(toast) ? { toast: readToast(toast, person) } : {};
  if (card === undefined) return { ok: true, ...shown, warnings: [] };
  if (!isObject(card) || card["type"] !== "raw" || !isObject(card["data"])) {
    return badShape('the card is not {type: "raw", data: {…}}');
  }
  const verdict = judgeCard(tenant, card["data"]);
  if ("refused" in verdict) return { ok: false, code: 200673, violations: verdict.refused.violations ?? [] };
  return { ok: true, ...shown, card: card["data"], warnings: verdict.warnings };
}

const badShape = (violation: string): CardAnswer => ({ ok: false, code: 200672, violations: [violation] });

function toastProblem(toast: unknown): string | undefined {
  if (!isObject(toast)) return "the toast is not an object";
  const { type = "info" } = toast;
  return TOASTS.includes(String(type)) ? undefined : `a toast is one of ${TOASTS.join(", ")}`;
}

function readToast({ type = "info", content = "", i18n }: Record<string, unknown>, person: Person): Toast {
  const translated = isObject(i18n) ? i18n[person.locale] : undefined;
  return { type: String(type), content: String(translated ?? content) };
}

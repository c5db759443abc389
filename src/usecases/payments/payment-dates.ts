/** When the parts of a payment plan fall due unless somebody gives a date. */
import { Temporal } from "temporal-polyfill";
import { addWorkingDays } from "../../domain/working-time.ts";

/** [A] Working days that a payer gets, after the plan for the first part and after the posting for the last. */
const TERM = 5;

/**
 * `YYYY-MM-DD`, or null while nobody knows: the last part waits for the posting date, a part in between for a person.
 * @param part position from 0, and how many there are; the only part is the last one
 * @param known the day of the plan, and the posting date when there is a slot
 */
export function usualDueDate(
  part: { position: number; of: number },
  known: { plannedOn: Temporal.PlainDate; postOn: string | undefined },
): string | null {
  const { position, of } = part;
  if (position === of - 1) return known.postOn === undefined ? null : lastDueDate(known.postOn);
  return position === 0 ? addWorkingDays(known.plannedOn, TERM).date.toString() : null;
}

/** @param postOn the posting date, `YYYY-MM-DD` */
export function lastDueDate(postOn: string): string {
  return addWorkingDays(Temporal.PlainDate.from(postOn), TERM).date.toString();
}

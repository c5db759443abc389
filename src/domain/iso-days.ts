/** Days between two dates as sources write them; plain arithmetic, since a list has 50,000 rows of dated facts. */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** Dates repeat over a list: most of them were read before. */
const seen = new Map<string, number>();
const MOST_SEEN = 4_096;

/** Days since an arbitrary day zero in the Gregorian calendar; months count from March, so that leap days come last. */
function dayNumber(iso: string): number | undefined {
  const known = seen.get(iso);
  if (known !== undefined) return known;
  const [, year, month, day] = DATE.exec(iso) ?? [];
  if (year === undefined) return undefined;
  const number = daysOf(Number(year), Number(month), Number(day));
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(iso, number);
  return number;
}

function daysOf(year: number, month: number, day: number): number {
  const shifted = (month + 9) % 12;
  const years = month <= 2 ? year - 1 : year;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return 365 * years + leapDays + Math.floor((153 * shifted + 2) / 5) + day;
}

/** Whole days from one ISO date to another; `undefined` when either is missing or no date. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const [start, end] = [dayNumber(from), dayNumber(to)];
  return start === undefined || end === undefined ? undefined : end - start;
}

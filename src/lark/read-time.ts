/** Lark's times: seconds, milliseconds or microseconds since 1970, as text or number. */

/** @returns ISO 8601 in UTC, or undefined when it is no time */
export function isoTime(value: unknown): string | undefined {
  const digits = typeof value === "number" ? String(Math.trunc(value)) : value;
  if (typeof digits !== "string" || !/^\d{10,16}$/u.test(digits)) return undefined;
  return new Date(Number(digits) * 10 ** (13 - digits.length)).toISOString();
}

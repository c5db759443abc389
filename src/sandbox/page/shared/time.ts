/** Times as people read them, always in a named zone. */

/** "14:05" in that zone. */
export const clockTime = (ms: number, tz: string): string =>
  format(ms, "en-GB", { timeZone: tz, hour: "2-digit", minute: "2-digit" });

/** "Monday, 23 November" or "11月23日星期一". */
export const dayName = (ms: number, tz: string, locale: string): string =>
  format(ms, locale, { timeZone: tz, weekday: "long", day: "numeric", month: "long" });

/** "Mon, 23 Nov 2026, 14:05" or "2026年11月23日周一 14:05". */
export const fullTime = (ms: number, tz: string, locale: string): string =>
  format(ms, locale, {
    timeZone: tz,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });

/** "2026-11-23" in that zone. */
export const plainDay = (ms: number, tz: string): string =>
  format(ms, "en-CA", { timeZone: tz, year: "numeric", month: "2-digit", day: "2-digit" });

/** "Berlin" of "Europe/Berlin". */
const cityOf = (tz: string): string => (tz.split("/").at(-1) ?? tz).replaceAll("_", " ");

const CITIES_ZH: Record<string, string> = {
  Shanghai: "上海",
  Berlin: "柏林",
  London: "伦敦",
  "New York": "纽约",
};

export const cityIn = (tz: string, locale: string): string => {
  const city = cityOf(tz);
  return locale.startsWith("zh") ? (CITIES_ZH[city] ?? city) : city;
};

/** The instant of a wall-clock time in a zone, as "2027-01-05T09:00+08:00". */
export function withOffset(day: string, time: string, tz: string): string {
  const guess = Date.parse(`${day}T${time}Z`);
  const first = offsetAt(guess, tz);
  // near a change of clocks the guess may sit on the other side of it
  const minutes = offsetAt(guess - first * 60_000, tz);
  const sign = minutes < 0 ? "-" : "+";
  const two = (n: number) => String(Math.trunc(n)).padStart(2, "0");
  return `${day}T${time}${sign}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

function offsetAt(ms: number, tz: string): number {
  const shown = `${plainDay(ms, tz)}T${clockTime(ms, tz)}Z`;
  return (Date.parse(shown) - Math.floor(ms / 60_000) * 60_000) / 60_000;
}

/** "in 10 hours" or "10小时后"; the nearest whole unit. */
export function fromNow(ms: number, locale: string): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const show = (value: number, unit: "minute" | "hour" | "day") =>
    new Intl.RelativeTimeFormat(locale).format(Math.round(value), unit);
  if (minutes < 60) return show(minutes, "minute");
  if (minutes < 48 * 60) return show(minutes / 60, "hour");
  return show(minutes / 60 / 24, "day");
}

/** "26/11" or "11/26". */
export const monthDay = (ms: number, tz: string, locale: string): string =>
  format(ms, locale, { timeZone: tz, day: "numeric", month: "numeric" });

/** "Thu 3 Dec" or "12月3日周四". */
export const shortDay = (ms: number, tz: string, locale: string): string =>
  format(ms, locale, { timeZone: tz, weekday: "short", day: "numeric", month: "short" }).replace(",", "");

/** Making one takes the browser longer than drawing a message. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(ms: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale.replace("_", "-"), options);
  formats.set(key, known);
  return known.format(ms);
}

/** The next time it is `time` in that zone, such as "2027-01-05T09:00+08:00". */
export function nextAt(ms: number, time: string, tz: string): string {
  const later = clockTime(ms, tz) >= time;
  // noon of the day is the same day whatever the clocks do
  const noon = Date.parse(`${plainDay(ms, tz)}T12:00Z`);
  const day = new Date(noon + (later ? 86_400_000 : 0)).toISOString().slice(0, 10);
  return withOffset(day, time, tz);
}

/** Slack's dates: a template such as `{date_short} at {time}` filled in for the reader. */

/** @param seconds since 1970 */
export function fillDate(seconds: number, template: string, tz: string, locale: string): string {
  const at = seconds * 1000;
  const show = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: tz, ...options }).format(at);
  const day = { day: "numeric", year: "numeric" } as const;
  return template.replace(/\{(\w+?)(?:_pretty)?\}/g, (whole, part: string) => {
    switch (part) {
      case "date_num":
        return new Intl.DateTimeFormat("en-CA", { timeZone: tz }).format(at);
      case "date":
      case "date_long_full":
        return show({ ...day, month: "long" });
      case "date_short":
        return show({ ...day, month: "short" });
      case "date_long":
        return show({ ...day, month: "long", weekday: "long" });
      case "day_divider":
        return show({ weekday: "long", month: "long", day: "numeric" });
      case "time":
        return show({ hour: "numeric", minute: "2-digit" });
      case "time_secs":
        return show({ hour: "numeric", minute: "2-digit", second: "2-digit" });
      default:
        return whole;
    }
  });
}

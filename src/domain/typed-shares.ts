/** Parts of an audience as people type them: `18-24:40%,25-34:35%` by age, `上海:17.4%,北京:15.2%` by region. */
import { parseAges } from "./audience.ts";
import type { Shares } from "./creator-facts.ts";
import { parseShare } from "./numbers.ts";

/** What rounding may add to a whole. */
const WHOLE = 1.02;

/** Ages in one form, `18-24` or `45+`; undefined for what is no list of ages with a share each, or more than a whole. */
export function parseAgeShares(text: string): Shares | undefined {
  return sharesOf(text, (name) => {
    const ages = parseAges(name);
    if (ages === undefined || (ages.to !== undefined && ages.to < ages.from)) return undefined;
    return ages.to === undefined ? `${ages.from}+` : `${ages.from}-${ages.to}`;
  });
}

/** Regions by the names that were typed. */
export function parseRegionShares(text: string): Shares | undefined {
  return sharesOf(text, (name) => (/\p{L}/u.test(name) && !/\d/u.test(name) ? name : undefined));
}

function sharesOf(text: string, nameOf: (name: string) => string | undefined): Shares | undefined {
  const parts = text.split(/[,，、;；|｜\n]+|(?<=[%％])\s+/u).map((part) => part.trim());
  const shares = new Map<string, number>();
  for (const part of parts.filter((one) => one !== "")) {
    // the share stands last; a name may hold the sign between them itself
    const [, written, percent] = /^(.*?)\s*[:：=\s]\s*([\d.]+\s*[%％]?)$/u.exec(part) ?? [];
    const name = written === undefined ? undefined : nameOf(written);
    const share = percent === undefined ? undefined : parseShare(percent);
    if (name === undefined || !share?.ok || shares.has(name)) return undefined;
    shares.set(name, share.value);
  }
  const sum = [...shares.values()].reduce((all, one) => all + one, 0);
  return shares.size === 0 || sum > WHOLE ? undefined : Object.fromEntries(shares);
}

/** Picks the page's own words for a reader. */
import { en, type Words } from "./en.ts";
import { zh } from "./zh.ts";

export type { Words };

/** @param locale such as "en-GB" or "zh_cn"; anything but Chinese reads English */
export const wordsFor = (locale: string): Words => (locale.toLowerCase().startsWith("zh") ? zh : en);

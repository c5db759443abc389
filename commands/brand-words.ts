/** How people call the brand where an agency could be named. */

export const BRAND_WORDS: ReadonlySet<string> = new Set(["brand", "none", "-", "品牌", "品牌方", "无"]);

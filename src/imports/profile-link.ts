/** Finds a creator's link in whatever people paste: a bare link, or a whole share text around it. */

type ProfileLink =
  | { kind: "profile"; id: string }
  | { kind: "pugongying"; id: string }
  /** a short link hides the creator until it is opened, so people are asked for the long one */
  | { kind: "short" };

const ID = "([0-9a-f]{24})(?![0-9a-z])";
const PROFILE = new RegExp(`xiaohongshu\\.com/(?:user/profile|profile)/${ID}`, "i");
const PUGONGYING = new RegExp(`pgy\\.xiaohongshu\\.com/[^\\s?#]*?/?(?:blogger-detail|kol-detail)/${ID}`, "i");
const SHORT = /\bxhslink\.com\/\S/i;

/**
 * @param text a link, or a text with a link in it; the first profile link counts
 * @returns undefined where the text has no link to a creator
 */
export function parseProfileLink(text: string): ProfileLink | undefined {
  const profile = PROFILE.exec(text)?.[1];
  if (profile) return { kind: "profile", id: profile.toLowerCase() };
  const pugongying = PUGONGYING.exec(text)?.[1];
  if (pugongying) return { kind: "pugongying", id: pugongying.toLowerCase() };
  return SHORT.test(text) ? { kind: "short" } : undefined;
}

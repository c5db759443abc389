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
const PROFILE_START = "https://www.xiaohongshu.com/user/profile/";
/** How the platform itself writes links: nothing in them wants to be searched. */
const USUAL = [
  { kind: "profile", start: PROFILE_START },
  { kind: "pugongying", start: "https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/" },
] as const;
const ID_LENGTH = 24;

/**
 * @param text a link, or a text with a link in it; the first profile link counts
 * @returns undefined where the text has no link to a creator
 */
export function parseProfileLink(text: string): ProfileLink | undefined {
  for (const { kind, start } of USUAL) {
    if (text.length !== start.length + ID_LENGTH || !text.startsWith(start)) continue;
    const id = text.slice(start.length);
    if (isPlainId(id)) return { kind, id };
  }
  const profile = PROFILE.exec(text)?.[1];
  if (profile) return { kind: "profile", id: profile.toLowerCase() };
  const pugongying = PUGONGYING.exec(text)?.[1];
  if (pugongying) return { kind: "pugongying", id: pugongying.toLowerCase() };
  return SHORT.test(text) ? { kind: "short" } : undefined;
}

/** As the platform writes the link to a profile. */
export function profilePage(platformId: string): string {
  return PROFILE_START + platformId;
}

/** 24 hex digits in small letters. */
export function isPlainId(text: string): boolean {
  if (text.length !== ID_LENGTH) return false;
  for (let at = 0; at < ID_LENGTH; at += 1) {
    const code = text.charCodeAt(at);
    if (!((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66))) return false;
  }
  return true;
}

/** Finds out which creator a row is about: name, handle, profile id and link. */
import type { Column } from "./plan-columns.ts";
import { parseProfileLink } from "./profile-link.ts";
import { isAbsent } from "./read-cell.ts";

export interface Identity {
  /** nickname; the handle or id where the row has no nickname; "" where it has neither */
  name: string;
  /** the 24 hex digits of the profile */
  platformId?: string;
  /** 小红书号, which its owner can change */
  handle?: string;
  link?: string;
}

const XIAOHONGSHU = /小红书|xiaohongshu|xhs|rednote|^red$/i;
const OTHER_SITES =
  /douyin|iesdouyin|tiktok|bilibili|b23\.tv|weibo|kuaishou|gifshow|instagram|youtube|zhihu|dewu/i;
const PROFILE_ID = /^[0-9a-f]{24}$/i;

/** @returns who the row is about, and whether it is about an account on another platform */
export function readIdentity(
  columns: readonly Column[],
  cells: readonly string[],
): { who: Identity; otherPlatform: boolean } {
  const nickname = first(columns, cells, "name")[0];
  const handle = first(columns, cells, "handle")[0]?.replace(/^小红书号[:：]?\s*/, "");
  const links = first(columns, cells, "link");
  const { id, link } = bestLink([...links, ...first(columns, cells, "id")]);
  const platform = first(columns, cells, "platform")[0];
  const who: Identity = { name: nickname ?? handle ?? id ?? "" };
  if (id) who.platformId = id;
  if (handle) who.handle = handle;
  if (link) who.link = link;
  const elsewhere = platform !== undefined && !XIAOHONGSHU.test(platform);
  return { who, otherPlatform: elsewhere || (!id && links.some((text) => OTHER_SITES.test(text))) };
}

/** The cells with a value in columns of one kind, in the order of the file. */
function first(columns: readonly Column[], cells: readonly string[], as: string): string[] {
  return columns
    .filter(({ reading }) => reading?.as === as)
    .map(({ index }) => (cells[index] ?? "").trim())
    .filter((text) => !isAbsent(text));
}

/** A public profile before Pugongying's page, a bare id before a short link. Links are rebuilt: pasted ones carry tokens. */
function bestLink(texts: readonly string[]): { id?: string; link?: string } {
  const found = texts.map(parseProfileLink);
  const profile = found.find((link) => link?.kind === "profile");
  if (profile?.kind === "profile") return { id: profile.id, link: profilePage(profile.id) };
  const pugongying = found.find((link) => link?.kind === "pugongying");
  if (pugongying?.kind === "pugongying") {
    return {
      id: pugongying.id,
      link: `https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/${pugongying.id}`,
    };
  }
  const id = texts.find((text) => PROFILE_ID.test(text))?.toLowerCase();
  if (id) return { id, link: profilePage(id) };
  const short = texts.map((text) => /(?:https?:\/\/)?xhslink\.com\/[\w/-]+/i.exec(text)?.[0]).find(Boolean);
  return short ? { link: short } : {};
}

function profilePage(id: string): string {
  return `https://www.xiaohongshu.com/user/profile/${id}`;
}

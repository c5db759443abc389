/** Finds out which creator a row is about: name, handle, profile id and link. */
import type { Column } from "./plan-columns.ts";
import { isPlainId, parseProfileLink, profilePage } from "./profile-link.ts";
import { cellAt, isAbsent } from "./read-cell.ts";

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
const HANDLE_LABEL = /^小红书号[:：]?\s*/;
const PROFILE_ID = /^[0-9a-f]{24}$/i;

/** Where the columns stand that say who a row is about: looked up once and not for each of its rows. */
export type Places = Record<"name" | "handle" | "link" | "id" | "platform", readonly number[]>;

/** @returns who the row is about, and whether it is about an account on another platform */
export function readIdentity(
  places: Places,
  cells: readonly string[],
): { who: Identity; otherPlatform: boolean } {
  const nickname = first(places.name, cells);
  const handle = first(places.handle, cells)?.replace(HANDLE_LABEL, "");
  const links = all(places.link, cells);
  const { id, link } = bestLink(places.id.length === 0 ? links : [...links, ...all(places.id, cells)]);
  const platform = first(places.platform, cells);
  const who = identityOf(nickname ?? handle ?? id ?? "", id, handle, link);
  const elsewhere = platform !== undefined && !XIAOHONGSHU.test(platform);
  return { who, otherPlatform: elsewhere || (!id && links.some((text) => OTHER_SITES.test(text))) };
}

function identityOf(
  name: string,
  id: string | undefined,
  handle: string | undefined,
  link: string | undefined,
): Identity {
  if (id && handle && link) return { name, platformId: id, handle, link };
  const who: Identity = { name };
  if (id) who.platformId = id;
  if (handle) who.handle = handle;
  if (link) who.link = link;
  return who;
}

export function placesIn(columns: readonly Column[]): Places {
  const of = (kind: string) =>
    columns.filter(({ reading }) => reading?.as === kind).map(({ index }) => index);
  return { name: of("name"), handle: of("handle"), link: of("link"), id: of("id"), platform: of("platform") };
}

/** The first cell with a value. */
function first(places: readonly number[], cells: readonly string[]): string | undefined {
  for (const place of places) {
    const text = cellAt(cells, place);
    if (!isAbsent(text)) return text;
  }
  return undefined;
}

/** The cells with a value, in the order of the file. */
function all(places: readonly number[], cells: readonly string[]): string[] {
  const texts: string[] = [];
  for (const place of places) {
    const text = cellAt(cells, place);
    if (!isAbsent(text)) texts.push(text);
  }
  return texts;
}

/** A public profile before Pugongying's page, a bare id before a short link. Links are rebuilt: pasted ones carry tokens. */
function bestLink(texts: readonly string[]): { id?: string; link?: string } {
  let pugongying: { id: string } | undefined;
  for (const text of texts) {
    const found = parseProfileLink(text);
    if (found?.kind === "profile") return { id: found.id, link: profilePage(found.id) };
    if (found?.kind === "pugongying") pugongying ??= found;
  }
  if (pugongying !== undefined) {
    return {
      id: pugongying.id,
      link: `https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/${pugongying.id}`,
    };
  }
  const id = texts.find((text) => isPlainId(text) || PROFILE_ID.test(text))?.toLowerCase();
  if (id) return { id, link: profilePage(id) };
  const short = texts.map((text) => /(?:https?:\/\/)?xhslink\.com\/[\w/-]+/i.exec(text)?.[0]).find(Boolean);
  return short ? { link: short } : {};
}

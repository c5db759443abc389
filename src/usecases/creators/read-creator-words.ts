/** What a person wrote for a creator: a nickname, or a profile link with or without words around it. */
import { AppError } from "../../domain/errors.ts";
import { parseProfileLink } from "../../imports/profile-link.ts";
import type { NamedCreator } from "./find-or-create-creator.ts";

const ADDRESS = /https?:\/\/[^\s，。；、）】」]+/u;
const ADDRESSES = new RegExp(ADDRESS, "gu");
/** An address as people copy it out of a bar that hides the scheme. */
const BARE_ADDRESS = /(?:[a-z]+\.)?xiaohongshu\.com\/[^\s，。；、）】」]+/giu;

/** A note's address: whose note it is does not stand in it. */
const NOTE = /xiaohongshu\.com\/(?:explore|discovery\/item)\/[0-9a-z]/iu;

/** What the app's share texts put around the nickname. */
const QUOTED_NAME = /【(?:小红书用户)?(.+?)(?:的(?:个人)?主页)?(?:\s*[-–|｜]\s*小红书)?】/u;
const SHARE_WORDS = /(?:复制(?:本条|这条|此)?(?:信息|链接|消息)|打开【?小红书】?).*$/u;

/** What a button writes in front of a name once a person said that nobody known of this name is meant. */
const OTHER = "other:";

export function asOther(words: string): string {
  return `${OTHER}${words}`;
}

/**
 * @throws AppError "bad-input" for a short link, which nobody can resolve without opening it, and for a link that leads
 *   to no creator
 */
export function readCreatorWords(written: string): NamedCreator {
  const isOther = written.startsWith(OTHER);
  const words = isOther ? written.slice(OTHER.length).trim() : written;
  const named = readWords(words);
  // without a profile nothing would tell them apart the next time
  return isOther && named.platformId !== undefined ? { ...named, isOther } : named;
}

function readWords(words: string): NamedCreator {
  const link = parseProfileLink(words);
  if (link === undefined) {
    if (NOTE.test(words)) throw new AppError("bad-input", { problem: "note-link" });
    // with a name before it, the name may be looked for
    if (words.replace(ADDRESSES, "").trim() === "")
      throw new AppError("bad-input", { problem: "other-link" });
    return { name: words };
  }
  if (link.kind === "short") throw new AppError("bad-input", { problem: "short-link" });
  const url = ADDRESS.exec(words)?.[0];
  const name = nameAround(words);
  return {
    name: name === "" ? link.id : name,
    platformId: link.id,
    ...(url === undefined ? {} : { link: url }),
  };
}

/** The nickname in a share text, else all words beside the link. */
function nameAround(words: string): string {
  const left = words.replace(ADDRESSES, " ").replace(BARE_ADDRESS, " ").replace(/\s+/gu, " ").trim();
  const quoted = QUOTED_NAME.exec(left)?.[1]?.trim();
  if (quoted !== undefined && quoted !== "小红书") return quoted;
  const bare = left
    .replace(SHARE_WORDS, "")
    .replace(/(?:的)?(?:个人)?主页\s*$/u, "")
    .replace(/\p{Extended_Pictographic}+/gu, " ")
    .trim();
  return bare;
}

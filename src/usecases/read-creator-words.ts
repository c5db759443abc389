/** What a person wrote for a creator: a nickname, or a profile link with or without words around it. */
import { AppError } from "../domain/errors.ts";
import { parseProfileLink } from "../imports/profile-link.ts";
import type { NamedCreator } from "./find-or-create-creator.ts";

/** @throws AppError "bad-input" for a short link, which nobody can resolve without opening it */
export function readCreatorWords(words: string): NamedCreator {
  const link = parseProfileLink(words);
  if (link === undefined) return { name: words };
  if (link.kind === "short") throw new AppError("bad-input", { problem: "short-link" });
  const name = words.replace(/https?:\/\/\S+/gu, "").trim();
  const url = /https?:\/\/\S+/u.exec(words)?.[0];
  return {
    name: name === "" ? link.id : name,
    platformId: link.id,
    ...(url === undefined ? {} : { link: url }),
  };
}

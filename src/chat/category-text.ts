/** A creator's category in the reader's words. */
import { categoriesIn } from "../domain/categories.ts";
import type { Messages } from "./messages.ts";

/** What the bot keeps under a word of its own is named; all else stands as it was written. */
export function categoryText(
  word: string,
  { campaign, common }: Pick<Messages, "campaign" | "common">,
): string {
  const names = categoriesIn(word).map((id) => campaign.categories[id]);
  return names.length > 0 && names.every((name) => name !== undefined) ? common.listed(names) : word;
}

/** A card as the App Home: drawn from the blocks that a home takes as well, which are those of the plain form. */
import type { types } from "@slack/bolt";
import type { Card } from "../chat/card.ts";
import { drawCard } from "./draw-card.ts";
import type { LeftOutWords } from "./payload.ts";

export function drawHome(card: Card, words: LeftOutWords): types.HomeView {
  const { blocks } = drawCard(card, "plain", words);
  return { type: "home", blocks: blocks as types.KnownBlock[] };
}

/** A card as the App Home: drawn from the blocks that a home takes as well, which are those of the plain form. */
import type { Card } from "../chat/card.ts";
import type { LeftOutWords } from "../chat/left-out.ts";
import { drawCard } from "./draw-card.ts";
import type { SlackBlock } from "./payload.ts";

export function drawHome(card: Card, words: LeftOutWords): SlackBlock[] {
  // signs of a tone are for messages among others; a home stands alone
  return drawCard({ ...card, tone: "neutral" }, "plain", words).blocks;
}

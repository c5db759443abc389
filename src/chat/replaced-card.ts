/** What an old copy of a card becomes when a fresh one takes its place: its title, and where to go. */
import { type Card, line } from "./card.ts";
import type { Reading } from "./reading.ts";

export function replacedCard({ title }: Card, { m }: Reading): Card {
  const { replaced } = m.common;
  return { title, tone: "neutral", summary: `${title} · ${replaced}`, body: [line(replaced)] };
}

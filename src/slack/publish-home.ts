/** Publishes a person's App Home. */
import type { types } from "@slack/bolt";
import type { Card } from "../chat/card.ts";
import { ChatError } from "../chat/ports.ts";
import { checkHome } from "./check-payload.ts";
import { drawShortCard } from "./draw-card.ts";
import { drawHome } from "./draw-home.ts";
import type { SlackBlock } from "./payload.ts";
import type { SendContext } from "./send-card.ts";

/** @throws ChatError "card-invalid", when strict, at the first broken rule */
export async function publishHome(user: string, card: Card, context: SendContext): Promise<void> {
  const blocks = drawSound(card, context) as types.KnownBlock[];
  await context.client.views.publish({ user_id: user, view: { type: "home", blocks } });
}

function drawSound(card: Card, { strict, log, words }: SendContext): SlackBlock[] {
  const blocks = drawHome(card, words);
  const problems = checkHome(blocks);
  if (problems.length === 0) return blocks;
  if (strict) throw new ChatError("card-invalid", `The home breaks Slack's rules: ${problems.join("; ")}`);
  log.error({ problems, title: card.title }, "A home breaks Slack's rules; its short form goes out");
  return drawShortCard(card, words, (block) => checkHome([block]).length === 0).blocks;
}

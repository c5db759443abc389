/** Publishes a person's App Home. */
import { ChatError, type Posting } from "../chat/ports.ts";
import { checkHome } from "./check-payload.ts";
import { drawShortCard } from "./draw-card.ts";
import { drawHome } from "./draw-home.ts";
import type { SendContext } from "./send-card.ts";

/** @throws ChatError "card-invalid", when strict, at the first broken rule */
export async function publishHome(
  user: string,
  { card }: Pick<Posting, "card">,
  { client, strict, log, words }: SendContext,
): Promise<void> {
  const view = drawHome(card, words);
  const problems = checkHome(view);
  if (problems.length > 0) {
    if (strict) throw new ChatError("card-invalid", `The home breaks Slack's rules: ${problems.join("; ")}`);
    log.error({ problems, title: card.title }, "A home breaks Slack's rules; its short form goes out");
    const isSound = (block: (typeof view.blocks)[number]) =>
      checkHome({ type: "home", blocks: [block] }).length === 0;
    view.blocks = drawShortCard(card, words, (block) => isSound(block as (typeof view.blocks)[number]))
      .blocks as typeof view.blocks;
  }
  await client.views.publish({ user_id: user, view });
}

/** Draws a card, checks it, and sends it; in the plain form where Slack refuses the newer blocks. */
import type { webApi } from "@slack/bolt";
import type { Card } from "../chat/card.ts";
import type { LeftOutWords } from "../chat/left-out.ts";
import { ChatError } from "../chat/ports.ts";
import { checkMessage } from "./check-payload.ts";
import { drawCard, drawShortCard } from "./draw-card.ts";
import type { PictureFiles } from "./drawing.ts";
import type { Log } from "./log.ts";
import { mapError } from "./map-error.ts";
import type { DrawingStyle, SlackBlock, SlackMessage } from "./payload.ts";

export interface SendContext {
  client: webApi.WebClient;
  /** a payload that breaks a rule is refused here instead of going out shortened */
  strict: boolean;
  log: Log;
  words: LeftOutWords;
  /** pictures that are in Slack already */
  pictures: PictureFiles;
}

/**
 * @param send one call to Slack with the drawn message
 * @throws ChatError "card-invalid" when Slack refuses even the plain form, or, if strict, at the first broken rule
 */
export async function sendCard<T>(
  card: Card,
  context: SendContext,
  send: (message: SlackMessage) => Promise<T>,
): Promise<T> {
  try {
    return await send(drawSound(card, "native", context));
  } catch (error) {
    const refusal = mapError(error);
    // a message that this room itself found broken would not get better
    if (refusal.code !== "card-invalid" || refusal === error) throw refusal;
    context.log.warn(
      { err: refusal, title: card.title },
      "Slack refused a card; it goes out in the plain form",
    );
    return await send(drawSound(card, "plain", context));
  }
}

/** The message with no rule of Slack broken. */
function drawSound(card: Card, style: DrawingStyle, context: SendContext): SlackMessage {
  const { strict, log, words, pictures } = context;
  const message = drawCard(card, style, words, pictures);
  const problems = checkMessage(message);
  if (problems.length === 0) return message;
  if (strict) throw new ChatError("card-invalid", `The card breaks Slack's rules: ${problems.join("; ")}`);
  log.error({ problems, title: card.title }, "A card breaks Slack's rules; its short form goes out");
  return drawShortCard(card, words, isSound);
}

function isSound(block: SlackBlock): boolean {
  return checkMessage({ text: "-", blocks: [block] }).length === 0;
}

/** Draws a card, checks it, and sends it; in the plain form where Lark refuses the native one. */
import { leftOutWords } from "../chat/left-out.ts";
import { ChatError, type Posting } from "../chat/ports.ts";
import { toChatError } from "./chat-error.ts";
import { checkCard } from "./check-card.ts";
import type { CardJson } from "./element.ts";
import type { Log } from "./log.ts";
import { renderCard, renderPlainCard } from "./render-card.ts";
import type { DrawingStyle, PictureKeys } from "./sheet.ts";

export interface SendContext {
  /** a card that breaks a rule throws; otherwise it is logged and goes out in its shortest form */
  strict: boolean;
  log: Log;
  /** pictures that are in Lark already */
  pictures: PictureKeys;
}

type Sendable = Pick<Posting, "card" | "key" | "reading">;

/**
 * @param send one call to Lark with the card as JSON text
 * @throws ChatError "card-invalid" when Lark refuses even the plain form, or, if strict, at the first broken rule
 */
export async function sendCard<T>(
  posting: Sendable,
  context: SendContext,
  send: (content: string) => Promise<T>,
): Promise<T> {
  const content = (style: DrawingStyle) => JSON.stringify(drawSound(posting, style, context));
  const native = content("native");
  try {
    return await send(native);
  } catch (error) {
    const refusal = toChatError(error);
    if (refusal.code !== "card-invalid") throw refusal;
    context.log.warn(
      { err: refusal, card: posting.card.title },
      "Lark refused a card; it goes out in the plain form.",
    );
    return await send(content("plain"));
  }
}

/** The card with no rule of Lark broken. */
function drawSound({ card, key, reading }: Sendable, style: DrawingStyle, context: SendContext): CardJson {
  const words = leftOutWords(reading);
  const json = renderCard(card, key, words, { style, pictures: context.pictures });
  const problems = checkCard(json, new Set(context.pictures.values()));
  if (problems.length === 0) return json;
  if (context.strict)
    throw new ChatError("card-invalid", `Lark would refuse this card: ${problems.join("; ")}`);
  context.log.error(
    { card: card.title, problems },
    "A card breaks Lark's rules and goes out in its shortest form.",
  );
  return renderPlainCard(card, key, words);
}

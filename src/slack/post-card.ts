/** Posts a card where it belongs: in a channel, a thread or a private chat, or for one person's eyes only. */
import type { Card } from "../chat/card.ts";
import { ChatError, type Destination, type MessageRef, type Posting } from "../chat/ports.ts";
import { httpError, mapError } from "./map-error.ts";
import { metadataOf } from "./message-key.ts";
import type { SlackMessage } from "./payload.ts";
import { type SendContext, sendCard } from "./send-card.ts";

/** How long an answer to a response URL may take, in ms. */
const RESPONSE_MS = 10_000;

/**
 * One person's message goes by the response URL if there is one, else as an ephemeral message, else to their private
 * chat. Everything else is a normal message; where the bot is not a member, the response URL still answers.
 */
export async function postCard({ to, card, key }: Posting, context: SendContext): Promise<MessageRef> {
  if (to.onlyFor !== undefined && to.chat !== undefined) {
    return await postForOne({ ...to, chat: to.chat, onlyFor: to.onlyFor }, card, key, context);
  }
  const channel = to.chat ?? to.user ?? to.onlyFor;
  if (channel === undefined) throw new ChatError("chat-not-found", "The message has no destination");
  try {
    return await postOpenly(channel, to.thread, card, key, context);
  } catch (error) {
    if (to.responseUrl === undefined || mapError(error).code !== "chat-not-found") throw error;
    return await respond(
      { ...to, chat: channel, responseUrl: to.responseUrl },
      "in_channel",
      card,
      key,
      context,
    );
  }
}

async function postForOne(
  to: Destination & { chat: string; onlyFor: string },
  card: Card,
  key: string,
  context: SendContext,
): Promise<MessageRef> {
  try {
    if (to.responseUrl !== undefined) {
      return await respond({ ...to, responseUrl: to.responseUrl }, "ephemeral", card, key, context);
    }
  } catch (error) {
    if (isPassing(error)) throw error;
  }
  try {
    return await postEphemeral(to, card, context);
  } catch (error) {
    if (mapError(error).code !== "chat-not-found") throw error;
  }
  return await postOpenly(to.onlyFor, undefined, card, key, context);
}

async function postOpenly(
  channel: string,
  thread: string | undefined,
  card: Card,
  key: string,
  context: SendContext,
): Promise<MessageRef> {
  const { postMessage } = context.client.chat;
  const answer = await sendCard(card, context, (message) =>
    postMessage({
      channel,
      ...message,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      metadata: metadataOf(key),
      unfurl_links: false,
      unfurl_media: false,
    }),
  );
  return { chat: answer.channel ?? channel, id: answer.ts ?? "" };
}

async function postEphemeral(
  to: Destination & { chat: string; onlyFor: string },
  card: Card,
  context: SendContext,
): Promise<MessageRef> {
  const answer = await sendCard(card, context, (message) =>
    context.client.chat.postEphemeral({
      channel: to.chat,
      user: to.onlyFor,
      ...message,
      ...(to.thread === undefined ? {} : { thread_ts: to.thread }),
    }),
  );
  return { chat: to.chat, id: answer.message_ts ?? "" };
}

/** Such an answer has no ts; its made-up id is that of no message, so a later update says "message-not-found". */
async function respond(
  to: Destination & { chat: string; responseUrl: string },
  seenBy: "ephemeral" | "in_channel",
  card: Card,
  key: string,
  context: SendContext,
): Promise<MessageRef> {
  await sendCard(card, context, (message) => sendResponse(to.responseUrl, seenBy, to.thread, message));
  return { chat: to.chat, id: `response:${key}` };
}

/** Answers at the response URL of something that a person did. */
export async function sendResponse(
  url: string,
  seenBy: "ephemeral" | "in_channel",
  thread: string | undefined,
  message: Pick<SlackMessage, "text">,
): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({
      ...message,
      response_type: seenBy,
      replace_original: false,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    }),
    signal: AbortSignal.timeout(RESPONSE_MS),
  });
  const said = await response.text();
  if (/invalid_blocks/.test(said)) throw new ChatError("card-invalid", `Slack refused the answer: ${said}`);
  if (!response.ok) throw httpError(response, new Error(said));
}

/** Trouble that may pass, with an answer that may have arrived: another way would say the same thing twice. */
function isPassing(error: unknown): boolean {
  return mapError(error).retryable;
}

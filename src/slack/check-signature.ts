/** Whether a request was signed by Slack, just now. */
import { createHmac } from "node:crypto";
import { isFresh } from "../web/freshness.ts";
import { isSame, Refusal, type WebhookRequest } from "../web/webhook.ts";

/**
 * @returns the signature, which is another one for every request
 * @throws Refusal when it is missing, wrong, stale or from the future
 */
export function checkSignature({ headers, body }: WebhookRequest, signingSecret: string): string {
  const { "x-slack-signature": signature, "x-slack-request-timestamp": timestamp } = headers;
  if (typeof signature !== "string" || typeof timestamp !== "string") {
    throw new Refusal(401, "it is not signed");
  }
  if (!isFresh(timestamp)) throw new Refusal(401, "its time is not within five minutes of ours");
  const expected = createHmac("sha256", signingSecret).update(`v0:${timestamp}:`).update(body).digest("hex");
  if (!isSame(signature, `v0=${expected}`)) throw new Refusal(401, "its signature is wrong");
  return signature;
}

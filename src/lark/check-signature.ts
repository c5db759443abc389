/** Whether a request was signed by Lark, just now. */
import { createHash } from "node:crypto";
import { isFresh } from "../web/freshness.ts";
import { isSame, Refusal, type WebhookRequest } from "../web/webhook.ts";

/**
 * Lark signs the bytes that it sends, which are the encrypted event, with the encrypt key.
 * @returns the signature, which is another one for every request
 * @throws Refusal when it is missing, wrong, stale or from the future
 */
export function checkSignature({ headers, body }: WebhookRequest, encryptKey: string): string {
  const {
    "x-lark-signature": signature,
    "x-lark-request-timestamp": timestamp,
    "x-lark-request-nonce": nonce,
  } = headers;
  if (typeof signature !== "string" || typeof timestamp !== "string" || typeof nonce !== "string") {
    throw new Refusal(401, "it is not signed");
  }
  if (!isFresh(timestamp)) throw new Refusal(401, "its time is not within five minutes of ours");
  const expected = createHash("sha256")
    .update(`${timestamp}${nonce}${encryptKey}`)
    .update(body)
    .digest("hex");
  if (!isSame(signature, expected)) throw new Refusal(401, "its signature is wrong");
  return signature;
}

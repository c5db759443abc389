/** Lark's refusals and its silence in the bot's words. */
import { expect, it } from "vitest";
import { ChatError } from "../../src/chat/ports.ts";
import { isStaleToken, toChatError } from "../../src/lark/chat-error.ts";
import { LarkRefusal, LarkSilence } from "../../src/lark/platform-error.ts";

const refusal = (code: number, status = 400, msg = "no", retryAfterMs?: number) =>
  new LarkRefusal({ status, code, msg, retryAfterMs });

it.each<[string, unknown, Partial<ChatError>]>([
  [
    "too many calls",
    refusal(99991400, 400, "", 3_000),
    { code: "rate-limited", retryable: true, maybeSent: false, retryAfterMs: 3_000 },
  ],
  ["too many updates", refusal(230020), { code: "rate-limited", retryAfterMs: 1_000 }],
  ["HTTP 429 without a code", refusal(0, 429), { code: "rate-limited", retryable: true }],
  ["a token that ran out", refusal(99991663, 200), { code: "not-authorised", retryable: false }],
  ["a wrong secret", refusal(10014, 200), { code: "not-authorised" }],
  ["a card older than 14 days", refusal(230031), { code: "too-old", retryable: false }],
  ["a bad card", refusal(230099), { code: "card-invalid" }],
  ["a recalled message", refusal(230011), { code: "message-not-found" }],
  ["a message that never was", refusal(230001, 400, "ext=invalid message_id"), { code: "message-not-found" }],
  ["a chat without the bot", refusal(230002), { code: "chat-not-found" }],
  ["a file of another message", refusal(234003), { code: "file-not-found" }],
  ["a file over 100 MB", refusal(234037), { code: "file-too-large" }],
  ["anything else", refusal(230022), { code: "refused", retryable: false, maybeSent: false }],
  ["a failed server", refusal(2200, 500), { code: "unreachable", retryable: true, maybeSent: true }],
  [
    "silence after sending",
    new LarkSilence("x", true, undefined),
    { code: "unreachable", retryable: true, maybeSent: true },
  ],
  [
    "no connection",
    new LarkSilence("x", false, undefined),
    { code: "unreachable", retryable: true, maybeSent: false },
  ],
  ["a broken SDK call", new Error("request miss path"), { code: "refused", retryable: false }],
])("%s", (_, error, expected) => {
  const told = toChatError(error);
  expect(told).toBeInstanceOf(ChatError);
  expect(told).toMatchObject(expected);
});

it("renews a token only when the token is at fault", () => {
  expect([99991661, 99991663, 99991664].every((code) => isStaleToken(refusal(code, 200)))).toBe(true);
  expect(isStaleToken(refusal(99991400))).toBe(false);
  expect(isStaleToken(new Error("99991663"))).toBe(false);
});

/** Slack's refusals in the bot's words: which are worth another try, and which may have arrived. */
import { webApi } from "@slack/bolt";
import { expect, test } from "vitest";
import { ChatError } from "../../src/chat/ports.ts";
import { mapError } from "../../src/slack/map-error.ts";

const facts = (error: unknown) => {
  const { code, retryable, maybeSent, retryAfterMs } = mapError(error);
  return { code, retryable, maybeSent, retryAfterMs };
};
const platform = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });
const request = (code?: string) =>
  new webApi.WebAPIRequestError(
    new TypeError("fetch failed", { cause: Object.assign(new Error("socket"), code && { code }) }),
  );
const sure = { retryable: false, maybeSent: false, retryAfterMs: undefined };
const passing = { code: "unreachable", retryable: true, retryAfterMs: undefined };

test.each([
  ["channel_not_found", "chat-not-found"],
  ["not_in_channel", "chat-not-found"],
  ["message_not_found", "message-not-found"],
  ["cant_update_message", "too-old"],
  ["invalid_blocks", "card-invalid"],
  ["token_revoked", "not-authorised"],
  ["file_deleted", "file-not-found"],
  ["exchanged_trigger_id", "trigger-expired"],
  ["something_new", "refused"],
])("%s is %s and not worth another try", (name, code) => {
  expect(facts(platform(name))).toEqual({ code, ...sure });
});

test("a rate limit says how long to wait", () => {
  expect(facts(new webApi.WebAPIRateLimitedError(30))).toEqual({
    code: "rate-limited",
    retryable: true,
    maybeSent: false,
    retryAfterMs: 30_000,
  });
});

test("a lost answer may have been sent, a refused connection was not", () => {
  expect(facts(request("UND_ERR_SOCKET"))).toEqual({ ...passing, maybeSent: true });
  expect(facts(request("ECONNREFUSED"))).toEqual({ ...passing, maybeSent: false });
  expect(facts(new DOMException("timeout", "TimeoutError"))).toEqual({ ...passing, maybeSent: true });
  expect(facts(new webApi.WebAPIHTTPError(502, "Bad Gateway", {}, ""))).toEqual({
    ...passing,
    maybeSent: true,
  });
});

test("the bot's own errors pass through, unknown ones are refusals with their cause", () => {
  const own = new ChatError("too-old", "old");
  expect(mapError(own)).toBe(own);
  const bug = new TypeError("x is undefined");
  expect(mapError(bug)).toMatchObject({ code: "refused", retryable: false, cause: bug });
});

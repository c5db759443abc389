/** Slack's refusals and silences as the bot's own `ChatError`: one table, one place. */
import { webApi } from "@slack/bolt";
import { ChatError, type ChatErrorCode } from "../chat/ports.ts";

interface Meaning {
  code: ChatErrorCode;
  retryable?: true;
  maybeSent?: true;
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  channel_not_found: { code: "chat-not-found" },
  channel_is_archived: { code: "chat-not-found" },
  is_archived: { code: "chat-not-found" },
  not_in_channel: { code: "chat-not-found" },
  user_not_in_channel: { code: "chat-not-found" },
  user_not_found: { code: "chat-not-found" },
  user_not_visible: { code: "chat-not-found" },
  user_disabled: { code: "chat-not-found" },
  cannot_dm_bot: { code: "chat-not-found" },
  message_not_found: { code: "message-not-found" },
  thread_not_found: { code: "message-not-found" },
  cant_update_message: { code: "too-old" },
  edit_window_closed: { code: "too-old" },
  invalid_blocks: { code: "card-invalid" },
  invalid_blocks_format: { code: "card-invalid" },
  invalid_arguments: { code: "card-invalid" },
  msg_blocks_too_long: { code: "card-invalid" },
  msg_too_long: { code: "card-invalid" },
  no_text: { code: "card-invalid" },
  view_too_large: { code: "card-invalid" },
  invalid_auth: { code: "not-authorised" },
  not_authed: { code: "not-authorised" },
  not_allowed_token_type: { code: "not-authorised" },
  account_inactive: { code: "not-authorised" },
  token_revoked: { code: "not-authorised" },
  token_expired: { code: "not-authorised" },
  missing_scope: { code: "not-authorised" },
  no_permission: { code: "not-authorised" },
  access_denied: { code: "not-authorised" },
  file_not_found: { code: "file-not-found" },
  file_deleted: { code: "file-not-found" },
  expired_trigger_id: { code: "trigger-expired" },
  exchanged_trigger_id: { code: "trigger-expired" },
  invalid_trigger_id: { code: "trigger-expired" },
  trigger_exchanged: { code: "trigger-expired" },
  ratelimited: { code: "rate-limited", retryable: true },
  rate_limited: { code: "rate-limited", retryable: true },
  message_limit_exceeded: { code: "rate-limited", retryable: true },
  service_unavailable: { code: "unreachable", retryable: true },
  request_timeout: { code: "unreachable", retryable: true, maybeSent: true },
  internal_error: { code: "unreachable", retryable: true, maybeSent: true },
  fatal_error: { code: "unreachable", retryable: true, maybeSent: true },
};

/** How the SDK tells of a 429 that names no waiting time. */
const NO_WAITING_TIME = "Retry header";

/** Failures before the first byte left: nothing can have happened on the other side. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * @param error whatever a call to Slack threw
 * @returns a `ChatError`, which keeps the raw error as its cause; a `ChatError` comes back as it is
 */
export function mapError(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const retryAfterMs = error.retryAfter * 1_000;
    return new ChatError("rate-limited", error.message, { retryable: true, retryAfterMs, cause: error });
  }
  if (error instanceof webApi.WebAPIPlatformError) return platformError(error);
  if (error instanceof webApi.WebAPIHTTPError) return httpError({ status: error.statusCode }, error);
  return isSilence(error)
    ? silence(error)
    : new ChatError("refused", `The call failed: ${String(error)}`, { cause: error });
}

/** What an HTTP status outside of the Web API's own answers means, as with uploads and response URLs. */
export function httpError(answer: { status: number; headers?: Headers }, cause?: unknown): ChatError {
  const { status, headers } = answer;
  const message = `Slack answered HTTP ${status}`;
  if (status === 429) {
    const seconds = Number(headers?.get("retry-after") ?? Number.NaN);
    const wait = Number.isFinite(seconds) ? { retryAfterMs: Math.max(1, seconds) * 1_000 } : {};
    return new ChatError("rate-limited", message, { retryable: true, ...wait, cause });
  }
  if (status >= 500)
    return new ChatError("unreachable", message, { retryable: true, maybeSent: true, cause });
  return new ChatError("refused", message, { cause });
}

function platformError(error: webApi.WebAPIPlatformError): ChatError {
  const name = error.data.error;
  const { code, ...flags } = MEANINGS[name] ?? { code: "refused" as const };
  const details = error.data.response_metadata?.messages ?? [];
  const message = [`Slack refused the call: ${name}`, ...details].join("; ");
  const seconds = error.data.response_metadata?.retryAfter;
  const wait = code === "rate-limited" && seconds !== undefined ? { retryAfterMs: seconds * 1_000 } : {};
  return new ChatError(code, message, { ...flags, ...wait, cause: error });
}

/** The SDK's wrapper of a failed request, or what `fetch` itself throws: a TypeError, a time-out, an abort. */
function isSilence(error: unknown): boolean {
  if (error instanceof webApi.WebAPIRequestError || error instanceof DOMException) return true;
  return (
    error instanceof Error && (error.message === "fetch failed" || error.message.startsWith(NO_WAITING_TIME))
  );
}

function silence(error: unknown): ChatError {
  const reason = innermost(error);
  const message = `Slack cannot be reached: ${reason.message}`;
  if (reason.message.startsWith(NO_WAITING_TIME)) {
    return new ChatError("rate-limited", message, { retryable: true, cause: error });
  }
  const maybeSent = reason.code === undefined || !NEVER_SENT.has(reason.code);
  return new ChatError("unreachable", message, { retryable: true, maybeSent, cause: error });
}

/** The first cause of all, which names what really happened on the wire. */
function innermost(error: unknown): { message: string; code?: string } {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  const message = at instanceof Error ? at.message : String(at);
  return at instanceof Error && "code" in at && typeof at.code === "string"
    ? { message, code: at.code }
    : { message };
}

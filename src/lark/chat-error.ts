/** Every refusal of Lark, and its silence, as the bot's `ChatError`: one table. */
import { ChatError, type ChatErrorCode } from "../chat/ports.ts";
import { LarkRefusal, LarkSilence } from "./platform-error.ts";

interface Meaning {
  code: ChatErrorCode;
  retryable?: true;
  maybeSent?: true;
}

const RATE_LIMITED: Meaning = { code: "rate-limited", retryable: true };
const NOT_AUTHORISED: Meaning = { code: "not-authorised" };
const CARD_INVALID: Meaning = { code: "card-invalid" };
const CHAT_GONE: Meaning = { code: "chat-not-found" };
const MESSAGE_GONE: Meaning = { code: "message-not-found" };
const FILE_GONE: Meaning = { code: "file-not-found" };
const FILE_TOO_LARGE: Meaning = { code: "file-too-large" };
const REFUSED: Meaning = { code: "refused" };

/** Lark's codes and what they mean here; unknown ones are judged by their HTTP status. */
const MEANINGS: ReadonlyMap<number, Meaning> = new Map([
  // too many calls
  [99991400, RATE_LIMITED],
  [230020, RATE_LIMITED],
  // the app, its token and its rights
  [10003, NOT_AUTHORISED],
  [10014, NOT_AUTHORISED],
  [99991661, NOT_AUTHORISED],
  [99991663, NOT_AUTHORISED],
  [99991664, NOT_AUTHORISED],
  [99991668, NOT_AUTHORISED],
  [99991672, NOT_AUTHORISED],
  [230006, NOT_AUTHORISED],
  [230027, NOT_AUTHORISED],
  [41050, NOT_AUTHORISED],
  // the card itself
  [230025, CARD_INVALID],
  [230099, CARD_INVALID],
  // where it should go
  [230002, CHAT_GONE],
  [230013, CHAT_GONE],
  [230029, CHAT_GONE],
  [230034, CHAT_GONE],
  [232006, CHAT_GONE],
  [232009, CHAT_GONE],
  // the message meant
  [230011, MESSAGE_GONE],
  [230019, MESSAGE_GONE],
  [230050, MESSAGE_GONE],
  [230110, MESSAGE_GONE],
  [230031, { code: "too-old" }],
  // the same message is on its way already
  [230049, { code: "unreachable", retryable: true, maybeSent: true }],
  // files
  [234001, FILE_GONE],
  [234003, FILE_GONE],
  [234008, FILE_GONE],
  [234040, FILE_GONE],
  [234043, FILE_GONE],
  [234006, FILE_TOO_LARGE],
  [234037, FILE_TOO_LARGE],
]);

/** Codes of a token that ran out or was withdrawn: a new one may be taken. */
const STALE_TOKEN: ReadonlySet<number> = new Set([99991661, 99991663, 99991664, 99991668]);

export function isStaleToken(error: unknown): boolean {
  return error instanceof LarkRefusal && STALE_TOKEN.has(error.code);
}

/** @param error anything a call threw; a `ChatError` stays as it is */
export function toChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  if (error instanceof LarkSilence) {
    return new ChatError("unreachable", error.message, {
      retryable: true,
      maybeSent: error.sent,
      cause: error,
    });
  }
  if (!(error instanceof LarkRefusal)) {
    const message = error instanceof Error ? error.message : String(error);
    return new ChatError(/tenant_access_token/u.test(message) ? "not-authorised" : "refused", message, {
      cause: error,
    });
  }
  const { code, ...rest } = meaningOf(error);
  const wait = code === "rate-limited" ? { retryAfterMs: error.retryAfterMs ?? 1_000 } : {};
  return new ChatError(code, error.message, { ...rest, ...wait, cause: error });
}

function meaningOf(error: LarkRefusal): Meaning {
  const known = MEANINGS.get(error.code);
  if (known !== undefined) return known;
  if (error.status === 429) return RATE_LIMITED;
  // a server that failed may have done the work before it failed
  if (error.status >= 500) return { code: "unreachable", retryable: true, maybeSent: true };
  if (error.status === 401 || error.status === 403) return NOT_AUTHORISED;
  // 230001 is any wrong parameter; its text says which
  if (/message_id/u.test(error.message)) return MESSAGE_GONE;
  return /receive_id|chat_id/u.test(error.message) ? CHAT_GONE : REFUSED;
}

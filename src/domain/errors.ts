/** The one error the bot raises on purpose: a closed code that a locale can put into words. */

export type ErrorCode =
  | "bad-input"
  | "not-allowed"
  | "unknown-person"
  | "unknown-creator"
  | "ambiguous-creator"
  | "not-in-list"
  | "still-vetting"
  | "both-at-work"
  | "two-accounts"
  | "unknown-campaign"
  | "ambiguous-campaign"
  | "no-campaign"
  | "unknown-draft"
  | "own-draft"
  | "already-decided"
  | "old-card"
  | "flag-overruled"
  | "no-slot"
  | "no-plan"
  | "plan-exists"
  | "unknown-milestone"
  | "already-paid"
  | "not-payable"
  | "amount-mismatch"
  | "own-request"
  | "bad-split"
  | "bad-link-code"
  | "link-taken"
  | "file-too-large"
  | "file-empty"
  | "file-not-table"
  | "file-unreadable"
  | "no-creator-column"
  | "no-comment-column"
  | "past-date"
  | "name-taken"
  | "unknown-chat"
  | "chat-bound"
  | "extra-round"
  | "currency-mismatch"
  | "price-frozen"
  | "list-closed"
  | "unknown-list"
  | "unknown-rows"
  | "nothing-to-submit"
  | "own-list"
  | "brand-only"
  | "agency-only"
  | "unknown-command"
  | "stale-event"
  | "platform-refused"
  | "platform-unreachable"
  | "rate-limited"
  | "internal";

/** What a locale may put into the sentence: plain values only, `undefined` where nothing is known. */
export type ErrorDetails = Record<string, string | number | undefined>;

const RETRYABLE: ReadonlySet<ErrorCode> = new Set(["platform-unreachable", "rate-limited"]);

/**
 * An expected refusal or a known failure.
 *
 * `retryable` says whether the same call may succeed later without anyone changing anything; by default
 * that is so for "platform-unreachable" and "rate-limited" only.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly retryable: boolean;

  constructor(
    code: ErrorCode,
    details: ErrorDetails = {},
    options: { cause?: unknown; retryable?: boolean } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = details;
    this.retryable = options.retryable ?? RETRYABLE.has(code);
  }
}

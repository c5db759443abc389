/** What can go wrong in a call to Lark, before it is told in the bot's words. Holds no request, so no secret can leak from it. */

/** Lark answered, and refused. */
export class LarkRefusal extends Error {
  override readonly name = "LarkRefusal";
  /** HTTP status; refusals may come inside a 200 */
  readonly status: number;
  /** Lark's own code; 0 when the answer had none */
  readonly code: number;
  /** ms Lark wants to be left alone, from its headers */
  readonly retryAfterMs: number | undefined;

  constructor(answer: { status: number; code: number; msg: string; retryAfterMs?: number | undefined }) {
    super(`Lark refused with ${answer.code || `HTTP ${answer.status}`}: ${answer.msg}`);
    this.status = answer.status;
    this.code = answer.code;
    this.retryAfterMs = answer.retryAfterMs;
  }
}

/** No answer came. */
export class LarkSilence extends Error {
  override readonly name = "LarkSilence";
  /** the request may have reached Lark */
  readonly sent: boolean;

  constructor(message: string, sent: boolean, cause: unknown) {
    super(message, { cause });
    this.sent = sent;
  }
}

/** Answers of Lark's open API: success, and refusals with Lark's own codes. */

export interface Answer {
  status: number;
  body: Record<string, unknown>;
  headers?: Record<string, string>;
  /** rules of the platform the call broke */
  violations?: string[];
  /** a download in place of JSON */
  file?: { bytes: Buffer; mime: string; name: string };
}

export const success = (data: Record<string, unknown> = {}): Answer => ({
  status: 200,
  body: { code: 0, msg: "success", data },
});

/** A refusal; `violation` says in the call log which rule the bot broke, when it broke one. */
export function refusal(code: number, msg: string, violation?: string, status = 400): Answer {
  const violations = violation === undefined ? {} : { violations: [violation] };
  return { status, body: { code, msg }, ...violations };
}

export const badParameter = (what: string): Answer =>
  refusal(230001, `Your request contains an invalid request parameter, ext=${what}`, what);

/**
 * Too many calls.
 * @param resetSeconds until the next one is welcome
 * @param status 429 for an API as a whole, 400 for one chat or person
 */
export function tooMany(status: 400 | 429, resetSeconds: number, code = 99991400): Answer {
  const msg =
    code === 230020 ? "This operation triggers the frequency limit." : "request trigger frequency limit";
  return {
    status,
    body: { code, msg },
    headers: { "x-ogw-ratelimit-limit": "1", "x-ogw-ratelimit-reset": String(resetSeconds) },
  };
}

/** How one method of the local Web API is described, how it reads its arguments and how it refuses. */
import { z } from "zod";
import type { Slack } from "./context.ts";
import { problem } from "./problem.ts";

/** A refusal in the manner of the Web API: `{ok: false, error}`. */
export class ApiError extends Error {
  readonly code: string;
  /** what Slack says under response_metadata.messages */
  readonly details: readonly string[];
  /** rules of the platform that the call broke; none for an ordinary "not found" */
  readonly violations: readonly string[];
  readonly retryAfter: number | undefined;

  constructor(
    code: string,
    given: { details?: readonly string[]; violations?: readonly string[]; retryAfter?: number } = {},
  ) {
    super(code);
    this.code = code;
    this.details = given.details ?? [];
    this.violations = given.violations ?? [];
    this.retryAfter = given.retryAfter;
  }
}

/** A refusal that a correct app never meets. */
export function broken(code: string, details: readonly string[] = []): ApiError {
  return new ApiError(code, { details, violations: details.length > 0 ? details : [code] });
}

/** A call that came too soon. */
export function tooSoon(rule: string, seconds: number): ApiError {
  return new ApiError("ratelimited", { retryAfter: seconds, violations: [rule] });
}

interface Run<A> {
  slack: Slack;
  args: A;
  /** records a broken rule that Slack lets pass */
  note: (violation: string) => void;
}

export interface Method {
  token: "bot" | "app";
  run(slack: Slack, args: unknown, note: (violation: string) => void): object;
}

/**
 * Describes a method.
 * @param args schema of its arguments, which may come form-encoded: see `json`, `flag` and `count`
 * @param run does the work and gives the answer without `ok`
 */
export function defineMethod<S extends z.ZodType>(
  args: S,
  run: (call: Run<z.output<S>>) => object,
  token: Method["token"] = "bot",
): Method {
  return {
    token,
    run(slack, given, note) {
      const parsed = args.safeParse(given);
      if (!parsed.success)
        throw broken(
          "invalid_arguments",
          parsed.error.issues.map((one) => problem(one)),
        );
      return run({ slack, args: parsed.data, note });
    },
  };
}

/** An argument that is JSON text in a form, and the thing itself in a JSON body. */
export function json<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => {
    if (typeof value !== "string") return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value;
    }
  }, schema);
}

/** A yes or no: `true`, `"true"` or `"1"`. */
export const flag = z
  .preprocess((value) => value === true || value === "true" || value === "1", z.boolean())
  .default(false);

const count = z.coerce.number().int().min(1).max(1_000).default(100);

export const page = { cursor: z.string().default(""), limit: count };

/** Cuts one page out of a list; the cursor of the next page is empty on the last. */
export function cut<T>(list: readonly T[], { cursor, limit }: { cursor: string; limit: number }) {
  const start = cursor === "" ? 0 : Number(/^next:(\d+)$/.exec(fromBase64(cursor))?.[1]);
  if (Number.isNaN(start)) throw new ApiError("invalid_cursor");
  const end = start + limit;
  const more = end < list.length;
  return {
    items: list.slice(start, end),
    more,
    metadata: { next_cursor: more ? Buffer.from(`next:${end}`).toString("base64") : "" },
  };
}

function fromBase64(text: string): string {
  return Buffer.from(text, "base64").toString();
}

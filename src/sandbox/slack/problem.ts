/** Words what a schema found wrong in the manner of Slack's own messages. */
import type { z } from "zod";

/** One problem that a schema found, in the words Slack uses for it. */
export function problem(issue: z.core.$ZodIssue, root = ""): string {
  const pointer = `${root}${issue.path.map((step) => `/${String(step)}`).join("")}`;
  return at(wording(issue), pointer);
}

function wording(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_big" || issue.code === "too_small") return sizeWording(issue);
  if (issue.code === "unrecognized_keys") return `invalid additional property: ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_union")
    return issue.errors.length === 0 ? "unsupported type" : "failed to match all allowed schemas";
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined"))
    return "missing required field";
  if (issue.code === "invalid_type") return `must be of type ${issue.expected}`;
  return issue.message;
}

function sizeWording(issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string {
  if (issue.code === "too_big") {
    if (issue.origin === "string") return `must be less than ${Number(issue.maximum) + 1} characters`;
    return issue.origin === "array"
      ? `no more than ${issue.maximum} items allowed`
      : `must be no more than ${issue.maximum}`;
  }
  if (issue.origin === "string") return `must be more than ${Number(issue.minimum) - 1} characters`;
  return issue.origin === "array"
    ? `no fewer than ${issue.minimum} items allowed`
    : `must be at least ${issue.minimum}`;
}

/** A problem with the place it is at, as `text [json-pointer:/path]`. */
export function at(text: string, pointer: string): string {
  return `${text} [json-pointer:${pointer}]`;
}

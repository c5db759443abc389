/** What every control call shares: reading its arguments, and answering 400 with `{error}` when they are wrong. */
import type { Context } from "hono";
import type { z } from "zod";

/** A control call that cannot be carried out as asked; its message says what would be right. */
export class WrongCall extends Error {}

/**
 * Reads the JSON body of a POST.
 * @throws WrongCall when the body is no JSON or does not fit the schema
 */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const body: unknown = await c.req.json().catch(() => {
    throw new WrongCall("The body is not JSON.");
  });
  return parse(schema, body);
}

/**
 * Reads the query of a GET.
 * @throws WrongCall when it does not fit the schema
 */
export function readQuery<S extends z.ZodType>(c: Context, schema: S): z.output<S> {
  return parse(schema, c.req.query());
}

function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".") || "call"}: ${issue.message}`);
  throw new WrongCall(problems.join("; "));
}

/** Turns a thrown error into an answer; anything but a WrongCall is a fault of the sandbox itself. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof WrongCall) return c.json({ error: error.message }, 400);
  return c.json({ error: `The sandbox failed: ${error.stack ?? error.message}` }, 500);
}

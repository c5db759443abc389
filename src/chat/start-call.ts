/** The first calls of a start: a platform that is busy or stumbles right then must not keep the bot from starting. */
import { setTimeout as pause } from "node:timers/promises";
import { ChatError } from "./ports.ts";

const USUAL_WAIT_MS = 500;

/** How often a call that never arrived is tried again: a broken line is back soon, a wrong address stays wrong. */
const NOBODY_TRIES = 6;

/**
 * Tries a call again as long as the platform says that it is busy, or broke off, and a little where nobody answers. A
 * refusal ends it at once.
 *
 * @param call throws `ChatError`
 * @param limitMs no new try begins later than this
 */
export async function startCall<T>(call: () => Promise<T>, limitMs: number): Promise<T> {
  const end = performance.now() + limitMs;
  for (let tries = 0; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const waitMs = passingMs(error, tries);
      if (waitMs === undefined || performance.now() + waitMs > end) throw error;
      await pause(waitMs, undefined, { ref: false });
    }
  }
}

/** How long trouble may last that passes by itself; undefined for other trouble. */
function passingMs(error: unknown, tries: number): number | undefined {
  if (!(error instanceof ChatError) || !error.retryable) return undefined;
  const passes = error.code === "rate-limited" || error.maybeSent || tries < NOBODY_TRIES;
  return passes ? (error.retryAfterMs ?? USUAL_WAIT_MS) : undefined;
}

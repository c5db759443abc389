/** The first calls of a start: a platform that is busy or stumbles right then must not keep the bot from starting. */
import { setTimeout as pause } from "node:timers/promises";
import { ChatError } from "./ports.ts";

const USUAL_WAIT_MS = 250;

/**
 * Tries a call again as long as the platform says that it is busy, breaks off or is not there. A refusal ends it at once.
 *
 * @param call throws `ChatError`
 * @param limitMs no new try begins later than this
 */
export async function startCall<T>(call: () => Promise<T>, limitMs: number): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ChatError) || !error.retryable) throw error;
      const waitMs = error.retryAfterMs ?? USUAL_WAIT_MS;
      if (performance.now() + waitMs > end) throw error;
      await pause(waitMs, undefined, { ref: false });
    }
  }
}

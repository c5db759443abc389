/** A packaged server that ends on its own, as on a full disk, is joined or started again as soon as that works. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Membership } from "./running-server.ts";

export interface Joined {
  membership: Membership;
  /** Whether the server ran before: another bot's, or left by one that was killed. */
  attached: boolean;
}

const againMs = 2_000;

/**
 * @param join joins the server, or starts it
 * @param log told when the server is gone, why it does not come back, and when it is there again
 * @returns what leaves the server
 */
export function keepRunning(
  first: Membership,
  join: () => Promise<Joined>,
  log: (line: string) => void,
): () => Promise<void> {
  let membership = first;
  const leaving = new AbortController();
  const { signal } = leaving;
  const left = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      await Promise.race([membership.lost, left]);
      if (signal.aborted) return;
      log("PostgreSQL has ended or is recovering: what comes in is refused until it is back");
      const joined = await untilJoined();
      if (joined === undefined) return;
      membership = joined.membership;
      log("PostgreSQL is there again");
    }
  }

  async function untilJoined(): Promise<Joined | undefined> {
    let said = "";
    while (!signal.aborted) {
      try {
        return await join();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (reason !== said) log(`PostgreSQL does not start again: ${reason}`);
        said = reason;
      }
      await sleep(againMs, undefined, { ref: false });
    }
    return undefined;
  }

  const watching = watch();
  let leave: Promise<void> | undefined;
  return () => {
    leaving.abort();
    // a server that is being joined at this moment is left as well
    leave ??= watching.then(() => membership.leave());
    return leave;
  };
}

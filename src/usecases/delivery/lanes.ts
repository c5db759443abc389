/** Keeps every lane moving: one message at a time a lane, in one process at a time, at the platforms' pace. */
import type { LaneOutcome } from "./deliver-next.ts";

export interface LaneLock {
  /** true when this process may send in the lane now */
  take(lane: string): Promise<boolean>;
  release(lane: string): Promise<void>;
}

export interface Lanes {
  wake(lanes: Iterable<string>): void;
  /** resolves when no lane is at work; lanes that wait for a back-off do not count */
  whenIdle(): Promise<void>;
  stop(): Promise<void>;
}

/** ms between two messages of one lane once a small burst is used up: Slack allows 1 a second, Lark 5 and no more. */
const PACE: Readonly<Record<string, { everyMs: number; burst: number }>> = {
  slack: { everyMs: 1_000, burst: 4 },
  lark: { everyMs: 220, burst: 0 },
};

/**
 * @param deliver sends the next message of a lane
 * @param onError told when the store did not answer; the lane is tried again at its next waking
 */
export function createLanes(
  deliver: (lane: string) => Promise<LaneOutcome>,
  lock: LaneLock,
  onError: (error: unknown) => void,
): Lanes {
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const timers = new Map<string, NodeJS.Timeout>();
  const pacers = new Map<string, () => number>();
  const stop = new AbortController();

  async function drain(lane: string): Promise<void> {
    do {
      again.delete(lane);
      if (!(await lock.take(lane))) continue;
      try {
        await drainLocked(lane);
      } finally {
        await lock.release(lane);
      }
      // a message committed between the last look and the release has woken us: look once more
    } while (again.has(lane) && !stop.signal.aborted);
  }

  async function drainLocked(lane: string): Promise<void> {
    while (!stop.signal.aborted) {
      const outcome = await deliver(lane);
      if (outcome === "empty") return;
      if (typeof outcome === "number") {
        wakeLater(lane, outcome);
        return;
      }
      await pause(paceOf(lane)());
    }
  }

  function paceOf(lane: string): () => number {
    const known = pacers.get(lane) ?? createPacer(PACE[lane.split(":")[0] ?? ""] ?? { everyMs: 0, burst: 1 });
    pacers.set(lane, known);
    return known;
  }

  function wakeLater(lane: string, ms: number): void {
    clearTimeout(timers.get(lane));
    timers.set(
      lane,
      setTimeout(() => wake([lane]), ms),
    );
  }

  function wake(lanes: Iterable<string>): void {
    for (const lane of lanes) {
      if (stop.signal.aborted) return;
      again.add(lane);
      if (running.has(lane)) continue;
      const work = drain(lane)
        .catch(onError)
        .finally(() => {
          running.delete(lane);
          // woken between the last look and now: nobody else will look
          if (again.has(lane)) wake([lane]);
        });
      running.set(lane, work);
    }
  }

  return {
    wake,
    async whenIdle() {
      while (running.size > 0) await Promise.all(running.values());
    },
    async stop() {
      stop.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}

/** A token bucket: answers how many ms to wait before the next message. */
function createPacer(pace: { everyMs: number; burst: number }): () => number {
  let freeAt = 0;
  return () => {
    const now = performance.now();
    freeAt = Math.max(freeAt, now - pace.everyMs * pace.burst) + pace.everyMs;
    return Math.max(0, freeAt - now);
  };
}

function pause(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}

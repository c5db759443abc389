/** How often the app may call: a filling bucket for each channel it posts to and each method it calls. */
import type { World } from "../world.ts";
import { LIMITS, TIERS, UNTIERED, WIDEST_TIER } from "./limits.ts";

interface Bucket {
  left: number;
  at: number;
}

export class Rates {
  readonly #world: World;
  readonly #buckets = new Map<string, Bucket>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Seconds to wait before this method may be called, 0 when it may be called now. */
  callWait(method: string): number {
    if (UNTIERED.has(method)) return 0;
    const perMinute = TIERS[method] ?? WIDEST_TIER;
    return this.#take(method, perMinute, perMinute);
  }

  /** Seconds to wait before the next message in a channel, 0 when it may be posted now. */
  postWait(channelId: string): number {
    return this.#take(channelId, LIMITS.posting.burst, LIMITS.posting.perMinute);
  }

  #take(name: string, size: number, perMinute: number): number {
    const now = this.#world.now();
    const bucket = this.#buckets.get(name) ?? { left: size, at: now };
    const left = Math.min(size, bucket.left + ((now - bucket.at) / 60_000) * perMinute);
    const wait = left >= 1 ? 0 : Math.ceil(((1 - left) / perMinute) * 60);
    this.#buckets.set(name, { left: wait === 0 ? left - 1 : left, at: now });
    return wait;
  }
}

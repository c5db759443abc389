/** Counts calls in sliding windows of real time and says when one is too many. */

export class Rates {
  readonly #taken = new Map<string, number[]>();

  /**
   * Takes one of the `limit` places in the last `windowMs` under this key.
   * @returns 0 when there was one, else the seconds (at least 1) until the next is free
   */
  take(key: string, limit: number, windowMs = 1_000): number {
    const now = Date.now();
    const recent = (this.#taken.get(key) ?? []).filter((at) => now - at < windowMs);
    this.#taken.set(key, recent);
    const [oldest] = recent;
    if (recent.length >= limit && oldest !== undefined) return Math.ceil((oldest + windowMs - now) / 1_000);
    recent.push(now);
    return 0;
  }
}

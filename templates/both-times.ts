/** A time on both sides: where it was planned and where the reader is. */
import type { Reading } from "../src/chat/reading.ts";

/**
 * "Tue 8 Dec, 20:00 Shanghai / Tue 8 Dec, 13:00 Berlin"; one of them where both are the same place.
 * @param at an instant, ISO 8601
 * @param zone IANA zone of the plan
 */
export function bothTimes(at: string, zone: string, r: Reading): string {
  const planned = r.timeIn(at, zone);
  return r.zone === zone ? planned : `${planned} / ${r.timeIn(at, r.zone)}`;
}

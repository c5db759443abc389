/** Tenant access tokens: signed with the app's secret, so that they stay good over a restart, as real ones do. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { LIMITS } from "./limits.ts";
import { CREDENTIALS } from "./people.ts";

const sign = (expiry: string) => createHmac("sha256", CREDENTIALS.appSecret).update(expiry).digest("hex");

/**
 * A token for the app.
 * @param nowMs real time; `life` in seconds
 */
export function issueToken(nowMs: number, life: number = LIMITS.tokenLife): string {
  const expiry = Math.floor(nowMs / 1000 + life).toString(36);
  return `t-${expiry}.${sign(expiry)}`;
}

/** Whether the token is ours and has not expired at `nowMs` of real time. */
export function isGoodToken(token: string, nowMs: number): boolean {
  const [, expiry = "", signature = ""] = /^t-([0-9a-z]+)\.([0-9a-f]{64})$/.exec(token) ?? [];
  if (signature === "" || Number.parseInt(expiry, 36) * 1000 <= nowMs) return false;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(expiry)));
}

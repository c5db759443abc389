/** Tenant access tokens: signed with the app's secret, so that they stay good over a restart, as real ones do. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { LIMITS } from "./limits.ts";
import { CREDENTIALS } from "./people.ts";

const sign = (content: string) => createHmac("sha256", CREDENTIALS.appSecret).update(content).digest("hex");

/**
 * A token for the app, unlike every other.
 * @param nowMs real time; `life` in seconds
 */
export function issueToken(nowMs: number, life: number = LIMITS.tokenLife): string {
  const content = `${Math.floor(nowMs / 1000 + life).toString(36)}.${randomBytes(6).toString("hex")}`;
  return `t-${content}.${sign(content)}`;
}

/** Whether the token is ours and has not expired at `nowMs` of real time. */
export function isGoodToken(token: string, nowMs: number): boolean {
  const [, content = "", expiry = "", signature = ""] =
    /^t-(([0-9a-z]+)\.[0-9a-f]{12})\.([0-9a-f]{64})$/.exec(token) ?? [];
  if (signature === "" || Number.parseInt(expiry, 36) * 1000 <= nowMs) return false;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(content)));
}

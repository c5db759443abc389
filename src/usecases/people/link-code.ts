/** One-time codes as they are stored: only the hash. */
import { createHash } from "node:crypto";

/** Spaces, dashes and case do not matter: codes are typed from another screen. */
export function hashOfCode(code: string): string {
  const plain = code.normalize("NFKC").toUpperCase().replace(/[\s-]/gu, "");
  return createHash("sha256").update(plain).digest("hex");
}

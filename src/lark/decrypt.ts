/** Opens what Lark encrypted with the app's encrypt key: AES-256-CBC, the first block is the initial vector. */
import { createDecipheriv, createHash } from "node:crypto";

const BLOCK = 16;

export type Decrypt = (encrypted: string) => string | undefined;

/** @returns a function that answers undefined for what was not encrypted with this key */
export function createDecrypt(encryptKey: string): Decrypt {
  const key = createHash("sha256").update(encryptKey).digest();
  return (encrypted) => {
    const bytes = Buffer.from(encrypted, "base64");
    if (bytes.length < 2 * BLOCK || bytes.length % BLOCK !== 0) return undefined;
    const decipher = createDecipheriv("aes-256-cbc", key, bytes.subarray(0, BLOCK));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(BLOCK)), decipher.final()]).toString("utf8");
    } catch {
      return undefined;
    }
  };
}

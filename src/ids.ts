/** Opaque ids and codes from the system's random source. */
import { randomFillSync } from "node:crypto";

/** No 0 and O, no 1, I and L: codes are read aloud and typed. */
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const ID_LENGTH = 16;

/** Random bytes in store: a list asks for a hundred thousand ids, and each call of the system costs more than an id. */
const store = new Uint8Array(4_096);
let used = store.length;

function pick(length: number): string {
  let picked = "";
  while (picked.length < length) {
    if (used === store.length) {
      randomFillSync(store);
      used = 0;
    }
    // five bits hold one number more than there are letters: it is thrown away, so that all letters are as likely
    picked += LETTERS[(store[used] ?? 0) & 31] ?? "";
    used += 1;
  }
  return picked;
}

export function newId(prefix: string): string {
  return `${prefix}_${pick(ID_LENGTH).toLowerCase()}`;
}

/** Such as `K7QM-2XPA`: about 2^39 of them, one use, one day. */
export function newCode(): string {
  return `${pick(4)}-${pick(4)}`;
}

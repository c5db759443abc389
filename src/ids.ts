/** Opaque ids and codes from the system's random source. */
import { randomInt } from "node:crypto";

/** No 0 and O, no 1, I and L: codes are read aloud and typed. */
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const ID_LENGTH = 16;

function pick(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}

export function newId(prefix: string): string {
  return `${prefix}_${pick(ID_LENGTH).toLowerCase()}`;
}

/** Such as `K7QM-2XPA`: about 2^39 of them, one use, one day. */
export function newCode(): string {
  return `${pick(4)}-${pick(4)}`;
}

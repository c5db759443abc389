/** Whom a control call means, and how an event went. */
import { WrongCall } from "../control-call.ts";
import type { Ack } from "./long-connection.ts";
import { findPerson, PEOPLE, type Person } from "./people.ts";

export function personNamed(key: string): Person {
  const person = findPerson(key);
  if (person !== undefined) return person;
  throw new WrongCall(`There is no ${key} on Lark; there is: ${PEOPLE.map((one) => one.name).join(", ")}.`);
}

export const outcome = (ack: Ack) => (ack.ok ? { ok: true } : { ok: false, error: ack.error });

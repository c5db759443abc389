/** The shape of `GET /sandbox/api/state`: who and where, on both platforms. */

export interface Person {
  id: string;
  /** the handle, such as "marketer" */
  name: string;
  role: string;
  /** IANA zone */
  tz: string;
  locale: string;
  real_name?: string;
  display_name?: string;
}

export interface Room {
  id: string;
  name: string;
  members: string[];
  /** a room of one person and the bot */
  kind?: "channel" | "group" | "direct";
}

export interface SandboxState {
  now: string;
  /** when the next thing is due, or null */
  next?: string | null;
  /** for which of the bot's jobs it is due */
  next_job?: string | null;
  slack: { users: Person[]; channels: Room[] };
  lark: { users: Person[]; chats: Room[] };
  bot: { ready: boolean };
}

export const displayName = (person: Person): string => person.display_name ?? person.real_name ?? person.name;

/** The rooms this person sees, group rooms first. */
export function roomsOf(rooms: readonly Room[], person: Person): Room[] {
  const mine = rooms.filter((room) => room.members.includes(person.id));
  return [...mine.filter((room) => room.kind !== "direct"), ...mine.filter((room) => room.kind === "direct")];
}

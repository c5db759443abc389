/** What both panes keep: who the person is, which room is open, what is unread, what went wrong. */
import { useEffect, useMemo, useState } from "react";
import { listen } from "./live.ts";
import type { Notice } from "./notices.tsx";
import type { Reader } from "./reader.tsx";
import { type Person, type Room, roomsOf } from "./state.ts";
import { useStored } from "./stored.ts";
import { useNotices } from "./use-notices.ts";
import { wordsFor } from "./words.ts";

export interface Pane {
  person: Person | undefined;
  pickPerson: (id: string) => void;
  rooms: readonly Room[];
  room: Room | undefined;
  openRoom: (id: string) => void;
  unread: (room: Room) => number;
  reader: Reader | undefined;
  notices: readonly Notice[];
  dismiss: (id: number) => void;
}

/**
 * @param first the handle of the person a new visitor is
 * @param roomKey the field of a stream event that names the room
 */
export function usePane(
  platform: "slack" | "lark",
  people: readonly Person[],
  allRooms: readonly Room[],
  first: string,
  roomKey: "channel" | "chat",
): Pane {
  const [personId, pickPerson] = useStored(`${platform}:person`, "");
  const [roomId, setRoomId] = useStored(`${platform}:room`, "");
  const person =
    people.find((one) => one.id === personId) ?? people.find((one) => one.name === first) ?? people[0];
  const rooms = useMemo(() => (person === undefined ? [] : roomsOf(allRooms, person)), [allRooms, person]);
  const room = rooms.find((one) => one.id === roomId) ?? rooms[0];

  const [counts, setCounts] = useState<Record<string, number>>({});
  const openId = room?.id;
  const me = person?.id;
  useEffect(() => {
    if (openId !== undefined) setCounts((old) => ({ ...old, [openId]: 0 }));
    return listen((event) => {
      const at = event[roomKey];
      if (event.platform !== platform || event.type !== "message" || typeof at !== "string") return;
      const forAnother = typeof event["to"] === "string" && event["to"] !== me;
      if (at === openId || forAnother) return;
      setCounts((old) => ({ ...old, [at]: (old[at] ?? 0) + 1 }));
    });
  }, [openId, me, platform, roomKey]);

  const { notices, dismiss, run } = useNotices();
  const reader = useMemo<Reader | undefined>(() => {
    if (person === undefined) return undefined;
    const locale = person.locale.replace("_", "-");
    return { person, people, words: wordsFor(locale), locale, tz: person.tz, run };
  }, [person, people, run]);

  return {
    person,
    pickPerson,
    rooms,
    room,
    openRoom: setRoomId,
    unread: (one) => counts[one.id] ?? 0,
    reader,
    notices,
    dismiss,
  };
}

/** What both panes keep: who the person is, which room is open, what is unread, what went wrong. */
import { useEffect, useMemo, useState } from "react";
import { wordsFor } from "../words/words.ts";
import type { Notice } from "./notices.tsx";
import type { Reader } from "./reader.tsx";
import { type Person, type Room, roomsOf } from "./state.ts";
import { useStored } from "./stored.ts";
import { listen } from "./stream.ts";
import { addUnread, markRead } from "./unread.ts";
import { useNotices } from "./use-notices.ts";

export interface Pane {
  platform: "slack" | "lark";
  person: Person | undefined;
  pickPerson: (id: string) => void;
  rooms: readonly Room[];
  /** everybody's rooms */
  allRooms: readonly Room[];
  room: Room | undefined;
  openRoom: (id: string) => void;
  /** how many messages were unread when the room was opened */
  fresh: number;
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
  // the bot's private chat is another room for each person, and yet the same place
  const wasDirect = allRooms.find((one) => one.id === roomId)?.kind === "direct";
  const room =
    rooms.find((one) => one.id === roomId) ??
    (wasDirect ? rooms.find((one) => one.kind === "direct") : undefined) ??
    rooms[0];
  const openId = room?.id;
  const me = person?.id;

  const [opened, setOpened] = useState({ place: "", unread: 0 });
  const place = `${me ?? ""}/${openId ?? ""}`;
  const fresh = opened.place === place ? opened.unread : 0;
  useEffect(() => {
    if (me !== undefined && openId !== undefined) setOpened({ place, unread: markRead(me, openId) });
  }, [me, openId, place]);
  useEffect(
    () =>
      listen((event) => {
        const at = event[roomKey];
        if (event.platform !== platform || event.type !== "message" || typeof at !== "string") return;
        const to = event["to"];
        const readers = people.filter(
          ({ id }) =>
            allRooms.some((one) => one.id === at && one.members.includes(id)) &&
            id !== event["user"] &&
            (typeof to !== "string" || to === id) &&
            !(id === me && at === openId),
        );
        addUnread(
          readers.map(({ id }) => id),
          at,
        );
      }),
    [platform, roomKey, people, allRooms, me, openId],
  );

  const { notices, dismiss, run } = useNotices();
  const reader = useMemo<Reader | undefined>(() => {
    if (person === undefined) return undefined;
    const locale = person.locale.replace("_", "-");
    return { person, people, rooms, words: wordsFor(locale), locale, tz: person.tz, run };
  }, [person, people, rooms, run]);

  return useMemo(
    () => ({
      platform,
      person,
      pickPerson,
      rooms,
      allRooms,
      room,
      openRoom: setRoomId,
      fresh,
      reader,
      notices,
      dismiss,
    }),
    [platform, person, pickPerson, rooms, allRooms, room, setRoomId, fresh, reader, notices, dismiss],
  );
}

/** The rooms of a sidebar, with marks on those that hold something unread. */
import type { ReactNode } from "react";
import type { Room } from "./state.ts";
import type { Words } from "./words.ts";

export function RoomList(props: {
  title: string;
  rooms: readonly Room[];
  active: string | undefined;
  words: Words;
  unread: (room: Room) => number;
  labelOf: (room: Room) => string;
  iconOf: (room: Room) => ReactNode;
  onOpen: (room: Room) => void;
}) {
  if (props.rooms.length === 0) return null;
  return (
    <section className="rooms" aria-label={props.title}>
      <h3>{props.title}</h3>
      <ul>
        {props.rooms.map((room) => {
          const unread = props.unread(room);
          return (
            <li key={room.id}>
              <button
                type="button"
                className={unread > 0 ? "room unread" : "room"}
                aria-current={room.id === props.active ? "page" : undefined}
                onClick={() => props.onOpen(room)}
              >
                {props.iconOf(room)}
                <span className="room-name">{props.labelOf(room)}</span>
                {unread > 0 && (
                  <span className="badge">
                    {unread}
                    <span className="hidden"> {props.words.unread(unread)}</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

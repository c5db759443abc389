/** A person's chats: portrait, last message, its time, and how many are unread. */
import { moveByArrows } from "../shared/arrows.ts";
import { Avatar } from "../shared/avatar.tsx";
import { useLive } from "../shared/live.ts";
import { useReader } from "../shared/reader.tsx";
import { displayName, type Room } from "../shared/state.ts";
import { clockTime, monthDay, plainDay } from "../shared/time.ts";
import { useUnread } from "../shared/unread.ts";
import { useNow } from "../shared/use-now.ts";
import type { Pane } from "../shared/use-pane.ts";
import { atOf, BOT_NAME } from "./message.tsx";
import type { LarkMessage } from "./shapes.ts";
import { summaryOf } from "./summary.ts";

export const nameOf = (room: Room): string => (room.kind === "direct" ? BOT_NAME : room.name);

export function ChatList({ pane }: { pane: Pane }) {
  const { words } = useReader();
  return (
    <nav className="sidebar" aria-label="Lark" onKeyDown={(event) => moveByArrows(event, ".room")}>
      <section className="rooms" aria-label={words.chats}>
        <h3>{words.chats}</h3>
        <ul>
          {pane.rooms.map((room) => (
            <li key={room.id}>
              <Chat room={room} open={room.id === pane.room?.id} onOpen={() => pane.openRoom(room.id)} />
            </li>
          ))}
        </ul>
      </section>
    </nav>
  );
}

function Chat({ room, open, onOpen }: { room: Room; open: boolean; onOpen: () => void }) {
  const { person, people, words } = useReader();
  const unreadIn = useUnread();
  const { data } = useLive<{ messages: LarkMessage[] }>(
    `/lark/messages?chat=${encodeURIComponent(room.id)}&user=${encodeURIComponent(person.id)}`,
    (event) => event.platform === "lark" && event["chat"] === room.id,
  );
  const last = data?.messages.at(-1);
  const sender = people.find((one) => one.name === last?.sender);
  const from = room.kind === "direct" ? "" : `${sender === undefined ? BOT_NAME : displayName(sender)}: `;
  const unread = open ? 0 : unreadIn(person.id, room.id);
  return (
    <button
      type="button"
      className={unread > 0 ? "room unread" : "room"}
      aria-current={open ? "page" : undefined}
      onClick={onOpen}
    >
      <Avatar name={nameOf(room)} app={room.kind === "direct"} size={40} />
      <span className="chat-about">
        <span className="chat-top">
          <span className="room-name">{nameOf(room)}</span>
          {last !== undefined && <When at={atOf(last)} />}
        </span>
        <span className="chat-last">
          <span>{last !== undefined && from + summaryOf(last, words)}</span>
          {unread > 0 && (
            <span className="badge">
              {unread}
              <span className="hidden"> {words.unread(unread)}</span>
            </span>
          )}
        </span>
      </span>
    </button>
  );
}

function When({ at }: { at: number }) {
  const { tz, locale, words } = useReader();
  const now = useNow();
  const day = plainDay(at, tz);
  if (day === plainDay(now, tz)) return <time>{clockTime(at, tz)}</time>;
  if (day === plainDay(now - 86_400_000, tz)) return <time>{words.yesterday}</time>;
  return <time>{monthDay(at, tz, locale)}</time>;
}

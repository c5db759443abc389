/** The channels and the apps of a person; what is unread is bold, what waits in private has a badge. */
import { moveByArrows } from "../shared/arrows.ts";
import { Avatar } from "../shared/avatar.tsx";
import { Icon } from "../shared/icons.tsx";
import { useReader } from "../shared/reader.tsx";
import type { Room } from "../shared/state.ts";
import { useUnread } from "../shared/unread.ts";
import type { Pane } from "../shared/use-pane.ts";
import { BOT_NAME } from "./author.ts";

export function Sidebar({ pane, onOpen }: { pane: Pane; onOpen: (room: Room) => void }) {
  const { words } = useReader();
  const direct = pane.rooms.filter((room) => room.kind === "direct");
  const channels = pane.rooms.filter((room) => room.kind !== "direct");
  return (
    <nav className="sidebar" aria-label="Slack" onKeyDown={(event) => moveByArrows(event, ".room")}>
      <Rooms title={words.channels} rooms={channels} active={pane.room?.id} onOpen={onOpen} />
      <Rooms title={words.direct} rooms={direct} active={pane.room?.id} onOpen={onOpen} />
    </nav>
  );
}

function Rooms(props: {
  title: string;
  rooms: readonly Room[];
  active: string | undefined;
  onOpen: (room: Room) => void;
}) {
  const { person, words } = useReader();
  const unreadIn = useUnread();
  if (props.rooms.length === 0) return null;
  return (
    <section className="rooms" aria-label={props.title}>
      <h3>{props.title}</h3>
      <ul>
        {props.rooms.map((room) => {
          const direct = room.kind === "direct";
          const unread = room.id === props.active ? 0 : unreadIn(person.id, room.id);
          return (
            <li key={room.id}>
              <button
                type="button"
                className={unread > 0 ? "room unread" : "room"}
                aria-current={room.id === props.active ? "page" : undefined}
                onClick={() => props.onOpen(room)}
              >
                {direct ? <Avatar name={BOT_NAME} app size={20} /> : <Icon name="hash" size={16} />}
                <span className="room-name">{direct ? BOT_NAME : room.name.replace(/^#/, "")}</span>
                {unread > 0 && (
                  <span className={direct ? "badge" : "hidden"}>
                    {direct ? unread : ""}
                    <span className="hidden"> {words.unread(unread)}</span>
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

/** The right half of the page: a Lark-like client for one of the tenant's people. */
import { Avatar } from "../shared/avatar.tsx";
import type { Prefill } from "../shared/composer.tsx";
import { Notices } from "../shared/notices.tsx";
import { PersonSwitcher } from "../shared/person-switcher.tsx";
import { ReaderContext } from "../shared/reader.tsx";
import { RoomList } from "../shared/room-list.tsx";
import type { Room } from "../shared/state.ts";
import type { Pane } from "../shared/use-pane.ts";
import { ChatView } from "./chat.tsx";
import { BOT_NAME } from "./message.tsx";
import "./lark.css";
import "./card.css";
import "./card-inputs.css";

const nameOf = (room: Room) => (room.kind === "direct" ? BOT_NAME : room.name);

export function LarkPane({ pane, prefill }: { pane: Pane; prefill: Prefill | undefined }) {
  const { person, room, reader } = pane;
  if (person === undefined || reader === undefined) return null;
  const { words } = reader;
  return (
    <ReaderContext value={reader}>
      <section className="pane lark" aria-label="Lark" lang={reader.locale}>
        <header className="pane-head">
          <strong>Acme · Lark</strong>
          <PersonSwitcher people={reader.people} person={person} words={words} onPick={pane.pickPerson} />
        </header>
        <div className="pane-body">
          <nav className="sidebar" aria-label="Lark">
            <RoomList
              title={words.chats}
              rooms={pane.rooms}
              active={room?.id}
              words={words}
              unread={pane.unread}
              labelOf={nameOf}
              iconOf={(one) => <Avatar name={nameOf(one)} app={one.kind === "direct"} size={32} />}
              onOpen={(one) => pane.openRoom(one.id)}
            />
          </nav>
          <div className="main">
            {room !== undefined && (
              <header className="room-head">
                <h2>{nameOf(room)}</h2>
                {room.kind !== "direct" && (
                  <span className="quiet">{words.members(room.members.length)}</span>
                )}
              </header>
            )}
            <Notices notices={pane.notices} words={words} onDismiss={pane.dismiss} />
            {room !== undefined && (
              <ChatView key={room.id + person.id} room={room} name={nameOf(room)} prefill={prefill} />
            )}
          </div>
        </div>
      </section>
    </ReaderContext>
  );
}

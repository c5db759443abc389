/** The left half of the page: a Slack-like client for one of the workspace's people. */
import { useState } from "react";
import { act } from "../shared/api.ts";
import { Avatar } from "../shared/avatar.tsx";
import type { Prefill } from "../shared/composer.tsx";
import { Menu } from "../shared/menu.tsx";
import { Notices } from "../shared/notices.tsx";
import { PersonSwitcher } from "../shared/person-switcher.tsx";
import { ReaderContext } from "../shared/reader.tsx";
import { RoomList } from "../shared/room-list.tsx";
import type { Room } from "../shared/state.ts";
import type { Pane } from "../shared/use-pane.ts";
import { BOT_NAME } from "./author.ts";
import { ChannelView } from "./channel.tsx";
import { Home } from "./home.tsx";
import { ModalLayer } from "./modal.tsx";
import { GLOBAL_SHORTCUTS } from "./shortcuts.ts";
import "./slack.css";
import "./blocks.css";

const nameOf = (room: Room) => (room.kind === "direct" ? BOT_NAME : room.name);

export function SlackPane({ pane, prefill }: { pane: Pane; prefill: Prefill | undefined }) {
  const { person, room, reader } = pane;
  const [tab, setTab] = useState<"messages" | "home">("messages");
  if (person === undefined || reader === undefined) return null;
  const { words } = reader;
  const open = (one: Room) => {
    pane.openRoom(one.id);
    setTab("messages");
  };
  const list = (title: string, rooms: Room[]) => (
    <RoomList
      title={title}
      rooms={rooms}
      active={room?.id}
      words={words}
      unread={pane.unread}
      labelOf={(one) => (one.kind === "direct" ? BOT_NAME : one.name.replace(/^#/, ""))}
      iconOf={(one) =>
        one.kind === "direct" ? (
          <Avatar name={BOT_NAME} app size={20} />
        ) : (
          <span className="hash" aria-hidden="true">
            #
          </span>
        )
      }
      onOpen={open}
    />
  );
  return (
    <ReaderContext value={reader}>
      <section className="pane slack" aria-label="Slack">
        <header className="pane-head">
          <strong>Acme · Slack</strong>
          <ShortcutMenu pane={pane} />
          <PersonSwitcher people={reader.people} person={person} words={words} onPick={pane.pickPerson} />
        </header>
        <div className="pane-body">
          <nav className="sidebar" aria-label="Slack">
            {list(
              words.channels,
              pane.rooms.filter((one) => one.kind !== "direct"),
            )}
            {list(
              words.direct,
              pane.rooms.filter((one) => one.kind === "direct"),
            )}
          </nav>
          <div className="main">
            {room !== undefined && (
              <header className="room-head">
                <h2>{nameOf(room)}</h2>
                {room.kind === "direct" && (
                  <div className="tabs">
                    {(["messages", "home"] as const).map((one) => (
                      <button key={one} type="button" aria-pressed={tab === one} onClick={() => setTab(one)}>
                        {words[one]}
                      </button>
                    ))}
                  </div>
                )}
              </header>
            )}
            <Notices notices={pane.notices} words={words} onDismiss={pane.dismiss} />
            {room?.kind === "direct" && tab === "home" && <Home key={person.id} />}
            {room !== undefined && !(room.kind === "direct" && tab === "home") && (
              <ChannelView key={room.id + person.id} room={room} name={nameOf(room)} prefill={prefill} />
            )}
          </div>
        </div>
        <ModalLayer key={person.id} />
      </section>
    </ReaderContext>
  );
}

function ShortcutMenu({ pane: { reader } }: { pane: Pane }) {
  if (reader === undefined) return null;
  const { words, person, run, locale } = reader;
  const language = locale.startsWith("zh") ? "zh" : "en";
  return (
    <Menu label="⚡" name={words.shortcuts} className="right">
      {(close) =>
        GLOBAL_SHORTCUTS.map((shortcut) => (
          <button
            key={shortcut.callbackId}
            type="button"
            onClick={() => {
              close();
              run(() => act("/slack/shortcut", { user: person.id, callback_id: shortcut.callbackId }));
            }}
          >
            {shortcut.label[language]}
          </button>
        ))
      }
    </Menu>
  );
}

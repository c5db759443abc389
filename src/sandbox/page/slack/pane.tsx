/** The left half of the page: a Slack-like client for one of the workspace's people. */
import { memo, useState } from "react";
import { act } from "../shared/api.ts";
import { Avatar } from "../shared/avatar.tsx";
import type { Prefill } from "../shared/composer.tsx";
import { Icon } from "../shared/icons.tsx";
import { Members } from "../shared/members.tsx";
import { Menu, MenuItems } from "../shared/menu.tsx";
import { Notices } from "../shared/notices.tsx";
import { PersonSwitcher } from "../shared/person-switcher.tsx";
import { ReaderContext, useReader } from "../shared/reader.tsx";
import type { Room } from "../shared/state.ts";
import type { Pane } from "../shared/use-pane.ts";
import { BOT_NAME } from "./author.ts";
import { ChannelView } from "./channel.tsx";
import { Home } from "./home.tsx";
import { ModalLayer } from "./modal.tsx";
import { GLOBAL_SHORTCUTS } from "./shortcuts.ts";
import { Sidebar } from "./sidebar.tsx";
import { Tabs } from "./tabs.tsx";
import "./slack.css";
import "./message.css";
import "./blocks.css";
import "./composite.css";
import "./views.css";

const nameOf = (room: Room) => (room.kind === "direct" ? BOT_NAME : room.name);

export const SlackPane = memo(function SlackPane({
  pane,
  prefill,
}: {
  pane: Pane;
  prefill: Prefill | undefined;
}) {
  const { person, room, reader } = pane;
  const [tab, setTab] = useState<"messages" | "home">("messages");
  if (person === undefined || reader === undefined) return null;
  const { words } = reader;
  const direct = room?.kind === "direct";
  const atHome = direct && tab === "home" && prefill === undefined;
  return (
    <ReaderContext value={reader}>
      <section className="pane slack" aria-label="Slack" lang={reader.locale}>
        <header className="pane-head">
          <strong className="workspace">
            <SlackMark /> Acme
          </strong>
          <span className="pane-kind">Slack</span>
          <ShortcutMenu />
          <PersonSwitcher pane={pane} />
        </header>
        <div className="pane-body">
          <Sidebar
            pane={pane}
            onOpen={(one) => {
              pane.openRoom(one.id);
              setTab("messages");
            }}
          />
          <div className="main">
            {room !== undefined && <RoomHead room={room} />}
            {direct && (
              <Tabs
                name={BOT_NAME}
                tabs={["home", "messages"]}
                labelOf={(one) => words[one]}
                chosen={atHome ? "home" : "messages"}
                onChoose={setTab}
              />
            )}
            <Notices notices={pane.notices} words={words} onDismiss={pane.dismiss} />
            {atHome && <Home key={person.id} />}
            {room !== undefined && !atHome && (
              <ChannelView
                key={room.id + person.id}
                room={room}
                name={nameOf(room)}
                fresh={pane.fresh}
                prefill={prefill}
              />
            )}
          </div>
        </div>
        <ModalLayer key={person.id} />
      </section>
    </ReaderContext>
  );
});

function RoomHead({ room }: { room: Room }) {
  const { words } = useReader();
  const direct = room.kind === "direct";
  return (
    <header className={direct ? "room-head with-tabs" : "room-head"}>
      {direct && <Avatar name={BOT_NAME} app size={24} />}
      <h2>{nameOf(room)}</h2>
      {direct ? <span className="app-badge">{words.app}</span> : <Members room={room} />}
    </header>
  );
}

function ShortcutMenu() {
  const { words, person, run, locale } = useReader();
  const language = locale.startsWith("zh") ? "zh" : "en";
  return (
    <Menu
      label={<Icon name="bolt" size={17} />}
      name={words.shortcuts}
      className="right"
      buttonClass="icon frame-icon"
    >
      {(close) => (
        <MenuItems
          name={words.shortcuts}
          close={close}
          items={GLOBAL_SHORTCUTS.map(({ callbackId, label }) => ({
            key: callbackId,
            label: label[language],
            onChoose: () => run(() => act("/slack/shortcut", { user: person.id, callback_id: callbackId })),
          }))}
        />
      )}
    </Menu>
  );
}

/** Four rounded bars: at home in the colours of the frame, and nobody's registered mark. */
function SlackMark() {
  return (
    <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" fill="currentColor">
      <rect x="4" y="9" width="16" height="3.200" rx="1.600" transform="rotate(-12 12 12)" />
      <rect x="4" y="14" width="16" height="3.200" rx="1.600" transform="rotate(-12 12 12)" />
      <rect x="8" y="4" width="3.200" height="16" rx="1.600" transform="rotate(12 12 12)" />
      <rect x="13" y="4" width="3.200" height="16" rx="1.600" transform="rotate(12 12 12)" />
    </svg>
  );
}

/** The right half of the page: a Lark-like client for one of the tenant's people. */
import { memo } from "react";
import { Avatar } from "../shared/avatar.tsx";
import type { Prefill } from "../shared/composer.tsx";
import { Members } from "../shared/members.tsx";
import { Notices } from "../shared/notices.tsx";
import { PersonSwitcher } from "../shared/person-switcher.tsx";
import { ReaderContext } from "../shared/reader.tsx";
import type { Pane } from "../shared/use-pane.ts";
import { ChatView } from "./chat.tsx";
import { ChatList, nameOf } from "./chat-list.tsx";
import "./lark.css";
import "./message.css";
import "./card.css";
import "./card-parts.css";
import "./card-inputs.css";

export const LarkPane = memo(function LarkPane({
  pane,
  prefill,
}: {
  pane: Pane;
  prefill: Prefill | undefined;
}) {
  const { person, room, reader } = pane;
  if (person === undefined || reader === undefined) return null;
  const { words } = reader;
  return (
    <ReaderContext value={reader}>
      <section className="pane lark" aria-label="Lark" lang={reader.locale}>
        <header className="pane-head">
          <strong className="tenant">
            <LarkMark /> Acme
          </strong>
          <span className="pane-kind">{reader.locale.startsWith("zh") ? "飞书" : "Lark"}</span>
          <PersonSwitcher pane={pane} />
        </header>
        <div className="pane-body">
          <ChatList pane={pane} />
          <div className="main">
            {room !== undefined && (
              <header className="room-head">
                <Avatar name={nameOf(room)} app={room.kind === "direct"} size={32} />
                <h2>{nameOf(room)}</h2>
                {room.kind === "direct" ? (
                  <span className="app-badge">{words.app}</span>
                ) : (
                  <Members room={room} />
                )}
              </header>
            )}
            <Notices notices={pane.notices} words={words} onDismiss={pane.dismiss} />
            {room !== undefined && (
              <ChatView
                key={room.id + person.id}
                room={room}
                name={nameOf(room)}
                fresh={pane.fresh}
                prefill={prefill}
              />
            )}
          </div>
        </div>
      </section>
    </ReaderContext>
  );
});

/** A bird of two strokes: at home in the frame, and nobody's registered mark. */
function LarkMark() {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d="M3 6c5 1 9 4.500 11 9.500C11 18 6.500 17.500 3 14Z" fill="#2fc4b2" />
      <path d="M9 5h6c2 2 3 4 3.500 6.500L14 15.500C13 11.500 11.500 8 9 5Z" fill="#3a7bff" />
      <path
        d="M14 15.500C15.500 12 18 10 21.500 10.500 20 14.500 18 18 12 18.500c1-.6 1.600-1.700 2-3Z"
        fill="#1648c8"
      />
    </svg>
  );
}

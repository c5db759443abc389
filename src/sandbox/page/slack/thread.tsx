/** A thread in a panel beside its channel; Esc closes it. */
import { useEffect, useRef } from "react";
import { Composer } from "../shared/composer.tsx";
import { useReader } from "../shared/reader.tsx";
import { Scroller } from "../shared/scroller.tsx";
import { useEscape } from "../shared/use-escape.ts";
import { MessageList } from "./message-list.tsx";
import type { SlackMessage } from "./shapes.ts";

export function Thread(props: {
  messages: readonly SlackMessage[];
  channel: string;
  name: string;
  onSay: (text: string) => void;
  onClose: () => void;
}) {
  const { words, locale } = useReader();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.querySelector("textarea")?.focus(), []);
  useEscape(props.onClose);
  return (
    <aside ref={panel} className="thread" aria-label={words.thread}>
      <header className="thread-head">
        <strong>{words.thread}</strong>
        <button type="button" className="icon" aria-label={words.close} onClick={props.onClose}>
          ×
        </button>
      </header>
      <Scroller loaded label={words.thread}>
        <MessageList messages={props.messages} channel={props.channel} repliesTo={() => 0} />
      </Scroller>
      <Composer
        room={`${words.thread} · ${props.name}`}
        words={words}
        chinese={locale.startsWith("zh")}
        onSend={props.onSay}
      />
    </aside>
  );
}

/** A thread in a panel beside its channel; Esc closes it. */
import { useEffect, useRef } from "react";
import { Composer } from "../shared/composer.tsx";
import { Icon } from "../shared/icons.tsx";
import { useReader } from "../shared/reader.tsx";
import { Scroller } from "../shared/scroller.tsx";
import { useEscape } from "../shared/use-escape.ts";
import { MessageList } from "./message-list.tsx";
import type { SlackMessage } from "./shapes.ts";

const NO_REPLIES = new Map<string, SlackMessage[]>();

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
        <h2>
          {words.thread} <small>{props.name}</small>
        </h2>
        <button type="button" className="icon" aria-label={words.close} onClick={props.onClose}>
          <Icon name="close" />
        </button>
      </header>
      <Scroller loaded label={words.thread} entries={props.messages.length} words={words}>
        <MessageList messages={props.messages} channel={props.channel} replies={NO_REPLIES} />
      </Scroller>
      <Composer
        room={`${words.thread} · ${props.name}`}
        placeholder={words.reply}
        words={words}
        chinese={locale.startsWith("zh")}
        onSend={props.onSay}
      />
    </aside>
  );
}

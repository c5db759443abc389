/** An open chat: its messages, its composer, files, and the bot's menu in a direct chat. */
import { useCallback, useMemo } from "react";
import { act, upload } from "../shared/api.ts";
import { Composer, type Prefill } from "../shared/composer.tsx";
import { DayLine, NewLine } from "../shared/days.tsx";
import { DropZone } from "../shared/drop-zone.tsx";
import { useLive } from "../shared/live.ts";
import { Empty, Skeleton } from "../shared/placeholders.tsx";
import { useReader } from "../shared/reader.tsx";
import { Scroller } from "../shared/scroller.tsx";
import type { Room } from "../shared/state.ts";
import { useFirstNew } from "../shared/use-first-new.ts";
import { BotMenu } from "./bot-menu.tsx";
import { atOf, Message } from "./message.tsx";
import type { LarkMessage } from "./shapes.ts";
import { useToast } from "./use-toast.ts";

const TOGETHER_MS = 5 * 60_000;
const NONE: readonly LarkMessage[] = [];

export function ChatView(props: {
  room: Room;
  name: string;
  /** how many messages were unread when the room was opened */
  fresh: number;
  prefill: Prefill | undefined;
}) {
  const { room, name, prefill } = props;
  const { person, words, locale, run } = useReader();
  const { data, error } = useLive<{ messages: LarkMessage[] }>(
    `/lark/messages?chat=${encodeURIComponent(room.id)}&user=${encodeURIComponent(person.id)}`,
    (event) => event.platform === "lark" && event["chat"] === room.id,
  );
  const [toast, showToast] = useToast();
  const messages = data?.messages ?? NONE;
  const byId = useMemo(() => new Map(messages.map((one) => [one.message_id, one])), [messages]);
  const firstNew = useFirstNew(
    messages.map((one) => one.message_id),
    props.fresh,
  );
  const say = useCallback(
    (text: string) =>
      run(async () => {
        const answer = await act("/lark/say", { user: person.id, chat: room.id, text });
        // in a group only a mention reaches the bot
        if (answer.note !== undefined) showToast({ content: words.groupHint });
      }),
    [run, person.id, room.id, showToast, words],
  );
  const share = (files: File[]) => {
    for (const file of files) run(() => upload("lark", { user: person.id, chat: room.id }, file));
  };
  const group = room.kind !== "direct";
  return (
    <div className="channel">
      <DropZone hint={words.dropHere(name)} onFiles={share}>
        <Scroller
          loaded={data !== undefined}
          label={words.messagesIn(name)}
          entries={messages.length}
          words={words}
        >
          {error !== undefined && <p className="empty">{error}</p>}
          {data === undefined && error === undefined && <Skeleton />}
          {data !== undefined && messages.length === 0 && (
            <Empty title={words.emptyTitle(name)}>{words.empty}</Empty>
          )}
          {messages.map((message, index) => {
            const above = messages[index - 1];
            return (
              <div key={message.message_id}>
                <DayLine at={atOf(message)} before={above && atOf(above)} />
                {message.message_id === firstNew && <NewLine />}
                <Message
                  message={message}
                  follows={above !== undefined && message.message_id !== firstNew && goesOn(above, message)}
                  quoted={byId.get(message.reply_to ?? "")}
                  onToast={showToast}
                />
              </div>
            );
          })}
        </Scroller>
        <div className="chat-foot">
          <Composer
            room={name}
            words={words}
            chinese={locale.startsWith("zh")}
            prefill={prefill}
            {...(group && { placeholder: words.groupHint })}
            onSend={say}
            onFiles={share}
          />
          {!group && <BotMenu />}
        </div>
      </DropZone>
      {toast !== undefined && (
        <output className="toast" data-kind={toast.type ?? "info"}>
          {toast.content}
        </output>
      )}
    </div>
  );
}

function goesOn(above: LarkMessage, message: LarkMessage): boolean {
  return above.sender === message.sender && atOf(message) - atOf(above) < TOGETHER_MS;
}

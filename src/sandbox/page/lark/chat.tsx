/** An open chat: its messages, its composer, files, and the bot's menu in a direct chat. */
import { useCallback, useEffect, useState } from "react";
import { act, upload } from "../shared/api.ts";
import { Composer, type Prefill } from "../shared/composer.tsx";
import { DayLine } from "../shared/days.tsx";
import { DropZone } from "../shared/drop-zone.tsx";
import { useLive } from "../shared/live.ts";
import { useReader } from "../shared/reader.tsx";
import { Scroller } from "../shared/scroller.tsx";
import type { Room } from "../shared/state.ts";
import { BotMenu } from "./bot-menu.tsx";
import { atOf, Message, type OnToast } from "./message.tsx";
import type { LarkMessage } from "./shapes.ts";

const TOGETHER_MS = 5 * 60_000;
const TOAST_MS = 4_000;

export function ChatView({
  room,
  name,
  prefill,
}: {
  room: Room;
  name: string;
  prefill: Prefill | undefined;
}) {
  const { person, words, locale, run } = useReader();
  const { data, error } = useLive<{ messages: LarkMessage[] }>(
    `/lark/messages?chat=${encodeURIComponent(room.id)}&user=${encodeURIComponent(person.id)}`,
    (event) => event.platform === "lark" && event["chat"] === room.id,
  );
  const [toast, showToast] = useToast();
  const messages = data?.messages ?? [];
  const say = (text: string) =>
    run(async () => {
      const answer = await act("/lark/say", { user: person.id, chat: room.id, text });
      // in a group only a mention reaches the bot
      if (answer.note !== undefined) showToast({ content: words.groupHint });
    });
  const share = (files: File[]) => {
    for (const file of files) run(() => upload("lark", { user: person.id, chat: room.id }, file));
  };
  const group = room.kind !== "direct";
  return (
    <div className="channel">
      <DropZone hint={words.dropHere(name)} onFiles={share}>
        <Scroller loaded={data !== undefined} label={words.messagesIn(name)}>
          {error !== undefined && <p className="empty">{error}</p>}
          {data === undefined && error === undefined && <p className="empty">{words.loading}</p>}
          {data !== undefined && messages.length === 0 && <p className="empty">{words.empty}</p>}
          {messages.map((message, index) => {
            const above = messages[index - 1];
            return (
              <div key={message.message_id}>
                <DayLine at={atOf(message)} before={above && atOf(above)} />
                <Message
                  message={message}
                  follows={above !== undefined && goesOn(above, message)}
                  onToast={showToast}
                />
              </div>
            );
          })}
        </Scroller>
        {!group && <BotMenu />}
        <Composer
          room={name}
          words={words}
          chinese={locale.startsWith("zh")}
          prefill={prefill}
          {...(group && { placeholder: words.groupHint })}
          onSend={say}
          onFiles={share}
        />
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

/** Shows what a click answered for a moment. */
function useToast(): [Parameters<OnToast>[0] | undefined, OnToast] {
  const [toast, setToast] = useState<Parameters<OnToast>[0]>();
  useEffect(() => {
    if (toast === undefined) return;
    const timer = window.setTimeout(() => setToast(undefined), TOAST_MS);
    return () => window.clearTimeout(timer);
  }, [toast]);
  return [toast, useCallback((shown) => setToast({ ...shown }), [])];
}

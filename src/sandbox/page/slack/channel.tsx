/** An open channel or direct message: its messages, its composer, and a thread beside them. */
import { useState } from "react";
import { act, upload } from "../shared/api.ts";
import { Composer, type Prefill } from "../shared/composer.tsx";
import { DropZone } from "../shared/drop-zone.tsx";
import { useLive } from "../shared/live.ts";
import { useReader } from "../shared/reader.tsx";
import { Scroller } from "../shared/scroller.tsx";
import type { Room } from "../shared/state.ts";
import { MessageList } from "./message-list.tsx";
import type { SlackMessage } from "./shapes.ts";
import { Thread } from "./thread.tsx";

export function ChannelView({
  room,
  name,
  prefill,
}: {
  room: Room;
  name: string;
  prefill: Prefill | undefined;
}) {
  const { person, words, locale, run } = useReader();
  const [threadTs, setThreadTs] = useState<string>();
  const { data, error } = useLive<{ messages: SlackMessage[] }>(
    `/slack/messages?channel=${encodeURIComponent(room.id)}&user=${encodeURIComponent(person.id)}`,
    (event) => event.platform === "slack" && event["channel"] === room.id,
  );
  const all = data?.messages ?? [];
  const top = all.filter((message) => message.thread_ts === undefined || message.thread_ts === message.ts);
  const repliesTo = (parent: SlackMessage) =>
    all.filter((one) => one.thread_ts === parent.ts && one.ts !== parent.ts);
  const parent = top.find((message) => message.ts === threadTs);

  const say = (text: string, thread?: string) =>
    run(() =>
      act("/slack/say", { user: person.id, channel: room.id, text, ...(thread && { thread_ts: thread }) }),
    );
  const share = (files: File[]) => {
    for (const file of files) run(() => upload("slack", { user: person.id, channel: room.id }, file));
  };
  const chinese = locale.startsWith("zh");
  return (
    <div className="channel">
      <DropZone hint={words.dropHere(name)} onFiles={share}>
        <Scroller loaded={data !== undefined} label={words.messagesIn(name)}>
          {error !== undefined && <p className="empty">{error}</p>}
          {data === undefined && error === undefined && <p className="empty">{words.loading}</p>}
          {data !== undefined && all.length === 0 && <p className="empty">{words.empty}</p>}
          <MessageList
            messages={top}
            channel={room.id}
            repliesTo={(message) => repliesTo(message).length}
            onThread={(message) => setThreadTs(message.ts)}
          />
        </Scroller>
        <Composer
          room={name}
          words={words}
          chinese={chinese}
          prefill={prefill}
          onSend={(text) => say(text)}
          onFiles={share}
        />
      </DropZone>
      {parent !== undefined && (
        <Thread
          messages={[parent, ...repliesTo(parent)]}
          channel={room.id}
          name={name}
          onSay={(text) => say(text, parent.ts)}
          onClose={() => setThreadTs(undefined)}
        />
      )}
    </div>
  );
}

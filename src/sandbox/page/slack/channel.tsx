/** An open channel or direct message: its messages, its composer, and a thread beside them. */
import { useCallback, useMemo, useState } from "react";
import { act, upload } from "../shared/api.ts";
import { Composer, type Prefill } from "../shared/composer.tsx";
import { DropZone } from "../shared/drop-zone.tsx";
import { useLive } from "../shared/live.ts";
import { Empty, Skeleton } from "../shared/placeholders.tsx";
import { useReader } from "../shared/reader.tsx";
import { Scroller } from "../shared/scroller.tsx";
import type { Room } from "../shared/state.ts";
import { useFirstNew } from "../shared/use-first-new.ts";
import { MessageList } from "./message-list.tsx";
import type { SlackMessage } from "./shapes.ts";
import { Thread } from "./thread.tsx";

const NONE: readonly SlackMessage[] = [];

export function ChannelView(props: {
  room: Room;
  name: string;
  /** how many messages were unread when the room was opened */
  fresh: number;
  prefill: Prefill | undefined;
}) {
  const { room, name, prefill } = props;
  const { person, words, locale, run } = useReader();
  const [threadTs, setThreadTs] = useState<string>();
  const { data, error } = useLive<{ messages: SlackMessage[] }>(
    `/slack/messages?channel=${encodeURIComponent(room.id)}&user=${encodeURIComponent(person.id)}`,
    (event) => event.platform === "slack" && event["channel"] === room.id,
  );
  const all = data?.messages ?? NONE;
  const top = all.filter((message) => message.thread_ts === undefined || message.thread_ts === message.ts);
  const replies = useMemo(() => repliesIn(all), [all]);
  const newFrom = useFirstNew(
    all.map(({ ts }) => ts),
    props.fresh,
  );
  const parent = top.find((message) => message.ts === threadTs);

  const say = useCallback(
    (text: string, thread?: string) =>
      run(() =>
        act("/slack/say", { user: person.id, channel: room.id, text, ...(thread && { thread_ts: thread }) }),
      ),
    [run, person.id, room.id],
  );
  const send = useCallback((text: string) => say(text), [say]);
  const openThread = useCallback((message: SlackMessage) => setThreadTs(message.ts), []);
  const share = (files: File[]) => {
    for (const file of files) run(() => upload("slack", { user: person.id, channel: room.id }, file));
  };
  return (
    <div className="channel">
      <DropZone hint={words.dropHere(name)} onFiles={share}>
        <Scroller
          loaded={data !== undefined}
          label={words.messagesIn(name)}
          entries={top.length}
          words={words}
        >
          {error !== undefined && <p className="empty">{error}</p>}
          {data === undefined && error === undefined && <Skeleton />}
          {data !== undefined && all.length === 0 && (
            <Empty title={words.emptyTitle(name)}>{words.empty}</Empty>
          )}
          <MessageList
            messages={top}
            channel={room.id}
            replies={replies}
            newFrom={newFrom}
            onThread={openThread}
          />
        </Scroller>
        <Composer
          room={name}
          words={words}
          chinese={locale.startsWith("zh")}
          prefill={prefill}
          onSend={send}
          onFiles={share}
        />
      </DropZone>
      {parent !== undefined && (
        <Thread
          messages={[parent, ...(replies.get(parent.ts) ?? [])]}
          channel={room.id}
          name={name}
          onSay={(text) => say(text, parent.ts)}
          onClose={() => setThreadTs(undefined)}
        />
      )}
    </div>
  );
}

/** The replies of each thread, by the message that began it. */
function repliesIn(messages: readonly SlackMessage[]): Map<string, SlackMessage[]> {
  const replies = new Map<string, SlackMessage[]>();
  for (const message of messages) {
    const { ts, thread_ts: parent } = message;
    if (parent !== undefined && parent !== ts) replies.set(parent, [...(replies.get(parent) ?? []), message]);
  }
  return replies;
}

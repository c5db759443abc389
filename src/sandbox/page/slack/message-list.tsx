/** The messages of a channel or thread, by day, consecutive ones of an author together. */
import { DayLine, NewLine } from "../shared/days.tsx";
import { atOf, Message } from "./message.tsx";
import type { SlackMessage } from "./shapes.ts";

const TOGETHER_MS = 5 * 60_000;
const NONE: readonly SlackMessage[] = [];

export function MessageList(props: {
  messages: readonly SlackMessage[];
  channel: string;
  /** by the message that began the thread */
  replies: ReadonlyMap<string, readonly SlackMessage[]>;
  /** ts of the first message that was unread when the room was opened */
  newFrom?: string | undefined;
  onThread?: (message: SlackMessage) => void;
}) {
  const { newFrom } = props;
  const firstNew = newFrom === undefined ? undefined : props.messages.find((one) => one.ts >= newFrom)?.ts;
  return props.messages.map((message, index) => {
    const above = props.messages[index - 1];
    return (
      <div key={message.ts}>
        <DayLine at={atOf(message)} before={above && atOf(above)} />
        {message.ts === firstNew && <NewLine />}
        <Message
          message={message}
          channel={props.channel}
          follows={above !== undefined && message.ts !== firstNew && goesOn(above, message)}
          replies={props.replies.get(message.ts) ?? NONE}
          {...(props.onThread && { onThread: props.onThread })}
        />
      </div>
    );
  });
}

function goesOn(above: SlackMessage, message: SlackMessage): boolean {
  return (
    above.user === message.user &&
    !message.ephemeral &&
    !above.ephemeral &&
    atOf(message) - atOf(above) < TOGETHER_MS &&
    // a card stands for itself
    above.blocks.length === 0 &&
    message.blocks.length === 0
  );
}

/** The messages of a channel or thread, by day, consecutive ones of an author together. */
import { DayLine } from "../shared/days.tsx";
import { atOf, Message } from "./message.tsx";
import type { SlackMessage } from "./shapes.ts";

const TOGETHER_MS = 5 * 60_000;

export function MessageList(props: {
  messages: readonly SlackMessage[];
  channel: string;
  repliesTo: (message: SlackMessage) => number;
  onThread?: (message: SlackMessage) => void;
}) {
  const { onThread } = props;
  return props.messages.map((message, index) => {
    const above = props.messages[index - 1];
    return (
      <div key={message.ts}>
        <DayLine at={atOf(message)} before={above && atOf(above)} />
        <Message
          message={message}
          channel={props.channel}
          follows={above !== undefined && goesOn(above, message)}
          replies={props.repliesTo(message)}
          {...(onThread && { onThread: () => onThread(message) })}
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
    atOf(message) - atOf(above) < TOGETHER_MS
  );
}

/** One message: author, time, text or blocks, files, reactions, thread, and its menu. */
import { memo, useMemo } from "react";
import { act } from "../shared/api.ts";
import { Avatar } from "../shared/avatar.tsx";
import { FileChip } from "../shared/files.tsx";
import { Icon } from "../shared/icons.tsx";
import { useReader } from "../shared/reader.tsx";
import { clockTime, fullTime } from "../shared/time.ts";
import { authorOf } from "./author.ts";
import { Blocks } from "./block.tsx";
import { emoji } from "./emoji.ts";
import { MessageTools } from "./message-tools.tsx";
import { Mrkdwn } from "./mrkdwn.tsx";
import type { SlackMessage } from "./shapes.ts";
import { type Surface, SurfaceContext } from "./surface.tsx";
import { ThreadLink } from "./thread-link.tsx";

export const atOf = (message: SlackMessage): number => Number(message.ts) * 1000;

export const Message = memo(function Message(props: {
  message: SlackMessage;
  channel: string;
  /** goes on under the same author's message above */
  follows: boolean;
  replies: readonly SlackMessage[];
  onThread?: (message: SlackMessage) => void;
}) {
  const { message, channel, follows, replies, onThread } = props;
  const { people, tz, locale, words } = useReader();
  const author = authorOf(message.user, people);
  const at = atOf(message);
  const surface = useMessageSurface(channel, message.ts);
  const time = clockTime(at, tz);
  return (
    <article
      className={follows ? "message follows" : "message"}
      aria-label={`${author.name}, ${time}`}
      data-ephemeral={message.ephemeral}
    >
      {message.ephemeral && (
        <p className="only-you">
          <span>
            <Icon name="eye" size={14} />
          </span>
          {words.onlyYou}
        </p>
      )}
      {follows ? <time className="aside-time">{time}</time> : <Avatar name={author.name} app={author.app} />}
      <div className="message-body">
        {!follows && (
          <header>
            <strong>{author.name}</strong>
            {author.app && <span className="app-badge">{words.app}</span>}
            <time title={fullTime(at, tz, locale)}>{time}</time>
          </header>
        )}
        <SurfaceContext value={surface}>
          {message.blocks.length > 0 ? (
            <Blocks blocks={message.blocks} />
          ) : (
            message.text !== "" && (
              <div className="text">
                <Mrkdwn text={message.text} />
                {message.edited !== undefined && <small className="quiet"> ({words.edited})</small>}
              </div>
            )
          )}
        </SurfaceContext>
        {message.files.map((file) => (
          <FileChip key={file.id} file={file} words={words} />
        ))}
        {message.reactions !== undefined && message.reactions.length > 0 && (
          <p className="reactions">
            {message.reactions.map((one) => (
              <span key={one.name}>
                {emoji(one.name)} {one.users.length}
              </span>
            ))}
          </p>
        )}
        {replies.length > 0 && onThread !== undefined && (
          <ThreadLink replies={replies} onOpen={() => onThread(message)} />
        )}
      </div>
      {!message.ephemeral && (
        <MessageTools message={message} channel={channel} {...(onThread && { onThread })} />
      )}
    </article>
  );
});

/** In a message every choice is an action of its own. */
function useMessageSurface(channel: string, ts: string): Surface {
  const { person, run } = useReader();
  return useMemo(
    () => ({
      click: (blockId, actionId, value) =>
        run(() =>
          act("/slack/click", {
            user: person.id,
            channel,
            ts,
            action_id: actionId,
            block_id: blockId,
            value,
          }),
        ),
      entered: undefined,
      enter: () => undefined,
      errors: {},
    }),
    [person.id, channel, ts, run],
  );
}

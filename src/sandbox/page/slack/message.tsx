/** One message: author, time, text or blocks, files, thread, and its menu. */
import { useMemo } from "react";
import { act } from "../shared/api.ts";
import { Avatar } from "../shared/avatar.tsx";
import { FileChip } from "../shared/files.tsx";
import { Menu } from "../shared/menu.tsx";
import { useReader } from "../shared/reader.tsx";
import { clockTime, fullTime } from "../shared/time.ts";
import { authorOf } from "./author.ts";
import { Blocks } from "./block.tsx";
import { emoji } from "./emoji.ts";
import { Mrkdwn } from "./mrkdwn.tsx";
import type { SlackMessage } from "./shapes.ts";
import { MESSAGE_SHORTCUTS } from "./shortcuts.ts";
import { type Surface, SurfaceContext } from "./surface.tsx";

export const atOf = (message: SlackMessage): number => Number(message.ts) * 1000;

export function Message(props: {
  message: SlackMessage;
  channel: string;
  /** goes on under the same author's message above */
  follows: boolean;
  replies: number;
  onThread?: () => void;
}) {
  const { message, channel, follows, replies, onThread } = props;
  const { people, tz, locale, words } = useReader();
  const author = authorOf(message.user, people);
  const at = atOf(message);
  const surface = useMessageSurface(channel, message.ts);
  const label = `${author.name}, ${clockTime(at, tz)}`;
  return (
    <article
      className={follows ? "message follows" : "message"}
      aria-label={label}
      data-ephemeral={message.ephemeral}
    >
      {follows ? (
        <time className="aside-time">{clockTime(at, tz)}</time>
      ) : (
        <Avatar name={author.name} app={author.app} />
      )}
      <div className="message-body">
        {message.ephemeral && <p className="only-you">{words.onlyYou}</p>}
        {!follows && (
          <header>
            <strong>{author.name}</strong>
            {author.app && <span className="app-badge">{words.app}</span>}
            <time title={fullTime(at, tz, locale)}>{clockTime(at, tz)}</time>
          </header>
        )}
        <SurfaceContext value={surface}>
          {message.blocks.length > 0 ? (
            <Blocks blocks={message.blocks} />
          ) : (
            <p className="text">
              <Mrkdwn text={message.text} />
            </p>
          )}
        </SurfaceContext>
        {message.edited !== undefined && <small className="quiet">({words.edited})</small>}
        {message.files.map((file) => (
          <FileChip key={file.id} file={file} words={words} />
        ))}
        {message.reactions !== undefined && (
          <p className="reactions">
            {message.reactions.map((one) => (
              <span key={one.name}>
                {emoji(one.name)} {one.users.length}
              </span>
            ))}
          </p>
        )}
        {replies > 0 && (
          <button type="button" className="thread-link" onClick={onThread}>
            {words.replies(replies)}
          </button>
        )}
      </div>
      {!message.ephemeral && (
        <MessageTools message={message} channel={channel} {...(onThread && { onThread })} />
      )}
    </article>
  );
}

function MessageTools(props: { message: SlackMessage; channel: string; onThread?: () => void }) {
  const { words, person, locale, run } = useReader();
  const language = locale.startsWith("zh") ? "zh" : "en";
  const start = (callbackId: string) =>
    run(() =>
      act("/slack/shortcut", {
        user: person.id,
        callback_id: callbackId,
        channel: props.channel,
        ts: props.message.ts,
      }),
    );
  return (
    <div className="message-tools">
      {props.onThread !== undefined && (
        <button
          type="button"
          className="icon"
          aria-label={words.reply}
          title={words.reply}
          onClick={props.onThread}
        >
          <Bubble />
        </button>
      )}
      <Menu label="⋮" name={words.more} className="right">
        {(close) =>
          MESSAGE_SHORTCUTS.map((shortcut) => (
            <button
              key={shortcut.callbackId}
              type="button"
              onClick={() => {
                close();
                start(shortcut.callbackId);
              }}
            >
              {shortcut.label[language]}
            </button>
          ))
        }
      </Menu>
    </div>
  );
}

function Bubble() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path d="M4 5h16v11h-9l-4 4v-4H4z" />
    </svg>
  );
}

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

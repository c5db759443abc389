/** One message in Lark: a card, a post, a file or text in a bubble, and what it replies to. */
import { memo, type ReactNode } from "react";
import { Avatar } from "../shared/avatar.tsx";
import { Each } from "../shared/each.tsx";
import { FileChip } from "../shared/files.tsx";
import { Link } from "../shared/markdown-inline.tsx";
import { useReader } from "../shared/reader.tsx";
import { displayName, type Person } from "../shared/state.ts";
import { clockTime, fullTime } from "../shared/time.ts";
import { CardView } from "./card.tsx";
import type { LarkMessage, Post } from "./shapes.ts";
import { summaryOf } from "./summary.ts";

export const BOT_NAME = "Seedbed";

export type OnToast = (toast: { type?: string; content?: string }) => void;

/** @returns the person, or undefined for the bot */
const senderOf = (message: LarkMessage, people: readonly Person[]): Person | undefined =>
  people.find((one) => one.name === message.sender);

/** ms since 1970 */
export const atOf = (message: LarkMessage): number => Date.parse(message.create_time);

export const Message = memo(function Message(props: {
  message: LarkMessage;
  follows: boolean;
  quoted: LarkMessage | undefined;
  onToast: OnToast;
}) {
  const { message, follows, quoted, onToast } = props;
  const { people, person, words, tz, locale } = useReader();
  const sender = senderOf(message, people);
  const name = sender === undefined ? BOT_NAME : displayName(sender);
  const at = atOf(message);
  const mine = sender?.id === person.id;
  return (
    <article
      className={`message ${mine ? "mine" : ""} ${follows ? "follows" : ""}`}
      aria-label={`${name}, ${clockTime(at, tz)}`}
    >
      {follows ? (
        <span className="avatar-space" />
      ) : (
        <Avatar name={name} app={sender === undefined} size={36} />
      )}
      <div className="message-body">
        {!follows && (
          <header>
            <span>{name}</span>
            {sender === undefined && <span className="app-badge">{words.app}</span>}
            <time title={fullTime(at, tz, locale)}>{clockTime(at, tz)}</time>
          </header>
        )}
        {quoted !== undefined && <Quoted message={quoted} />}
        <Content message={message} onToast={onToast} />
      </div>
    </article>
  );
});

function Quoted({ message }: { message: LarkMessage }) {
  const { words, people } = useReader();
  const sender = senderOf(message, people);
  return (
    <p className="quoted">
      {words.repliedTo(sender === undefined ? BOT_NAME : displayName(sender))}: {summaryOf(message, words)}
    </p>
  );
}

function Content({ message, onToast }: { message: LarkMessage; onToast: OnToast }): ReactNode {
  const { words } = useReader();
  if (message.deleted === true) return <p className="recalled">{words.recalled}</p>;
  if (message.card) return <CardView card={message.card} messageId={message.message_id} onToast={onToast} />;
  if (message.file) {
    const { id, name, mime, size } = message.file;
    return <FileChip file={{ id, name, mimetype: mime, size }} words={words} />;
  }
  const [post] = Object.values(message.post ?? {});
  if (post !== undefined) return <PostView post={post} />;
  return <p className="bubble">{withMentions(message.text ?? "")}</p>;
}

function PostView({ post }: { post: Post }) {
  return (
    <div className="bubble">
      {post.title !== undefined && post.title !== "" && <strong>{post.title}</strong>}
      <Each items={post.content}>
        {(line) => (
          <p>
            <Each items={line}>
              {(part) => {
                if (part.tag === "a") return <Link url={part.href ?? ""}>{part.text}</Link>;
                if (part.tag === "at")
                  return <span className="mention">@{part.user_name ?? part.user_id}</span>;
                return part.text ?? "";
              }}
            </Each>
          </p>
        )}
      </Each>
    </div>
  );
}

/** Shows `@name` at the beginning of a word as a mention. */
function withMentions(text: string): ReactNode {
  const parts = text.split(/(?<=^|\s)(@[\p{L}\p{N}_-]+)/u);
  return (
    <Each items={parts}>
      {(part) => (part.startsWith("@") ? <span className="mention">{part}</span> : part)}
    </Each>
  );
}

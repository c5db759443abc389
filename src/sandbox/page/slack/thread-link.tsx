/** The foot of a message with replies: who replied, how often, and when last. */
import { Avatar } from "../shared/avatar.tsx";
import { useReader } from "../shared/reader.tsx";
import { fullTime } from "../shared/time.ts";
import { authorOf } from "./author.ts";
import type { SlackMessage } from "./shapes.ts";

const SHOWN = 4;

export function ThreadLink({ replies, onOpen }: { replies: readonly SlackMessage[]; onOpen: () => void }) {
  const { people, words, tz, locale } = useReader();
  const authors = [...new Set(replies.map(({ user }) => user))].map((user) => authorOf(user, people));
  const last = replies.at(-1);
  const label = words.replies(replies.length);
  return (
    <button type="button" className="thread-link" aria-label={label} onClick={onOpen}>
      {authors.slice(0, SHOWN).map((author) => (
        <Avatar key={author.name} name={author.name} app={author.app} size={24} />
      ))}
      <b>{label}</b>
      {last !== undefined && <span>{words.lastReply(fullTime(Number(last.ts) * 1000, tz, locale))}</span>}
    </button>
  );
}

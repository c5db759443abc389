/** Errors as lines a person can dismiss. */
import type { Words } from "../words/words.ts";
import { Icon } from "./icons.tsx";

export interface Notice {
  id: number;
  text: string;
}

export function Notices(props: {
  notices: readonly Notice[];
  words: Words;
  onDismiss: (id: number) => void;
}) {
  return (
    <div className="notices" role="alert">
      {props.notices.map((notice) => (
        <p key={notice.id} className="notice">
          <span>{notice.text}</span>
          <button
            type="button"
            className="icon"
            aria-label={props.words.dismiss}
            onClick={() => props.onDismiss(notice.id)}
          >
            <Icon name="close" size={16} />
          </button>
        </p>
      ))}
    </div>
  );
}

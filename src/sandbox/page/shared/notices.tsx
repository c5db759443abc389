/** Errors as lines a person can dismiss. */
import type { Words } from "./words.ts";

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
          <button type="button" aria-label={props.words.dismiss} onClick={() => props.onDismiss(notice.id)}>
            ×
          </button>
        </p>
      ))}
    </div>
  );
}

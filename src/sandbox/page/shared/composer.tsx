/** Where a person writes: Enter sends, Shift+Enter breaks the line, "/" suggests commands, files come by click. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { type Command, suggest } from "./commands.ts";
import { Suggestions } from "./suggestions.tsx";
import type { Words } from "./words.ts";

/** Text that a step of the guide puts into the composer. */
export interface Prefill {
  text: string;
  /** called once the composer holds it */
  taken: () => void;
}

export function Composer(props: {
  room: string;
  words: Words;
  chinese: boolean;
  prefill?: Prefill | undefined;
  placeholder?: string;
  onSend: (text: string) => void;
  onFiles?: (files: File[]) => void;
}) {
  const { words } = props;
  const [text, setText] = useState("");
  const [picked, setPicked] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const pickedId = useId();
  const commands = suggest(text, props.chinese);

  const { prefill } = props;
  useEffect(() => {
    if (prefill === undefined) return;
    setText(prefill.text);
    area.current?.focus();
    prefill.taken();
  }, [prefill]);

  useEffect(() => {
    const field = area.current;
    if (field === null) return;
    field.style.height = "auto";
    field.style.height = `${text === "" ? 0 : Math.min(field.scrollHeight, 180)}px`;
  }, [text]);

  const send = () => {
    if (text.trim() === "") return;
    props.onSend(text.trim());
    setText("");
  };
  const take = (command: Command) => {
    setText(`${props.chinese ? command.zh : command.en} `);
    setPicked(0);
    area.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    // an input method's Enter picks a word, it does not send
    if (event.nativeEvent.isComposing) return;
    const chosen = commands[picked] ?? commands[0];
    if (commands.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setPicked((picked + (event.key === "ArrowDown" ? 1 : commands.length - 1)) % commands.length);
    } else if (
      chosen !== undefined &&
      (event.key === "Tab" || event.key === "Enter") &&
      !isWhole(text, chosen)
    ) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === "Escape" && commands.length > 0) {
      event.preventDefault();
      setText("");
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {commands.length > 0 && (
        <Suggestions
          commands={commands}
          picked={picked}
          pickedId={pickedId}
          words={words}
          chinese={props.chinese}
          onTake={take}
        />
      )}
      <textarea
        ref={area}
        rows={1}
        value={text}
        aria-label={words.messageIn(props.room)}
        aria-activedescendant={commands.length > 0 ? pickedId : undefined}
        placeholder={props.placeholder ?? words.messageIn(props.room)}
        onChange={(event) => {
          setText(event.target.value);
          setPicked(0);
        }}
        onKeyDown={onKey}
      />
      <div className="composer-tools">
        {props.onFiles !== undefined && (
          <>
            <input
              ref={input}
              type="file"
              multiple
              hidden
              aria-label={words.attach}
              onChange={(event) => {
                props.onFiles?.([...(event.target.files ?? [])]);
                event.target.value = "";
              }}
            />
            <button
              type="button"
              className="icon"
              aria-label={words.attach}
              onClick={() => input.current?.click()}
            >
              <Paperclip />
            </button>
          </>
        )}
        <span className="composer-hint">Shift + Enter ↵</span>
        <button type="submit" className="send" aria-label={words.send} disabled={text.trim() === ""}>
          <Arrow />
        </button>
      </div>
    </form>
  );
}

const isWhole = (text: string, command: Command): boolean => text === command.en || text === command.zh;

function Paperclip() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path d="m20 11-8.500 8.500a5 5 0 0 1-7-7L13 4a3.500 3.500 0 0 1 5 5l-8.500 8.500a2 2 0 0 1-3-3L14 7" />
    </svg>
  );
}

function Arrow() {
  return (
    <svg viewBox="0 0 24 24" width="18" height="18" fill="currentColor" aria-hidden="true">
      <path d="M3 4.500 21 12 3 19.500 5.500 13H13v-2H5.500L3 4.500Z" />
    </svg>
  );
}

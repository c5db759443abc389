/** Where a person writes: Enter sends, Shift+Enter breaks the line, "/" suggests commands, files come by click. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Words } from "../words/words.ts";
import { AttachButton } from "./attach.tsx";
import { type Command, suggest } from "./commands.ts";
import { Icon } from "./icons.tsx";
import { Suggestions } from "./suggestions.tsx";

/** Text that a step of the tour puts into the composer, which sends it once a person had the time to see it. */
export interface Prefill {
  text: string;
  /** Answers true the first time: a composer may be drawn again, or anew, before it is gone. */
  take: () => boolean;
}

const READ_MS = 900;

export function Composer(props: {
  room: string;
  words: Words;
  chinese: boolean;
  prefill?: Prefill | undefined;
  placeholder?: string;
  onSend: (text: string) => void;
  onFiles?: (files: File[]) => void;
}) {
  const { words, prefill, onSend } = props;
  const [text, setText] = useState("");
  const [picked, setPicked] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const commands = suggest(text, props.chinese);
  const open = commands.length > 0;

  useEffect(() => {
    if (prefill?.take() !== true) return;
    setText(prefill.text);
    area.current?.focus();
    window.setTimeout(() => {
      onSend(prefill.text);
      // what the person changed meanwhile is theirs
      setText((now) => (now === prefill.text ? "" : now));
    }, READ_MS);
  }, [prefill, onSend]);

  useEffect(() => {
    const field = area.current;
    if (field === null) return;
    field.style.height = "auto";
    field.style.height = `${text === "" ? 0 : Math.min(field.scrollHeight, 180)}px`;
  }, [text]);

  const send = () => {
    if (text.trim() === "") return;
    onSend(text.trim());
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
    const takes = event.key === "Tab" || event.key === "Enter";
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp"))
      setPicked((picked + (event.key === "ArrowDown" ? 1 : commands.length - 1)) % commands.length);
    else if (chosen !== undefined && takes && !isWhole(text, chosen)) take(chosen);
    else if (event.key === "Escape" && open) setText("");
    else if (event.key === "Enter" && !event.shiftKey) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {open && (
        <Suggestions
          id={listId}
          commands={commands}
          picked={picked}
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
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${picked}` : undefined}
        placeholder={props.placeholder ?? words.placeholder(props.room)}
        onChange={(event) => {
          setText(event.target.value);
          setPicked(0);
        }}
        onKeyDown={onKey}
      />
      <div className="composer-tools">
        {props.onFiles !== undefined && <AttachButton words={words} onFiles={props.onFiles} />}
        <button
          type="button"
          className="icon"
          aria-label={words.addCommand}
          title={words.addCommand}
          onClick={() => {
            setText("/");
            area.current?.focus();
          }}
        >
          <Icon name="slash" />
        </button>
        <span className="composer-hint">{words.sendHint}</span>
        <button type="submit" className="send" aria-label={words.send} disabled={text.trim() === ""}>
          <SendArrow />
        </button>
      </div>
    </form>
  );
}

const isWhole = (text: string, command: Command): boolean => text === command.en || text === command.zh;

function SendArrow() {
  return (
    <svg viewBox="0 0 24 24" width="17" height="17" fill="currentColor" aria-hidden="true">
      <path d="M3 4.500 21 12 3 19.500 5.500 13H13v-2H5.500L3 4.500Z" />
    </svg>
  );
}

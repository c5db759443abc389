/** The commands that fit what is being typed; the arrows move, Enter or a click takes one. */
import { useEffect, useRef } from "react";
import type { Words } from "../words/words.ts";
import type { Command } from "./commands.ts";

export function Suggestions(props: {
  /** id of the list, and the beginning of its entries' ids */
  id: string;
  commands: readonly Command[];
  picked: number;
  words: Words;
  chinese: boolean;
  onTake: (command: Command) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const language = props.chinese ? "zh" : "en";
  const { picked } = props;
  useEffect(() => {
    list.current?.children[picked]?.scrollIntoView({ block: "nearest" });
  }, [picked]);
  return (
    <div ref={list} id={props.id} className="suggestions" role="listbox" aria-label={props.words.commands}>
      {props.commands.map((command, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the composer has the focus and takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={command.en}
          id={`${props.id}-${index}`}
          role="option"
          aria-selected={index === picked}
          // the pointer must not take the focus away from what is being typed
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.onTake(command)}
        >
          <b>{command[language]}</b>
          <code>{command.inputs[language]}</code>
          <span>{command.about[language]}</span>
        </div>
      ))}
    </div>
  );
}

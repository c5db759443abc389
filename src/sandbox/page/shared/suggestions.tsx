/** The commands that fit what is being typed; the arrows move, Enter or a click takes one. */
import type { Command } from "./commands.ts";
import type { Words } from "./words.ts";

export function Suggestions(props: {
  commands: readonly Command[];
  picked: number;
  /** id of the picked entry, for whoever reads the composer aloud */
  pickedId: string;
  words: Words;
  chinese: boolean;
  onTake: (command: Command) => void;
}) {
  return (
    <ul className="suggestions" aria-label={props.words.commands}>
      {props.commands.map((command, index) => (
        <li key={command.en}>
          <button
            type="button"
            id={index === props.picked ? props.pickedId : undefined}
            tabIndex={-1}
            className={index === props.picked ? "picked" : ""}
            onClick={() => props.onTake(command)}
          >
            <b>{props.chinese ? command.zh : command.en}</b>
            <span>{props.chinese ? command.about.zh : command.about.en}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

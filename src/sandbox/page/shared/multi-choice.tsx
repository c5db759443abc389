/** Several choices of a list: boxes to tick, in the open or behind a field that says what was chosen. */
import type { ReactNode } from "react";
import { Menu } from "./menu.tsx";
import { useReader } from "./reader.tsx";

export interface Choice {
  value: string;
  label: ReactNode;
  /** the label without its looks */
  text: string;
  about?: ReactNode;
}

interface Chosen {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export function MultiChoice({ label, choices, chosen, onChange }: Chosen) {
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <fieldset className="choices">
      <legend className="hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={(event) => toggle(choice.value, event.target.checked)}
          />
          <span>
            {choice.label}
            {choice.about !== undefined && <small>{choice.about}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function MultiSelect(props: Chosen & { placeholder: string }) {
  const { words } = useReader();
  const { choices, chosen } = props;
  const names = choices.filter((one) => chosen.includes(one.value)).map((one) => one.text);
  const summary = names.length > 2 ? words.chosen(names.length) : names.join(", ");
  return (
    <Menu
      label={
        <>
          <span className="hidden">{props.label}: </span>
          {names.length === 0 ? <span className="quiet">{props.placeholder}</span> : summary}
        </>
      }
      buttonClass="field multi-button"
      className="multi"
    >
      {() => (
        <div className="multi-panel">
          <MultiChoice {...props} />
        </div>
      )}
    </Menu>
  );
}

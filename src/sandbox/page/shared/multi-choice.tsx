/** Several choices of a list, as boxes to tick. */

export interface Choice {
  value: string;
  label: string;
}

export function MultiChoice(props: {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const toggle = (value: string, on: boolean) =>
    props.onChange(on ? [...props.chosen, value] : props.chosen.filter((other) => other !== value));
  return (
    <fieldset className="choices">
      <legend className="hidden">{props.label}</legend>
      {props.choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="checkbox"
            checked={props.chosen.includes(choice.value)}
            onChange={(event) => toggle(choice.value, event.target.checked)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

/** One interactive Block Kit element, in a message, a modal or the App Home. */
import type { ReactNode } from "react";
import { Menu } from "../shared/menu.tsx";
import { MultiChoice } from "../shared/multi-choice.tsx";
import { useReader } from "../shared/reader.tsx";
import { displayName } from "../shared/state.ts";
import { ButtonElement } from "./button.tsx";
import type { Element, Option } from "./shapes.ts";
import { useSurface } from "./surface.tsx";
import { TextInput } from "./text-input.tsx";
import { useChosen } from "./use-chosen.ts";

interface Placed {
  element: Element;
  blockId: string | undefined;
  /** what the element is for, as assistive technology names it */
  label?: string | undefined;
}

export function ElementView({ element, blockId, label }: Placed): ReactNode {
  const { words } = useReader();
  const name = label ?? element.placeholder?.text ?? element.action_id ?? element.type;
  switch (element.type) {
    case "button":
    case "workflow_button":
    case "icon_button":
      return <ButtonElement element={element} blockId={blockId} />;
    case "static_select":
    case "users_select":
      return <SelectElement element={element} blockId={blockId} label={name} />;
    case "multi_static_select":
    case "multi_users_select":
    case "checkboxes":
      return <MultiElement element={element} blockId={blockId} label={name} />;
    case "radio_buttons":
      return <RadioElement element={element} blockId={blockId} label={name} />;
    case "overflow":
      return <OverflowElement element={element} blockId={blockId} />;
    case "datepicker":
      return <PickerElement element={element} blockId={blockId} label={name} type="date" />;
    case "timepicker":
      return <PickerElement element={element} blockId={blockId} label={name} type="time" />;
    case "plain_text_input":
    case "number_input":
    case "email_text_input":
    case "url_text_input":
    case "rich_text_input":
      return <TextInput element={element} blockId={blockId} label={name} />;
    default:
      return <em className="quiet">{words.unknown(element.type)}</em>;
  }
}

type Named = Placed & { label: string };

function SelectElement({ element, blockId, label }: Named) {
  const { words } = useReader();
  const options = useOptions(element);
  const initial =
    element.initial_option === undefined ? (element.initial_user ?? "") : keyOf(element.initial_option);
  const [chosen, choose] = useChosen(element, blockId, initial);
  return (
    <select
      className="field"
      aria-label={label}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{element.placeholder?.text ?? words.choose}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function MultiElement({ element, blockId, label }: Named) {
  const options = useOptions(element);
  const initial = element.initial_options?.map(keyOf) ?? element.initial_users ?? [];
  const [chosen, choose] = useChosen(element, blockId, initial);
  return <MultiChoice label={label} choices={options} chosen={chosen} onChange={choose} />;
}

function RadioElement({ element, blockId, label }: Named) {
  const options = useOptions(element);
  const initial = element.initial_option === undefined ? "" : keyOf(element.initial_option);
  const [chosen, choose] = useChosen(element, blockId, initial);
  return (
    <fieldset className="choices">
      <legend className="hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input type="radio" checked={chosen === option.value} onChange={() => choose(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

function PickerElement({ element, blockId, label, type }: Named & { type: "date" | "time" }) {
  const initial = (type === "date" ? element.initial_date : element.initial_time) ?? "";
  const [chosen, choose] = useChosen(element, blockId, initial);
  return (
    <input
      className="field"
      type={type}
      aria-label={label}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
    />
  );
}

function OverflowElement({ element, blockId }: Placed) {
  const { words } = useReader();
  const { click } = useSurface();
  return (
    <Menu label="⋯" name={words.more} className="overflow">
      {(close) =>
        (element.options ?? []).map((option) => (
          <button
            key={keyOf(option)}
            type="button"
            onClick={() => {
              close();
              click(blockId, element.action_id, keyOf(option));
            }}
          >
            {option.text.text}
          </button>
        ))
      }
    </Menu>
  );
}

/** An element's options, or the people where it is people that can be picked. */
function useOptions(element: Element): { value: string; label: string }[] {
  const { people } = useReader();
  if (element.type.endsWith("users_select"))
    return people.map((one) => ({ value: one.id, label: displayName(one) }));
  const options = element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
  return options.map((option) => ({ value: keyOf(option), label: option.text.text }));
}

const keyOf = (option: Option): string => option.value ?? option.text.text;

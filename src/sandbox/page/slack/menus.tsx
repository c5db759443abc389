/** Block Kit's menus, check boxes and radio buttons. */

import { Icon } from "../shared/icons.tsx";
import { Menu, MenuItems } from "../shared/menu.tsx";
import { MultiChoice, MultiSelect } from "../shared/multi-choice.tsx";
import { useReader } from "../shared/reader.tsx";
import type { Named, Placed } from "./element.tsx";
import { useSurface } from "./surface.tsx";
import { useChosen } from "./use-chosen.ts";
import { groupsOf, keyOf, useOptions } from "./use-options.tsx";

export function SelectElement({ element, blockId, label }: Named) {
  const { words } = useReader();
  const options = useOptions(element);
  const initial =
    element.initial_option === undefined
      ? (element.initial_user ?? element.initial_channel ?? element.initial_conversation ?? "")
      : keyOf(element.initial_option);
  const [chosen, choose] = useChosen(element, blockId, initial);
  const groups = groupsOf(element);
  const shown = (one: { value: string; text: string }) => (
    <option key={one.value} value={one.value}>
      {one.text}
    </option>
  );
  return (
    <select
      className="field"
      aria-label={label}
      value={chosen}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{element.placeholder?.text ?? words.choose}</option>
      {groups === undefined
        ? options.map(shown)
        : groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map(shown)}
            </optgroup>
          ))}
    </select>
  );
}

export function MultiElement({ element, blockId, label }: Named) {
  const { words } = useReader();
  const choices = useOptions(element);
  const initial =
    element.initial_options?.map(keyOf) ??
    element.initial_users ??
    element.initial_channels ??
    element.initial_conversations ??
    [];
  const [chosen, choose] = useChosen(element, blockId, initial);
  if (element.type === "checkboxes")
    return <MultiChoice label={label} choices={choices} chosen={chosen} onChange={choose} />;
  return (
    <MultiSelect
      label={label}
      placeholder={element.placeholder?.text ?? words.choose}
      choices={choices}
      chosen={chosen}
      onChange={choose}
    />
  );
}

export function RadioElement({ element, blockId, label }: Named) {
  const options = useOptions(element);
  const initial = element.initial_option === undefined ? "" : keyOf(element.initial_option);
  const [chosen, choose] = useChosen(element, blockId, initial);
  return (
    <fieldset className="choices">
      <legend className="hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input type="radio" checked={chosen === option.value} onChange={() => choose(option.value)} />
          <span>
            {option.label}
            {option.about !== undefined && <small>{option.about}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function OverflowElement({ element, blockId }: Placed) {
  const { words } = useReader();
  const { click } = useSurface();
  return (
    <Menu label={<Icon name="dots" />} name={words.more} className="overflow right" buttonClass="btn">
      {(close) => (
        <MenuItems
          name={words.more}
          close={close}
          items={(element.options ?? []).map((option) => ({
            key: keyOf(option),
            label: option.text.text,
            onChoose: () => click(blockId, element.action_id, keyOf(option)),
          }))}
        />
      )}
    </Menu>
  );
}

/** A card's inputs; outside of a form each choice is sent at once. */
import { type ReactNode, useState } from "react";
import { fileUrl } from "../shared/api.ts";
import { Icon } from "../shared/icons.tsx";
import { Menu, MenuItems } from "../shared/menu.tsx";
import { MultiSelect } from "../shared/multi-choice.tsx";
import { useReader } from "../shared/reader.tsx";
import { displayName } from "../shared/state.ts";
import { useCard } from "./card-context.ts";
import { initialOf } from "./form-values.ts";
import type { InputElement, Option, PictureSelectElement } from "./shapes.ts";

export function LarkInput({ input }: { input: InputElement }) {
  const { words } = useReader();
  const { form } = useCard();
  const wrong = form?.missing.includes(input.name ?? "") === true;
  return (
    <div className={wrong ? "input wrong" : "input"}>
      {input.label !== undefined && <span className="input-label">{input.label.content}</span>}
      <Control input={input} label={input.label?.content ?? input.placeholder?.content ?? input.name ?? ""} />
      {wrong && <p className="input-error">{words.required}</p>}
    </div>
  );
}

function Control({ input, label }: { input: InputElement; label: string }): ReactNode {
  const { words, people } = useReader();
  const [value, setValue] = useValue(input);
  const text = Array.isArray(value) ? "" : value;
  const shared = {
    className: "field",
    "aria-label": label,
    disabled: input.disabled,
    value: text,
    placeholder: input.placeholder?.content,
  };
  const options = input.tag.endsWith("_person")
    ? people.map((one) => ({ value: one.id, label: displayName(one) }))
    : (input.options ?? []).map((option) => ({ value: option.value, label: labelOf(option) }));
  switch (input.tag) {
    case "input":
      if (input.input_type === "multiline_text")
        return (
          <textarea
            {...shared}
            rows={input.rows ?? 3}
            maxLength={input.max_length}
            onChange={(event) => setValue(event.target.value, false)}
          />
        );
      return (
        <input
          {...shared}
          type={input.input_type === "password" ? "password" : "text"}
          maxLength={input.max_length}
          onChange={(event) => setValue(event.target.value, false)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) setValue(text, true);
          }}
        />
      );
    case "date_picker":
      return <input {...shared} type="date" onChange={(event) => setValue(event.target.value, true)} />;
    case "picker_time":
      return <input {...shared} type="time" onChange={(event) => setValue(event.target.value, true)} />;
    case "picker_datetime":
      return (
        <input
          {...shared}
          type="datetime-local"
          value={text.replace(" ", "T")}
          onChange={(event) => setValue(event.target.value.replace("T", " "), true)}
        />
      );
    case "multi_select_static":
    case "multi_select_person":
      return (
        <MultiSelect
          label={label}
          placeholder={input.placeholder?.content ?? words.choose}
          choices={options.map((one) => ({ ...one, text: one.label }))}
          chosen={Array.isArray(value) ? value : []}
          onChange={(chosen) => setValue(chosen, true)}
        />
      );
    case "select_static":
    case "select_person":
      return (
        <select {...shared} onChange={(event) => setValue(event.target.value, true)}>
          <option value="">{input.placeholder?.content ?? words.choose}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
  }
}

/** The value, and how to change it; `done` means that the person finished choosing. */
function useValue(
  input: InputElement,
): [string | string[], (value: string | string[], done: boolean) => void] {
  const { click, form } = useCard();
  const name = input.name ?? "";
  const initial = initialOf(input);
  const [local, setLocal] = useState(initial);
  // a card that was changed shows what it now begins with, whatever was chosen here before
  const [begun, setBegun] = useState(String(initial));
  if (begun !== String(initial)) {
    setBegun(String(initial));
    setLocal(initial);
  }
  if (form !== undefined)
    return [(form.values[name] as string | string[] | undefined) ?? "", (value) => form.set(name, value)];
  return [
    local,
    (value, done) => {
      setLocal(value);
      if (done) click(name, { value });
    },
  ];
}

export function Checker({ name, text, checked }: { name: string; text: string; checked: boolean }) {
  const { click } = useCard();
  const [on, setOn] = useState(checked);
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          setOn(event.target.checked);
          click(name === "" ? text : name, { value: event.target.checked });
        }}
      />
      {text}
    </label>
  );
}

export function Overflow({ name, options }: { name: string; options: readonly Option[] }) {
  const { click } = useCard();
  const { words } = useReader();
  return (
    <Menu label={<Icon name="dots" />} name={words.more} className="overflow right" buttonClass="btn">
      {(close) => (
        <MenuItems
          name={words.more}
          close={close}
          items={options.map((option) => ({
            key: option.value,
            label: labelOf(option),
            onChoose: () => click(name, { value: option.value }),
          }))}
        />
      )}
    </Menu>
  );
}

/** Pictures to choose from; each is chosen at once. */
export function PictureSelect({ select }: { select: PictureSelectElement }) {
  const { click } = useCard();
  const [chosen, setChosen] = useState("");
  return (
    <div className="card-images">
      {(select.options ?? []).map((option) => (
        <button
          key={option.value}
          type="button"
          className="picture-choice"
          aria-pressed={chosen === option.value}
          disabled={option.disabled}
          onClick={() => {
            setChosen(option.value);
            click(select.name ?? "", { value: option.value });
          }}
        >
          <img src={fileUrl(option.img_key)} alt={option.value} />
        </button>
      ))}
    </div>
  );
}

const labelOf = (option: Option): string => option.text?.content ?? option.value;

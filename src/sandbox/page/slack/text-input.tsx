/** A field to type in; outside of a form it is sent on Enter, inside of one Enter sends the form. */
import type { KeyboardEvent } from "react";
import type { Element } from "./shapes.ts";
import { useChosen } from "./use-chosen.ts";
import { useInput } from "./use-input.ts";

const TYPES: Record<string, string> = {
  number_input: "text",
  email_text_input: "email",
  url_text_input: "url",
};

export function TextInput({
  element,
  blockId,
  label,
}: {
  element: Element;
  blockId: string | undefined;
  label: string;
}) {
  const input = useInput();
  const initial = typeof element.initial_value === "string" ? element.initial_value : "";
  const [text, setText] = useChosen(element, blockId, initial);
  const shared = {
    className: "field",
    "aria-label": label,
    placeholder: element.placeholder?.text,
    maxLength: element.max_length,
    value: text,
    onChange: (event: { target: { value: string } }) => setText(event.target.value, false),
  };
  if (element.multiline === true || element.type === "rich_text_input")
    return <textarea rows={4} {...shared} />;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    if (input !== undefined && !input.dispatches) return;
    event.preventDefault();
    setText(text);
  };
  return (
    <input
      type={TYPES[element.type] ?? "text"}
      inputMode={element.type === "number_input" ? "decimal" : undefined}
      {...shared}
      onKeyDown={onKeyDown}
    />
  );
}

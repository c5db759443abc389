/** One interactive Block Kit element, in a message, a modal or the App Home. */
import type { ReactNode } from "react";
import { Each } from "../shared/each.tsx";
import { Unknown } from "../shared/placeholders.tsx";
import { ButtonElement } from "./button.tsx";
import { MultiElement, OverflowElement, RadioElement, SelectElement } from "./menus.tsx";
import { PickerElement } from "./pickers.tsx";
import type { Element } from "./shapes.ts";
import { TextInput } from "./text-input.tsx";

export interface Placed {
  element: Element;
  blockId: string | undefined;
  /** what the element is for, as assistive technology names it */
  label?: string | undefined;
}

export type Named = Placed & { label: string };

export function ElementView({ element, blockId, label }: Placed): ReactNode {
  const name = label ?? element.placeholder?.text ?? element.action_id ?? element.type;
  const named = { element, blockId, label: name };
  switch (element.type) {
    case "button":
    case "workflow_button":
    case "icon_button":
      return <ButtonElement element={element} blockId={blockId} />;
    case "feedback_buttons":
      return <FeedbackButtons element={element} blockId={blockId} />;
    case "static_select":
    case "external_select":
    case "users_select":
    case "channels_select":
    case "conversations_select":
      return <SelectElement {...named} />;
    case "multi_static_select":
    case "multi_external_select":
    case "multi_users_select":
    case "multi_channels_select":
    case "multi_conversations_select":
    case "checkboxes":
      return <MultiElement {...named} />;
    case "radio_buttons":
      return <RadioElement {...named} />;
    case "overflow":
      return <OverflowElement element={element} blockId={blockId} />;
    case "datepicker":
      return <PickerElement {...named} type="date" />;
    case "timepicker":
      return <PickerElement {...named} type="time" />;
    case "datetimepicker":
      return <PickerElement {...named} type="datetime-local" />;
    case "plain_text_input":
    case "number_input":
    case "email_text_input":
    case "url_text_input":
    case "rich_text_input":
      return <TextInput {...named} />;
    default:
      return <Unknown type={element.type} />;
  }
}

/** Two buttons that say "good" and "bad"; both send the action of the pair. */
function FeedbackButtons({ element, blockId }: Placed) {
  const pair = [element.positive_button, element.negative_button].filter((one) => one !== undefined);
  return (
    <Each items={pair}>
      {(one) => (
        <ButtonElement
          element={{ ...one, type: "button", ...(element.action_id && { action_id: element.action_id }) }}
          blockId={blockId}
        />
      )}
    </Each>
  );
}

/** What can be chosen in a menu: its options, or people and channels where it is about them. */

import type { Choice } from "../shared/multi-choice.tsx";
import { useReader } from "../shared/reader.tsx";
import { displayName } from "../shared/state.ts";
import { TextView } from "./mrkdwn.tsx";
import type { Element, Option } from "./shapes.ts";

export function useOptions(element: Element): Choice[] {
  const { people, rooms } = useReader();
  if (element.type.endsWith("users_select")) return people.map((one) => named(one.id, displayName(one)));
  if (/(channels|conversations)_select$/.test(element.type))
    return rooms.filter((room) => room.kind !== "direct").map((room) => named(room.id, room.name));
  const options = element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];
  return options.map(choiceOf);
}

/** The groups of a menu that has them. */
export const groupsOf = (element: Element): { label: string; options: Choice[] }[] | undefined =>
  element.option_groups?.map((group) => ({ label: group.label.text, options: group.options.map(choiceOf) }));

export const keyOf = (option: Option): string => option.value ?? option.text.text;

const named = (value: string, text: string): Choice => ({ value, label: text, text });

const choiceOf = (option: Option): Choice => ({
  value: keyOf(option),
  label: <TextView text={option.text} />,
  text: option.text.text,
  ...(option.description && { about: <TextView text={option.description} /> }),
});

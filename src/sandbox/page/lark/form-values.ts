/** The inputs of a form and what they begin with. */
import type { Element, InputElement } from "./shapes.ts";

/** Every input below these elements, in reading order. */
export function inputsOf(elements: readonly Element[]): InputElement[] {
  return elements.flatMap((element) => {
    if ("elements" in element) return inputsOf(element.elements);
    if (element.tag === "column_set")
      return element.columns.flatMap((column) => inputsOf(column.elements ?? []));
    return isInput(element) ? [element] : [];
  });
}

export function initialOf(input: InputElement): string | string[] {
  switch (input.tag) {
    case "input":
      return input.default_value ?? "";
    case "date_picker":
      return input.initial_date ?? "";
    case "picker_time":
      return input.initial_time ?? "";
    case "picker_datetime":
      return input.initial_datetime ?? "";
    case "multi_select_static":
    case "multi_select_person":
      return input.selected_values ?? [];
    case "select_static":
    case "select_person":
      return input.initial_option ?? input.options?.[(input.initial_index ?? 0) - 1]?.value ?? "";
  }
}

const INPUT_TAGS = new Set<string>([
  "input",
  "select_static",
  "multi_select_static",
  "select_person",
  "multi_select_person",
  "date_picker",
  "picker_time",
  "picker_datetime",
]);

const isInput = (element: Element): element is InputElement => INPUT_TAGS.has(element.tag);

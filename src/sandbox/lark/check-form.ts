/** The rules of a form on a card: named inputs, one submit button, no table. */
import { add, CARD_CODES, type CardCheck, type CardObject, type Place } from "./card-check.ts";
import { INPUT_TAGS } from "./card-shapes.ts";
import { walkElements } from "./walk-card.ts";

export function checkForm(check: CardCheck, form: CardObject, place: Place): void {
  const inside = [...walkElements(form)].filter((element) => element !== form);
  const wrong = (msg: string) => add(check, CARD_CODES.malformed, msg, place);
  const named = inside.filter((element) => INPUT_TAGS.includes(String(element["tag"])));
  for (const { name } of [form, ...named]) {
    if (typeof name !== "string" || name === "") wrong("every input of a form needs a name");
    else if (check.names.has(name)) wrong(`the name ${name} is not unique in the card`);
    else check.names.add(name);
  }
  const submits = inside.filter((element) => element["form_action_type"] === "submit");
  if (submits.length !== 1) wrong(`a form has exactly one submit button, this one ${submits.length}`);
  if (submits.some((button) => !button["name"])) wrong("the submit button needs a name");
  if (inside.some((element) => element["tag"] === "table")) wrong("no table inside a form");
}

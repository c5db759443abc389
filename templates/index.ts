/** Every template under its name. */
import type { Template } from "../src/chat/template.ts";
import type { TemplateName } from "../src/chat/template-data.ts";
import { error } from "./error.ts";
import { help } from "./help.ts";
import { inputProblem } from "./input-problem.ts";
import { openForm } from "./open-form.ts";
import { linkCode, memberCard, peopleList } from "./people.ts";
import { refusal } from "./refusal.ts";
import { done, stuck } from "./stuck.ts";
import { vetCard } from "./vet-card.ts";

export const templates = {
  error,
  help,
  "input-problem": inputProblem,
  "open-form": openForm,
  refusal,
  "people-list": peopleList,
  "member-card": memberCard,
  "link-code": linkCode,
  stuck,
  done,
  "vet-card": vetCard,
} satisfies Record<TemplateName, unknown> as Readonly<Record<TemplateName, Template>>;

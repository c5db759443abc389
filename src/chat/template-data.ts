/** Every template's name and the shape of its data: what use cases send and templates draw. */
import type { z } from "zod";
import { ErrorData, HelpData, InputProblemData, OpenFormData, RefusalData } from "./features/common.ts";
import { DoneData, LinkCodeData, MemberCardData, PeopleListData, StuckData } from "./features/people.ts";
import { VetCardData } from "./features/vet.ts";

export const templateData = {
  "input-problem": InputProblemData,
  refusal: RefusalData,
  error: ErrorData,
  help: HelpData,
  "open-form": OpenFormData,
  "people-list": PeopleListData,
  "member-card": MemberCardData,
  "link-code": LinkCodeData,
  stuck: StuckData,
  done: DoneData,
  "vet-card": VetCardData,
} as const;

export type TemplateName = keyof typeof templateData;
export type TemplateInput<Name extends TemplateName> = z.input<(typeof templateData)[Name]>;

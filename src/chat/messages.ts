/** Every word a person reads, by feature. A locale that lacks one does not compile. */
import type { CommonMessages } from "./features/common.ts";
import type { PeopleMessages } from "./features/people.ts";
import type { VetMessages } from "./features/vet.ts";

export interface Messages {
  common: CommonMessages;
  people: PeopleMessages;
  vet: VetMessages;
}

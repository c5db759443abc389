/** Every word in English. */
import type { Messages } from "../../src/chat/messages.ts";
import { common } from "./en/common.ts";
import { people } from "./en/people.ts";
import { vet } from "./en/vet.ts";

export const en = { common, people, vet } satisfies Messages;

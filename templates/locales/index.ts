/** The locales by language. */
import type { Messages } from "../../src/chat/messages.ts";
import type { Language } from "../../src/chat/people.ts";
import { en } from "./en.ts";
import { zhCN } from "./zh-CN.ts";

export const locales: Readonly<Record<Language, Messages>> = { en, "zh-CN": zhCN };

/** 全部简体中文文案，用行业里的说法。 */
import type { Messages } from "../../src/chat/messages.ts";
import { common } from "./zh-CN/common.ts";
import { people } from "./zh-CN/people.ts";
import { vet } from "./zh-CN/vet.ts";

export const zhCN = { common, people, vet } satisfies Messages;

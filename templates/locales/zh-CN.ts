/** 全部简体中文文案，用行业里的说法。 */
import type { Messages } from "../../src/chat/messages.ts";
import { brief } from "./zh-CN/brief.ts";
import { campaign } from "./zh-CN/campaign.ts";
import { common } from "./zh-CN/common.ts";
import { digest } from "./zh-CN/digest.ts";
import { draft } from "./zh-CN/draft.ts";
import { home } from "./zh-CN/home.ts";
import { importMessages } from "./zh-CN/import.ts";
import { pay } from "./zh-CN/pay.ts";
import { people } from "./zh-CN/people.ts";
import { rules } from "./zh-CN/rules.ts";
import { vet } from "./zh-CN/vet.ts";
import { vetSteps } from "./zh-CN/vet-steps.ts";
import { wave } from "./zh-CN/wave.ts";

export const zhCN = {
  common,
  people,
  vet,
  vetSteps,
  rules,
  campaign,
  draft,
  import: importMessages,
  brief,
  wave,
  pay,
  digest,
  home,
} satisfies Messages;

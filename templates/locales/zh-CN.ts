/** 全部简体中文文案，用行业里的说法。 */
import type { Messages } from "../../src/chat/messages.ts";
import { brief } from "./zh-CN/brief.ts";
import { campaign } from "./zh-CN/campaign.ts";
import { common } from "./zh-CN/common.ts";
import { compare } from "./zh-CN/compare.ts";
import { creator } from "./zh-CN/creator.ts";
import { digest } from "./zh-CN/digest.ts";
import { draft } from "./zh-CN/draft.ts";
import { home } from "./zh-CN/home.ts";
import { importMessages } from "./zh-CN/import.ts";
import { list } from "./zh-CN/list.ts";
import { outreach } from "./zh-CN/outreach.ts";
import { pay } from "./zh-CN/pay.ts";
import { people } from "./zh-CN/people.ts";
import { price } from "./zh-CN/price.ts";
import { vet } from "./zh-CN/vet.ts";
import { vetSteps } from "./zh-CN/vet-steps.ts";
import { wave } from "./zh-CN/wave.ts";

export const zhCN = {
  common,
  people,
  vet,
  price,
  creator,
  compare,
  vetSteps,
  campaign,
  list,
  outreach,
  draft,
  import: importMessages,
  brief,
  wave,
  pay,
  digest,
  home,
} satisfies Messages;

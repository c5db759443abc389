/** 全部简体中文文案，用行业里的说法。 */
import type { Messages } from "../../src/chat/messages.ts";
import { brief } from "./zh-CN/brief.ts";
import { campaign } from "./zh-CN/campaign.ts";
import { common } from "./zh-CN/common.ts";
import { digest } from "./zh-CN/digest.ts";
import { draft } from "./zh-CN/draft.ts";
import { home } from "./zh-CN/home.ts";
import { importMessages } from "./zh-CN/import.ts";
import { list } from "./zh-CN/list.ts";
import { outreach } from "./zh-CN/outreach.ts";
import { pay } from "./zh-CN/pay.ts";
import { people } from "./zh-CN/people.ts";
import { vet } from "./zh-CN/vet.ts";
import { wave } from "./zh-CN/wave.ts";

export const zhCN = {
  common,
  people,
  vet,
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

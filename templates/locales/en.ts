/** Every word in English. */
import type { Messages } from "../../src/chat/messages.ts";
import { brief } from "./en/brief.ts";
import { campaign } from "./en/campaign.ts";
import { common } from "./en/common.ts";
import { compare } from "./en/compare.ts";
import { creator } from "./en/creator.ts";
import { digest } from "./en/digest.ts";
import { draft } from "./en/draft.ts";
import { home } from "./en/home.ts";
import { importMessages } from "./en/import.ts";
import { list } from "./en/list.ts";
import { outreach } from "./en/outreach.ts";
import { pay } from "./en/pay.ts";
import { people } from "./en/people.ts";
import { price } from "./en/price.ts";
import { vet } from "./en/vet.ts";
import { vetSteps } from "./en/vet-steps.ts";
import { wave } from "./en/wave.ts";

export const en = {
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

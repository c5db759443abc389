/** Every word a person reads, by feature. A locale that lacks one does not compile. */
import type { BriefMessages } from "./features/brief.ts";
import type { CampaignMessages } from "./features/campaign.ts";
import type { CommonMessages } from "./features/common.ts";
import type { CompareMessages } from "./features/compare.ts";
import type { CreatorMessages } from "./features/creator-words.ts";
import type { DigestMessages } from "./features/digest.ts";
import type { DraftMessages } from "./features/draft.ts";
import type { HomeMessages } from "./features/home.ts";
import type { ImportMessages } from "./features/import-words.ts";
import type { ListMessages } from "./features/list.ts";
import type { OutreachMessages } from "./features/outreach.ts";
import type { PayMessages } from "./features/pay.ts";
import type { PeopleMessages } from "./features/people.ts";
import type { PriceMessages } from "./features/price.ts";
import type { RulesMessages } from "./features/rules.ts";
import type { VetMessages } from "./features/vet.ts";
import type { VetStepsMessages } from "./features/vet-steps.ts";
import type { WaveMessages } from "./features/wave.ts";

export interface Messages {
  common: CommonMessages;
  people: PeopleMessages;
  vet: VetMessages;
  price: PriceMessages;
  creator: CreatorMessages;
  compare: CompareMessages;
  vetSteps: VetStepsMessages;
  rules: RulesMessages;
  brief: BriefMessages;
  import: ImportMessages;
  campaign: CampaignMessages;
  list: ListMessages;
  outreach: OutreachMessages;
  draft: DraftMessages;
  wave: WaveMessages;
  pay: PayMessages;
  digest: DigestMessages;
  home: HomeMessages;
}

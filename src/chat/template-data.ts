/** Every template's name and the shape of its data: what use cases send and templates draw. */
import type { z } from "zod";
import { BriefCardData, BriefRelayData } from "./features/brief.ts";
import { CampaignCardData, ChatSideData, ShortlistData } from "./features/campaign.ts";
import { ErrorData, HelpData, InputProblemData, OpenFormData, RefusalData } from "./features/common.ts";
import { VetCompareData } from "./features/compare.ts";
import {
  CreatorCardData,
  CreatorChoiceData,
  CreatorContactData,
  CreatorForgottenData,
  CreatorHandoverData,
  CreatorSeparatedData,
  CreatorUnknownData,
} from "./features/creator.ts";
import { DigestData } from "./features/digest.ts";
import { DraftCardData, RelayMessageData } from "./features/draft.ts";
import { GreetingData, HomeData, HomeStrangerData } from "./features/home.ts";
import { ImportProgressData, ImportResultData } from "./features/import.ts";
import { ImportMappingData, ImportQuestionsData, ImportReportData } from "./features/import-questions.ts";
import { ListCardData, ListNoteData, TermsCardData } from "./features/list.ts";
import { HoldReminderData, OutreachData } from "./features/outreach.ts";
import { PaymentNudgeData, PaymentPlanData } from "./features/pay.ts";
import { DoneData, LinkCodeData, MemberCardData, PeopleListData, StuckData } from "./features/people.ts";
import { PriceTermsData } from "./features/price.ts";
import { RulesCardData } from "./features/rules.ts";
import { VetCardData } from "./features/vet.ts";
import { CommentCheckData, CommentFileData, VetAskData } from "./features/vet-steps.ts";
import { ScheduleData, WaveCardData, WaveReminderData } from "./features/wave.ts";

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
  "creator-card": CreatorCardData,
  "creator-choice": CreatorChoiceData,
  "creator-unknown": CreatorUnknownData,
  "creator-contact": CreatorContactData,
  "creator-handover": CreatorHandoverData,
  "creator-separated": CreatorSeparatedData,
  "creator-forgotten": CreatorForgottenData,
  "vet-compare": VetCompareData,
  "vet-ask": VetAskData,
  "rules-card": RulesCardData,
  "comment-check": CommentCheckData,
  "comment-file": CommentFileData,
  "price-terms": PriceTermsData,
  "brief-card": BriefCardData,
  "brief-relay": BriefRelayData,
  "import-progress": ImportProgressData,
  "import-result": ImportResultData,
  "import-mapping": ImportMappingData,
  "import-questions": ImportQuestionsData,
  "import-report": ImportReportData,
  "campaign-card": CampaignCardData,
  "chat-side": ChatSideData,
  shortlist: ShortlistData,
  "list-card": ListCardData,
  "list-note": ListNoteData,
  "terms-card": TermsCardData,
  outreach: OutreachData,
  "hold-reminder": HoldReminderData,
  "draft-card": DraftCardData,
  "relay-message": RelayMessageData,
  "wave-card": WaveCardData,
  schedule: ScheduleData,
  "wave-reminder": WaveReminderData,
  "payment-plan": PaymentPlanData,
  "payment-nudge": PaymentNudgeData,
  digest: DigestData,
  home: HomeData,
  "home-stranger": HomeStrangerData,
  greeting: GreetingData,
} as const;

export type TemplateName = keyof typeof templateData;
export type TemplateInput<Name extends TemplateName> = z.input<(typeof templateData)[Name]>;

/** Every template's name and the shape of its data: what use cases send and templates draw. */
import type { z } from "zod";
import { BriefCardData, BriefRelayData } from "./features/brief.ts";
import { CampaignCardData, ShortlistData } from "./features/campaign.ts";
import { ErrorData, HelpData, InputProblemData, OpenFormData, RefusalData } from "./features/common.ts";
import { DigestData } from "./features/digest.ts";
import { DraftCardData, RelayMessageData } from "./features/draft.ts";
import { GreetingData, HomeData, HomeStrangerData } from "./features/home.ts";
import { ImportProgressData, ImportResultData } from "./features/import.ts";
import { ImportMappingData, ImportQuestionsData, ImportReportData } from "./features/import-questions.ts";
import { PaymentNudgeData, PaymentPlanData } from "./features/pay.ts";
import { DoneData, LinkCodeData, MemberCardData, PeopleListData, StuckData } from "./features/people.ts";
import { VetCardData } from "./features/vet.ts";
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
  "brief-card": BriefCardData,
  "brief-relay": BriefRelayData,
  "import-progress": ImportProgressData,
  "import-result": ImportResultData,
  "import-mapping": ImportMappingData,
  "import-questions": ImportQuestionsData,
  "import-report": ImportReportData,
  "campaign-card": CampaignCardData,
  shortlist: ShortlistData,
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

/** Every template under its name. */
import type { Template } from "../src/chat/template.ts";
import type { TemplateName } from "../src/chat/template-data.ts";
import { briefCard } from "./brief-card.ts";
import { briefRelay } from "./brief-relay.ts";
import { campaignCard } from "./campaign-card.ts";
import { digest } from "./digest.ts";
import { draftCard } from "./draft-card.ts";
import { error } from "./error.ts";
import { greeting } from "./greeting.ts";
import { help } from "./help.ts";
import { home, homeStranger } from "./home.ts";
import { importMapping } from "./import-mapping.ts";
import { importProgress } from "./import-progress.ts";
import { importQuestions } from "./import-questions.ts";
import { importReport } from "./import-report.ts";
import { importResult } from "./import-result.ts";
import { inputProblem } from "./input-problem.ts";
import { openForm } from "./open-form.ts";
import { paymentNudge } from "./payment-nudge.ts";
import { paymentPlan } from "./payment-plan.ts";
import { linkCode, memberCard, peopleList } from "./people.ts";
import { refusal } from "./refusal.ts";
import { relayMessage } from "./relay-message.ts";
import { schedule } from "./schedule.ts";
import { shortlist } from "./shortlist.ts";
import { done, stuck } from "./stuck.ts";
import { vetCard } from "./vet-card.ts";
import { waveCard } from "./wave-card.ts";
import { waveReminder } from "./wave-reminder.ts";

export const templates = {
  error,
  help,
  "input-problem": inputProblem,
  "open-form": openForm,
  refusal,
  "people-list": peopleList,
  "member-card": memberCard,
  "link-code": linkCode,
  stuck,
  done,
  "vet-card": vetCard,
  "brief-card": briefCard,
  "brief-relay": briefRelay,
  "import-progress": importProgress,
  "import-result": importResult,
  "import-mapping": importMapping,
  "import-questions": importQuestions,
  "import-report": importReport,
  "campaign-card": campaignCard,
  shortlist,
  "draft-card": draftCard,
  "relay-message": relayMessage,
  "wave-card": waveCard,
  schedule,
  "wave-reminder": waveReminder,
  "payment-plan": paymentPlan,
  "payment-nudge": paymentNudge,
  digest,
  home,
  "home-stranger": homeStranger,
  greeting,
} satisfies Record<TemplateName, unknown> as Readonly<Record<TemplateName, Template>>;

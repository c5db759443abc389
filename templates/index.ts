/** Every template under its name. */
import type { Template } from "../src/chat/template.ts";
import type { TemplateName } from "../src/chat/template-data.ts";
import { briefCard } from "./brief-card.ts";
import { briefRelay } from "./brief-relay.ts";
import { campaignCard } from "./campaign-card.ts";
import { commentCheck } from "./comment-check.ts";
import { digest } from "./digest.ts";
import { draftCard } from "./draft-card.ts";
import { error } from "./error.ts";
import { greeting } from "./greeting.ts";
import { help } from "./help.ts";
import { home, homeStranger } from "./home.ts";
import { importProgress } from "./import-progress.ts";
import { importResult } from "./import-result.ts";
import { inputProblem } from "./input-problem.ts";
import { openForm } from "./open-form.ts";
import { paymentNudge } from "./payment-nudge.ts";
import { paymentPlan } from "./payment-plan.ts";
import { linkCode, memberCard, peopleList } from "./people.ts";
import { refusal } from "./refusal.ts";
import { relayMessage } from "./relay-message.ts";
import { rulesCard } from "./rules-card.ts";
import { schedule } from "./schedule.ts";
import { shortlist } from "./shortlist.ts";
import { done, stuck } from "./stuck.ts";
import { vetAsk } from "./vet-ask.ts";
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
  "vet-ask": vetAsk,
  "rules-card": rulesCard,
  "comment-check": commentCheck,
  "brief-card": briefCard,
  "brief-relay": briefRelay,
  "import-progress": importProgress,
  "import-result": importResult,
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

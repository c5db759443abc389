/** Every template under its name. */
import type { Template } from "../src/chat/template.ts";
import type { TemplateName } from "../src/chat/template-data.ts";
import { briefCard } from "./brief-card.ts";
import { briefRelay } from "./brief-relay.ts";
import { campaignCard } from "./campaign-card.ts";
import { chatSide } from "./chat-side.ts";
import { commentCheck } from "./comment-check.ts";
import { commentFile } from "./comment-file.ts";
import { creatorCard } from "./creator-card.ts";
import { creatorChoice } from "./creator-choice.ts";
import { creatorContact } from "./creator-contact.ts";
import { creatorForgotten } from "./creator-forgotten.ts";
import { creatorHandover } from "./creator-handover.ts";
import { creatorSeparated } from "./creator-separated.ts";
import { creatorUnknown } from "./creator-unknown.ts";
import { digest } from "./digest.ts";
import { draftCard } from "./draft-card.ts";
import { error } from "./error.ts";
import { greeting } from "./greeting.ts";
import { help } from "./help.ts";
import { holdReminder } from "./hold-reminder.ts";
import { home, homeStranger } from "./home.ts";
import { importMapping } from "./import-mapping.ts";
import { importProgress } from "./import-progress.ts";
import { importQuestions } from "./import-questions.ts";
import { importReport } from "./import-report.ts";
import { importResult } from "./import-result.ts";
import { inputProblem } from "./input-problem.ts";
import { listCard } from "./list-card.ts";
import { listNote } from "./list-note.ts";
import { openForm } from "./open-form.ts";
import { outreach } from "./outreach.ts";
import { paymentNudge } from "./payment-nudge.ts";
import { paymentPlan } from "./payment-plan.ts";
import { linkCode, memberCard, peopleList } from "./people.ts";
import { priceTerms } from "./price-terms.ts";
import { refusal } from "./refusal.ts";
import { relayMessage } from "./relay-message.ts";
import { rulesCard } from "./rules-card.ts";
import { schedule } from "./schedule.ts";
import { shortlist } from "./shortlist.ts";
import { done, stuck } from "./stuck.ts";
import { termsCard } from "./terms-card.ts";
import { vetAsk } from "./vet-ask.ts";
import { vetCard } from "./vet-card.ts";
import { vetCompare } from "./vet-compare.ts";
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
  "creator-card": creatorCard,
  "creator-choice": creatorChoice,
  "creator-unknown": creatorUnknown,
  "creator-contact": creatorContact,
  "creator-handover": creatorHandover,
  "creator-separated": creatorSeparated,
  "creator-forgotten": creatorForgotten,
  "vet-compare": vetCompare,
  "vet-ask": vetAsk,
  "rules-card": rulesCard,
  "comment-check": commentCheck,
  "comment-file": commentFile,
  "price-terms": priceTerms,
  "brief-card": briefCard,
  "brief-relay": briefRelay,
  "import-progress": importProgress,
  "import-result": importResult,
  "import-mapping": importMapping,
  "import-questions": importQuestions,
  "import-report": importReport,
  "campaign-card": campaignCard,
  "chat-side": chatSide,
  shortlist,
  "list-card": listCard,
  "list-note": listNote,
  "terms-card": termsCard,
  outreach,
  "hold-reminder": holdReminder,
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

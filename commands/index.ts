/** Every command of the bot. */
import type { AnyCommand } from "../src/chat/command.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { brief, briefRelay } from "./brief.ts";
import { campaign, campaignBind, campaignNew, campaignShow } from "./campaign.ts";
import { campaignSide } from "./campaign-side.ts";
import { vetCompare } from "./compare.ts";
import { creator, creatorContact, creatorContactSet, creatorExclusive } from "./creator.ts";
import { creatorExclusiveEnd } from "./creator-exclusive-end.ts";
import { creatorForget } from "./creator-forget.ts";
import { creatorHandover } from "./creator-handover.ts";
import { creatorSeparate } from "./creator-separate.ts";
import { digest } from "./digest.ts";
import { draft, draftApprove, draftChanges, draftRelay, draftShow } from "./draft.ts";
import { help } from "./help.ts";
import { home } from "./home.ts";
import { importCancel, importList, importOpen, importOrder, importResend } from "./import.ts";
import { importAnswer } from "./import-answer.ts";
import { importColumns } from "./import-columns.ts";
import { later } from "./later.ts";
import { outreach, outreachHold, outreachSet } from "./outreach.ts";
import { pay, payPaid, payPlan, payShare } from "./pay.ts";
import { link, linkUse, people, peopleAdd, settings, settingsChange } from "./people.ts";
import {
  shortlist,
  shortlistAdd,
  shortlistClose,
  shortlistDecide,
  shortlistDraft,
  shortlistLists,
  shortlistSubmit,
} from "./shortlist.ts";
import { stuck, stuckRetry } from "./stuck.ts";
import { campaignTerms } from "./terms.ts";
import { vet } from "./vet.ts";
import { vetComments } from "./vet-comments.ts";
import { vetNumbers } from "./vet-numbers.ts";
import { vetAsk, vetOverrule, vetRules, vetSafety, vetShow } from "./vet-steps.ts";
import { wave, waveLink, wavePosted, waveSet } from "./wave.ts";

export const commands: readonly AnyCommand<Ctx>[] = [
  vet,
  vetNumbers,
  creator,
  creatorContact,
  creatorContactSet,
  creatorExclusive,
  creatorExclusiveEnd,
  creatorHandover,
  creatorForget,
  creatorSeparate,
  vetCompare,
  vetComments,
  vetRules,
  vetAsk,
  vetOverrule,
  vetSafety,
  vetShow,
  shortlistAdd,
  shortlist,
  shortlistSubmit,
  shortlistDraft,
  shortlistLists,
  shortlistDecide,
  shortlistClose,
  outreach,
  outreachSet,
  outreachHold,
  importList,
  importOpen,
  importOrder,
  importResend,
  importCancel,
  importColumns,
  importAnswer,
  brief,
  briefRelay,
  campaign,
  campaignNew,
  campaignShow,
  campaignBind,
  campaignTerms,
  campaignSide,
  draft,
  draftShow,
  draftApprove,
  draftChanges,
  draftRelay,
  wave,
  waveSet,
  wavePosted,
  waveLink,
  pay,
  payPlan,
  payPaid,
  payShare,
  home,
  digest,
  later,
  help,
  people,
  peopleAdd,
  settings,
  settingsChange,
  link,
  linkUse,
  stuck,
  stuckRetry,
];

/** Every command of the bot. */
import type { AnyCommand } from "../src/chat/command.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { brief, briefRelay } from "./brief.ts";
import { campaign, campaignBind, campaignNew, campaignShow } from "./campaign.ts";
import { digest } from "./digest.ts";
import { draft, draftApprove, draftChanges, draftRelay, draftShow } from "./draft.ts";
import { help } from "./help.ts";
import { home } from "./home.ts";
import { importList, importOpen } from "./import.ts";
import { importAnswer } from "./import-answer.ts";
import { importColumns } from "./import-columns.ts";
import { later } from "./later.ts";
import { pay, payPaid, payPlan } from "./pay.ts";
import { link, linkUse, people, peopleAdd, settings, settingsChange } from "./people.ts";
import { shortlist, shortlistAdd } from "./shortlist.ts";
import { stuck, stuckRetry } from "./stuck.ts";
import { vet } from "./vet.ts";
import { wave, waveLink, wavePosted, waveSet } from "./wave.ts";

export const commands: readonly AnyCommand<Ctx>[] = [
  vet,
  shortlistAdd,
  shortlist,
  importList,
  importOpen,
  importColumns,
  importAnswer,
  brief,
  briefRelay,
  campaign,
  campaignNew,
  campaignShow,
  campaignBind,
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

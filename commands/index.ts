/** Every command of the bot. */
import type { AnyCommand } from "../src/chat/command.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { brief, briefRelay } from "./brief.ts";
import { campaign, campaignNew, campaignShow } from "./campaign.ts";
import { digest } from "./digest.ts";
import { draft, draftApprove, draftChanges, draftRelay, draftShow } from "./draft.ts";
import { help } from "./help.ts";
import { importList, importOpen } from "./import.ts";
import { later } from "./later.ts";
import { pay, payPaid, payPlan } from "./pay.ts";
import { link, people, peopleAdd, settings } from "./people.ts";
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
  brief,
  briefRelay,
  campaign,
  campaignNew,
  campaignShow,
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
  digest,
  later,
  help,
  people,
  peopleAdd,
  settings,
  link,
  stuck,
  stuckRetry,
];

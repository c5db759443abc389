/** Every command of the bot. */
import type { AnyCommand } from "../src/chat/command.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { brief, briefRelay } from "./brief.ts";
import { campaign, campaignNew, campaignShow } from "./campaign.ts";
import { draft, draftApprove, draftChanges, draftRelay, draftShow } from "./draft.ts";
import { help } from "./help.ts";
import { importList } from "./import.ts";
import { link, me, people, peopleAdd } from "./people.ts";
import { shortlist, shortlistAdd } from "./shortlist.ts";
import { stuck, stuckRetry } from "./stuck.ts";
import { vet } from "./vet.ts";

export const commands: readonly AnyCommand<Ctx>[] = [
  vet,
  shortlistAdd,
  shortlist,
  importList,
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
  help,
  people,
  peopleAdd,
  me,
  link,
  stuck,
  stuckRetry,
];

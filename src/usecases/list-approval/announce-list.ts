/** Shows a submitted list where those may read it who are there, and privately where no chat is left. */
import type { Campaign } from "../../store/campaigns.ts";
import { sideOfChat } from "../../store/chat-sides.ts";
import type { Submission } from "../../store/submissions.ts";
import { audienceOf } from "../audience.ts";
import { campaignPlaces } from "../campaigns/campaign-places.ts";
import type { Ctx } from "../ctx.ts";
import { isReachable } from "../delivery/due-messages.ts";
import type { Recipient, Unit } from "../unit.ts";
import { sendList } from "./list-card.ts";
import { decidersOf } from "./list-deciders.ts";

/**
 * To the campaign's chats, and to the agency's own group where it was submitted there. A chat in which somebody might be who may not see the prices gets nothing: then whoever
 * submitted the list and those who decide get it privately.
 */
export async function announceList(
  ctx: Ctx,
  unit: Unit,
  submission: Submission,
  campaign: Campaign,
): Promise<void> {
  const submitter = submission.submittedBy;
  let brandHasIt = false;
  let submitterHasIt = false;
  for (const to of await placesOf(ctx, unit, submission, campaign)) {
    const view = await sendList(ctx, unit, submission, to, await audienceOf(ctx, unit.tx, to));
    brandHasIt ||= view === "brand" && !("member" in to);
    submitterHasIt ||= view !== undefined && ("reply" in to || ("member" in to && to.member === submitter));
  }
  const { members } = await decidersOf(ctx, unit.tx, submitter);
  const readers = [
    ...(submitterHasIt ? [] : [submitter]),
    ...(brandHasIt ? [] : members.map(({ id }) => id).filter((id) => id !== submitter)),
  ];
  for (const member of readers) {
    if (!(await isReachable(ctx, unit.tx, member))) continue;
    const to = { member };
    await sendList(ctx, unit, submission, to, await audienceOf(ctx, unit.tx, to));
  }
}

async function placesOf(
  ctx: Ctx,
  unit: Unit,
  { agency }: Submission,
  campaign: Campaign,
): Promise<Recipient[]> {
  const { where } = ctx;
  const places = campaignPlaces(ctx, campaign);
  if (agency === "" || where?.chatKind !== "group") return places;
  const side = await sideOfChat(unit.tx, where.platform, where.chat);
  return side === agency ? places.map((to) => ("member" in to ? { reply: "all" } : to)) : places;
}

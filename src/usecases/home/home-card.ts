/** What waits on one member, as it stands now. */
import type { Temporal } from "temporal-polyfill";
import { HOME_ACTIONS } from "../../chat/features/home.ts";
import type { Role } from "../../chat/people.ts";
import type { TemplateInput } from "../../chat/template-data.ts";
import { partyOf } from "../../domain/visibility.ts";
import { openCampaigns } from "../../store/campaigns.ts";
import type { Creator } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { waitingDrafts } from "../../store/open-work.ts";
import { openCampaignPayments } from "../../store/payments.ts";
import type { Member } from "../../store/people.ts";
import { scheduleOf, slotsToWatch } from "../../store/slots.ts";
import type { Services } from "../ctx.ts";
import { daysUntil, todayIn } from "../days.ts";
import { REVIEWER_ROLES } from "../drafts/draft-reviewers.ts";
import { waitingImports } from "../imports/waiting-imports.ts";
import { waitingLists } from "../list-approval/waiting-lists.ts";
import { endingHolds } from "../outreach/ending-holds.ts";
import { maySeePlan } from "../payments/payment-plan-card.ts";
import { mayPay, PAYERS } from "../payments/plan-nudges.ts";
import { postingInstant } from "../waves/plan-reminders.ts";
import { zoneOf } from "./plan-digests.ts";

type Home = TemplateInput<"home">;

/** How far ahead a payment waits on somebody, and a posting is worth a look, in days. */
const PAY_AHEAD = 3;
const POST_AHEAD = 7;
type From = Pick<Services, "chats" | "commands">;

export async function homeCardOf(
  services: From,
  db: Querier,
  member: Member,
  now: Temporal.Instant,
): Promise<Home> {
  const zone = zoneOf(member);
  const today = todayIn(now, zone);
  const { review, revise } = await draftsOf(db, member, today, zone);
  const { decide, submitted } = await waitingLists(services, db, { ...member, zone }, now);
  const payments = await paymentsOf(services, db, member, today);
  const postings = await postingsOf(db, member, today, now);
  return {
    at: now.toString(),
    person: { language: member.language, zone: member.zone },
    lists: decide,
    submitted,
    review,
    revise,
    payments,
    holds: await endingHolds(services, db, { ...member, zone }, now),
    imports: await waitingImports(db, member.id),
    ...postings,
    campaigns: await campaignsOf(services, db, member, today),
    actions: HOME_ACTIONS.filter((name) => mayUse(services, name, member.role)),
  };
}

function mayUse({ commands }: From, name: string, role: Role): boolean {
  const allow = commands.byName(name)?.allow ?? [];
  return typeof allow === "string" || allow.includes(role);
}

async function draftsOf(
  db: Querier,
  member: Member,
  today: Temporal.PlainDate,
  zone: string,
): Promise<Pick<Home, "review" | "revise">> {
  const rows = await waitingDrafts(db);
  const reviews = (REVIEWER_ROLES as readonly Role[]).includes(member.role);
  const drafts = rows.map(({ state, submittedBy, since, ...about }) => ({
    state,
    isOwn: submittedBy === member.id,
    draft: { ...about, days: -daysUntil(today, todayIn(since, zone).toString()) },
  }));
  return {
    // nobody decides on what they submitted themselves
    review: drafts
      .filter(({ state, isOwn }) => state === "in-review" && reviews && !isOwn)
      .map(({ draft }) => draft),
    revise: drafts
      .filter(({ state, isOwn }) => state === "changes-requested" && isOwn)
      .map(({ draft }) => draft),
  };
}

async function paymentsOf(
  services: From,
  db: Querier,
  member: Member,
  today: Temporal.PlainDate,
): Promise<Home["payments"]> {
  if (!(PAYERS as readonly Role[]).includes(member.role)) return [];
  const payments: Home["payments"] = [];
  for (const { milestone, plan, creator, campaign } of await openCampaignPayments(db)) {
    const { dueOn, state, amount, currency } = milestone;
    if (state !== "planned" || dueOn === null || !maySeePlan(plan, [partyOf(member)])) continue;
    const daysLeft = daysUntil(today, dueOn);
    if (daysLeft > PAY_AHEAD || !(await mayPay(services, db, plan, member.id))) continue;
    payments.push({ ...aboutOf({ creator, campaign }), amount: { amount, currency }, dueOn, daysLeft });
  }
  return payments;
}

async function postingsOf(
  db: Querier,
  member: Member,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<Pick<Home, "late" | "links" | "week">> {
  // slots are kept in their own zones: a day more on both sides, then cut to the hour
  const rows = await slotsToWatch(
    db,
    today.subtract({ days: 1 }).toString(),
    today.add({ days: POST_AHEAD + 2 }).toString(),
  );
  const end = now.add({ hours: 24 * POST_AHEAD });
  const slots = rows.map(({ slot, creator, campaign, draft }) => {
    const at = postingInstant(slot);
    return {
      about: aboutOf({ creator, campaign }),
      posting: { ...aboutOf({ creator, campaign }), at: at.toString(), zone: slot.zone },
      isPosted: slot.postedAt !== null,
      hasLink: slot.link !== null,
      isPast: at.epochMilliseconds <= now.epochMilliseconds,
      isSoon: at.epochMilliseconds <= end.epochMilliseconds,
      draftApproved: draft === "approved",
      isWatched: slot.setBy === member.id || watches(member, creator),
    };
  });
  return {
    late: slots
      .filter(({ isPosted, isPast, isWatched }) => !isPosted && isPast && isWatched)
      .map(({ posting }) => posting),
    links: slots
      .filter(({ isPosted, hasLink, isWatched }) => isPosted && !hasLink && isWatched)
      .map(({ about }) => about),
    week: slots
      .filter(({ isPosted, isPast, isSoon }) => !isPosted && !isPast && isSoon)
      .map(({ posting, draftApproved }) => ({ ...posting, draftApproved })),
  };
}

/** Who asks whether a creator has posted, beside whoever set the date: managers, and who is in charge or may be. */
function watches({ id, role }: Member, { inChargeId }: Creator): boolean {
  return role === "manager" || inChargeId === id || (inChargeId === null && role === "partner");
}

async function campaignsOf(
  services: From,
  db: Querier,
  member: Member,
  today: Temporal.PlainDate,
): Promise<Home["campaigns"]> {
  const campaigns: Home["campaigns"] = [];
  for (const { id, name, launchOn } of await openCampaigns(db)) {
    const slots = await scheduleOf(db, id);
    campaigns.push({
      id,
      name,
      launchOn,
      daysLeft: daysUntil(today, launchOn),
      posted: slots.filter(({ slot }) => slot.postedAt !== null).length,
      slots: slots.length,
      opens: mayUse(services, "campaign show", member.role),
    });
  }
  return campaigns;
}

function aboutOf({
  creator,
  campaign,
}: {
  creator: { id: string; name: string };
  campaign: { id: string; name: string };
}) {
  return {
    creator: { id: creator.id, name: creator.name },
    campaign: { id: campaign.id, name: campaign.name },
  };
}

/** The data of a slot's card, as it stands now. */
import { Temporal } from "temporal-polyfill";
import type { TemplateInput } from "../../chat/template-data.ts";
import { briefDeadlines, planWarnings, reminderDates } from "../../domain/waves.ts";
import type { Querier } from "../../store/database.ts";
import { personRef } from "../../store/people.ts";
import { draftStateOf, firstBriefAt, scheduleOf } from "../../store/slots.ts";
import type { Ctx } from "../ctx.ts";
import { todayIn, unknownYears } from "../days.ts";
import { type Posting, postingInstant, remindersOf } from "./plan-reminders.ts";

export function slotCardKey(slotId: string): string {
  return `slot:${slotId}`;
}

export async function slotCardOf(
  ctx: Ctx,
  db: Querier,
  posting: Posting,
  change: { previousAt?: Temporal.Instant | undefined; timeAssumed?: boolean } = {},
): Promise<TemplateInput<"wave-card">> {
  const { slot, campaign, creator } = posting;
  const now = ctx.clock.now();
  const date = Temporal.PlainDate.from(slot.postOn);
  const brief = await briefOf(db, posting);
  return {
    campaign: { id: campaign.id, name: campaign.name },
    creator: { id: creator.id, name: creator.name },
    at: postingInstant(slot).toString(),
    zone: slot.zone,
    wave: slot.wave,
    launchOn: campaign.launchOn,
    previousAt: change.previousAt?.toString() ?? null,
    timeAssumed: change.timeAssumed ?? false,
    posted: slot.postedAt === null ? null : { at: slot.postedAt.toString(), link: slot.link },
    draft: await draftStateOf(db, campaign.id, creator.id),
    reminders: await remindersOf(ctx, db, posting, now),
    brief,
    warnings: await warningsOf(db, posting, brief.sentOn ?? todayIn(now, slot.zone).toString()),
    unknownYears: unknownYears([date, ...reminderDates(date).map(({ on }) => on)]),
    setBy: await personRef(db, slot.setBy),
    setAt: slot.setAt.toString(),
  };
}

async function briefOf(
  db: Querier,
  { slot, campaign, creator }: Posting,
): Promise<TemplateInput<"wave-card">["brief"]> {
  const { safeUntil, possibleUntil } = briefDeadlines(Temporal.PlainDate.from(slot.postOn));
  const sentAt = await firstBriefAt(db, campaign.id, creator.id);
  return {
    sentOn: sentAt === undefined ? null : todayIn(sentAt, slot.zone).toString(),
    safeUntil: safeUntil.toString(),
    possibleUntil: possibleUntil.toString(),
  };
}

/** All posts on one day, and a brief that comes too late for this posting: without one, today would be its day. */
async function warningsOf(
  db: Querier,
  { slot, campaign }: Posting,
  briefOn: string,
): Promise<TemplateInput<"wave-card">["warnings"]> {
  if (slot.postedAt !== null) return [];
  const dateOf = (date: string) => Temporal.PlainDate.from(date);
  const schedule = await scheduleOf(db, campaign.id);
  const posts = schedule.map((row) => ({ postOn: dateOf(row.slot.postOn) }));
  const own = { postOn: dateOf(slot.postOn), briefOn: dateOf(briefOn) };
  return [...planWarnings({ posts, hasKpi: true }), ...planWarnings({ posts: [own], hasKpi: true })].flatMap(
    ({ rule, severity, posts: count }) => (rule === "X4" ? [] : [{ rule, severity, posts: count }]),
  );
}

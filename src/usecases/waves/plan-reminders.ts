/** Reminders of a posting: who gets them and when; a moved posting moves them. */
import { Temporal } from "temporal-polyfill";
import type { TemplateInput } from "../../chat/template-data.ts";
import { reminderDates } from "../../domain/waves.ts";
import { instantAt } from "../../domain/working-time.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Creator } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { type Due, duesUnder } from "../../store/dues.ts";
import { type Member, memberById, membersWithRole } from "../../store/people.ts";
import { draftStateOf, type Slot } from "../../store/slots.ts";
import { personInCharge } from "../creators/in-charge.ts";
import type { Ctx } from "../ctx.ts";
import { daysUntil, todayIn } from "../days.ts";
import { dueCardKey, isReachable, REMIND_AT } from "../delivery/due-messages.ts";
import type { Unit } from "../unit.ts";

/** A slot and what it belongs to. */
export interface Posting {
  slot: Slot;
  campaign: Campaign;
  creator: Creator;
}

export interface PlannedReminders {
  /** dates with a reminder that is still to come, YYYY-MM-DD */
  dates: string[];
  /** names of those who can be reached */
  people: string[];
  /** whether the person in charge or anyone on the China side is among them */
  hasPartner: boolean;
}

export function reminderPrefix(slotId: string): string {
  return `remind-wave:${slotId}:`;
}

export function postingInstant(slot: Pick<Slot, "postOn" | "postTime" | "zone">): Temporal.Instant {
  return instantAt(slot.postOn, slot.postTime, slot.zone);
}

/**
 * Plans every reminder that is still to come, for whoever set the slot and the person in charge of the creator; while
 * nobody is, for all China-side partners.
 */
export async function planReminders(unit: Unit, { slot, campaign, creator }: Posting): Promise<void> {
  await unit.cancel(reminderPrefix(slot.id));
  for (const member of await readersOf(unit.tx, slot, creator)) {
    for (const { step, at } of stepsFor(slot, member, campaign)) {
      if (Temporal.Instant.compare(at, unit.now) <= 0) continue;
      await unit.plan({
        key: `${reminderPrefix(slot.id)}${step}:${member.id}`,
        job: "remind-wave",
        payload: { slot: slot.id, step, member: member.id },
        at,
      });
    }
  }
}

/** What the card says about the reminders to come. */
export async function remindersOf(
  ctx: Ctx,
  db: Querier,
  { slot, campaign, creator }: Posting,
  now: Temporal.Instant,
): Promise<PlannedReminders> {
  const readers: Member[] = [];
  for (const member of await readersOf(db, slot, creator)) {
    if (await isReachable(ctx, db, member.id)) readers.push(member);
  }
  const coming = readers.flatMap((member) =>
    stepsFor(slot, member, campaign).filter(({ at }) => Temporal.Instant.compare(at, now) > 0),
  );
  return {
    dates: [...new Set(coming.map(({ on }) => on))].sort(),
    people: readers.map(({ name }) => name),
    hasPartner: readers.some(({ id, role }) => role === "partner" || id === creator.inChargeId),
  };
}

/** Tells everyone who was reminded that the posting is done or has moved. */
export async function refreshReminders(
  unit: Unit,
  posting: Posting,
  state: "posted" | "moved",
): Promise<void> {
  for (const due of await duesUnder(unit.tx, reminderPrefix(posting.slot.id))) {
    const data = await reminderCardOf(unit.tx, posting, due, unit.now);
    await unit.refresh(dueCardKey(due.key), "wave-reminder", { ...data, state });
  }
}

/** A reminder as it reads now. */
export async function reminderCardOf(
  db: Querier,
  { slot, campaign, creator }: Posting,
  due: Due,
  now: Temporal.Instant,
): Promise<TemplateInput<"wave-reminder">> {
  const at = postingInstant(slot);
  return {
    due: due.key,
    campaign: { id: campaign.id, name: campaign.name },
    creator: { id: creator.id, name: creator.name },
    at: at.toString(),
    zone: slot.zone,
    wave: slot.wave,
    draft: await draftStateOf(db, campaign.id, creator.id),
    daysLeft: daysUntil(todayIn(now, slot.zone), slot.postOn),
    isPast: Temporal.Instant.compare(at, now) <= 0,
    state: "open",
    hasLink: slot.link !== null,
    postponedTo: null,
    reason: reasonFor(String(due.payload["member"]), slot, creator),
  };
}

function reasonFor(member: string, { setBy }: Slot, { inChargeId }: Creator) {
  if (member === inChargeId) return "in-charge";
  return member === setBy ? "setter" : "partner";
}

async function readersOf(db: Querier, slot: Slot, creator: Creator): Promise<Member[]> {
  const setter = await memberById(db, slot.setBy);
  const inCharge = await personInCharge(db, creator);
  const handlers = inCharge === undefined ? await membersWithRole(db, ["partner"]) : [inCharge];
  const others = handlers.filter(({ id }) => id !== slot.setBy);
  return setter === undefined ? others : [setter, ...others];
}

function stepsFor(slot: Slot, member: Member, campaign: Campaign) {
  return reminderDates(Temporal.PlainDate.from(slot.postOn)).map(({ step, on }) => ({
    step,
    on: on.toString(),
    at: instantAt(on.toString(), REMIND_AT, member.zone ?? campaign.zone),
  }));
}

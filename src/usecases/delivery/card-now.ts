/** What a card that was sent shows at this moment, and whether it still waits for somebody: decided by its key. */
import type { Temporal } from "temporal-polyfill";
import type { TemplateInput, TemplateName } from "../../chat/template-data.ts";
import { campaignById } from "../../store/campaigns.ts";
import { creatorById } from "../../store/creators.ts";
import type { Transaction } from "../../store/database.ts";
import { lockDraft } from "../../store/drafts.ts";
import { dueByKey } from "../../store/dues.ts";
import { planOf } from "../../store/payments.ts";
import { lockSchedule, slotById } from "../../store/slots.ts";
import { lockLists, submissionById } from "../../store/submissions.ts";
import { vettingById } from "../../store/vettings.ts";
import type { Ctx } from "../ctx.ts";
import { draftCardOf } from "../drafts/draft-card.ts";
import { listCardOf } from "../list-approval/list-card.ts";
import { planCardOf } from "../payments/payment-plan-card.ts";
import { nudgeCardOf, nudgePrefix } from "../payments/plan-nudges.ts";
import { paymentToNudge } from "../payments/send-payment-nudge.ts";
import { vetCardOf } from "../vetting/vet-card.ts";
import { reminderCardOf, reminderPrefix } from "../waves/plan-reminders.ts";
import { postingToRemind } from "../waves/send-wave-reminder.ts";
import { slotCardOf } from "../waves/slot-card.ts";
import { isOvertaken } from "./due-messages.ts";

type Shown = { [Name in TemplateName]: { template: Name; data: TemplateInput<Name> } }[TemplateName];
export type CardNow = Shown & {
  /** somebody may still act on it */
  waits: boolean;
};

type Look = (ctx: Ctx, tx: Transaction, ids: string[], now: Temporal.Instant) => Promise<CardNow | undefined>;

/** By what a card's key begins with. What is not here was only told: it can be asked for again. */
const LOOKS: Readonly<Record<string, Look>> = {
  draft: draftNow,
  slot: slotNow,
  plan: planNow,
  vet: vettingNow,
  list: listNow,
  due: dueNow,
};

/** [A] Older numbers want vetting anew before anybody is put on a list. */
const VETTING_DAYS = 30;

export function mayBeRenewed(cardKey: string | null): cardKey is string {
  return cardKey !== null && LOOKS[kindOf(cardKey)] !== undefined;
}

/** Undefined for a card that something else took the place of: an older version, a reminder of before. */
export async function cardNow(
  ctx: Ctx,
  tx: Transaction,
  cardKey: string,
  now: Temporal.Instant,
): Promise<CardNow | undefined> {
  const ids = cardKey.slice(kindOf(cardKey).length + 1);
  return LOOKS[kindOf(cardKey)]?.(ctx, tx, kindOf(cardKey) === "due" ? [ids] : ids.split(":"), now);
}

function kindOf(cardKey: string): string {
  return cardKey.split(":", 1)[0] ?? "";
}

/** When a copy is renewed. @param more.changed it could not show a change, so that a fresh one is wanted in any case */
export function renewalDue(copy: string, at: Temporal.Instant, more: { changed?: true } = {}) {
  return { key: `renew-card:${copy}`, job: "renew-card", payload: { card: copy, ...more }, at };
}

async function draftNow(
  ctx: Ctx,
  tx: Transaction,
  [id = "", version = ""]: string[],
): Promise<CardNow | undefined> {
  const draft = await lockDraft(tx, id);
  if (draft === undefined || draft.version !== Number(version)) return undefined;
  const data = await draftCardOf(ctx, tx, draft, draft.version);
  return {
    template: "draft-card",
    data,
    waits: draft.state === "in-review" && (await isOpen(tx, draft.campaignId)),
  };
}

async function slotNow(ctx: Ctx, tx: Transaction, [id = ""]: string[]): Promise<CardNow | undefined> {
  const known = await slotById(tx, id);
  if (known === undefined) return undefined;
  await lockSchedule(tx, known.campaignId);
  const slot = await slotById(tx, id);
  const campaign = await campaignById(tx, known.campaignId);
  const creator = await creatorById(tx, known.creatorId);
  if (slot === undefined || campaign === undefined || creator === undefined) return undefined;
  const data = await slotCardOf(ctx, tx, { slot, campaign, creator });
  return { template: "wave-card", data, waits: slot.postedAt === null && campaign.closedAt === null };
}

async function planNow(
  _: Ctx,
  tx: Transaction,
  [campaign = "", creator = ""]: string[],
): Promise<CardNow | undefined> {
  await lockSchedule(tx, campaign);
  const found = await planOf(tx, campaign, creator);
  if (found === undefined) return undefined;
  const waits = found.parts.some(({ state }) => state === "planned") && (await isOpen(tx, campaign));
  return { template: "payment-plan", data: await planCardOf(tx, found), waits };
}

/** A list waits as long as a row of it is undecided. */
async function listNow(
  ctx: Ctx,
  tx: Transaction,
  [id = "", view = ""]: string[],
): Promise<CardNow | undefined> {
  const known = await submissionById(tx, id);
  if (known === undefined) return undefined;
  await lockLists(tx, known.campaignId);
  const submission = (await submissionById(tx, id)) ?? known;
  const data = await listCardOf(ctx, tx, submission, view === "brand" ? "brand" : "own");
  const isUndecided = submission.closedAt === null && data.rows.some(({ decision }) => decision === null);
  return { template: "list-card", data, waits: isUndecided && (await isOpen(tx, submission.campaignId)) };
}

async function vettingNow(
  _: Ctx,
  tx: Transaction,
  [id = "", view = "full"]: string[],
  now: Temporal.Instant,
): Promise<CardNow | undefined> {
  const vetting = await vettingById(tx, id);
  if (vetting === undefined) return undefined;
  const data = await vetCardOf(tx, vetting, { view: view === "open" ? "open" : "full" });
  const isFresh = now.since(vetting.vettedAt).total("hours") < VETTING_DAYS * 24;
  const waits = data.campaign !== null && data.shortlisted === null && isFresh;
  return { template: "vet-card", data, waits: waits && (await isOpen(tx, vetting.campaignId ?? "")) };
}

/** A reminder is renewed as long as nobody acted and no later one has come; one that was put off comes by itself. */
async function dueNow(
  ctx: Ctx,
  tx: Transaction,
  [key = ""]: string[],
  now: Temporal.Instant,
): Promise<CardNow | undefined> {
  const due = await dueByKey(tx, key);
  if (due === undefined || due.doneAt === null || due.cancelledAt !== null) return undefined;
  if (due.job === "remind-wave") {
    const posting = await postingToRemind(tx, due);
    if (posting === undefined || (await isOvertaken(tx, due, reminderPrefix(posting.slot.id), now)))
      return undefined;
    return { template: "wave-reminder", data: await reminderCardOf(tx, posting, due, now), waits: true };
  }
  const payment = due.job === "nudge-payment" ? await paymentToNudge(tx, due) : undefined;
  if (payment === undefined || (await isOvertaken(tx, due, nudgePrefix(payment.milestone.id), now)))
    return undefined;
  return { template: "payment-nudge", data: await nudgeCardOf(ctx, tx, payment, due, now), waits: true };
}

async function isOpen(tx: Transaction, campaignId: string): Promise<boolean> {
  return (await campaignById(tx, campaignId))?.closedAt === null;
}

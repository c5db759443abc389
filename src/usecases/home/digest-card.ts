/** The data of a digest for one reader, as it stands now. */
import { Temporal } from "temporal-polyfill";
import { CHANGE_KINDS, type ChangeKind } from "../../chat/features/digest.ts";
import type { TemplateInput } from "../../chat/template-data.ts";
import { addMoney, type Currency, type Money } from "../../domain/money.ts";
import { partyOf } from "../../domain/visibility.ts";
import type { Querier } from "../../store/database.ts";
import { creatorsWithoutSlot, lastDoneAt, openCampaignDrafts, verbCounts } from "../../store/digest.ts";
import { openCampaignPayments } from "../../store/payments.ts";
import type { Member } from "../../store/people.ts";
import { slotsToWatch } from "../../store/slots.ts";
import type { Ctx } from "../ctx.ts";
import { daysUntil, todayIn } from "../days.ts";
import { waitingLists } from "../list-approval/waiting-lists.ts";
import { maySeePlan } from "../payments/payment-plan-card.ts";
import { postingInstant } from "../waves/plan-reminders.ts";

type Digest = TemplateInput<"digest">;
type Posting = Digest["today"][number];
type OpenPayment = Awaited<ReturnType<typeof openCampaignPayments>>[number];

/** The verb under which a sent digest is kept: the next one tells what changed since. */
export const DIGEST_SENT = "digest.send";

const SOON_DAYS = 7;

const VERBS: Readonly<Record<string, ChangeKind>> = {
  "creator.vet": "vetted",
  "shortlist.add": "shortlisted",
  "list.submit": "listed",
  "list.decide": "decided",
  "brief.make": "briefed",
  "draft.submit": "submitted",
  "draft.approve": "approved",
  "draft.changes": "sent-back",
  "wave.set": "scheduled",
  "wave.posted": "posted",
  "pay.plan": "planned",
  "pay.paid": "paid",
};

/**
 * What is paid only as far as the reader's side may know it.
 * @param reader whose day it is; `zone` is an IANA zone
 */
export async function digestCardOf(
  ctx: Pick<Ctx, "chats">,
  db: Querier,
  reader: Pick<Member, "id" | "role" | "agency"> & { zone: string },
  now: Temporal.Instant,
): Promise<Digest> {
  const today = todayIn(now, reader.zone);
  const watched = await postingsOf(db, today, reader.zone, now);
  const payments = (await openCampaignPayments(db)).filter(({ plan }) => maySeePlan(plan, [partyOf(reader)]));
  const { review, drafts } = await draftsOf(db, today, reader.zone);
  const changedSince = await lastDoneAt(db, DIGEST_SENT, reader.id);
  return {
    date: today.toString(),
    at: now.toString(),
    lateSince: null,
    lists: (await waitingLists(ctx, db, reader, now)).decide,
    review,
    payments: payments.flatMap((payment) => paymentDue(payment, today)),
    late: watched.late,
    today: watched.today,
    tomorrow: watched.tomorrow,
    money: sumsOf(payments, today),
    drafts,
    changedSince: changedSince?.toString() ?? null,
    changes: changedSince === undefined ? [] : await changesSince(db, changedSince),
    missing: {
      links: watched.withoutLink,
      dueDates: [
        ...new Set(
          payments
            .filter(({ milestone }) => milestone.state === "planned" && milestone.dueOn === null)
            .map(({ creator }) => creator.name),
        ),
      ],
      slots: await creatorsWithoutSlot(db),
    },
  };
}

/** Slots are kept in their own zones, so a day more on both sides is read and then cut to the reader's days. */
async function postingsOf(db: Querier, today: Temporal.PlainDate, zone: string, now: Temporal.Instant) {
  const rows = await slotsToWatch(
    db,
    today.subtract({ days: 1 }).toString(),
    today.add({ days: 3 }).toString(),
  );
  const open = rows
    .filter(({ slot }) => slot.postedAt === null)
    .map(({ slot, creator, campaign, draft }) => ({
      posting: {
        creator: creator.name,
        campaign: campaign.name,
        at: postingInstant(slot).toString(),
        zone: slot.zone,
        draftApproved: draft === "approved",
      },
      day: daysUntil(today, todayIn(postingInstant(slot), zone).toString()),
      isPast: Temporal.Instant.compare(postingInstant(slot), now) <= 0,
    }));
  const pick = (wanted: (one: (typeof open)[number]) => boolean): Posting[] =>
    open.filter(wanted).map(({ posting }) => posting);
  return {
    late: pick(({ isPast }) => isPast),
    today: pick(({ isPast, day }) => !isPast && day === 0),
    tomorrow: pick(({ isPast, day }) => !isPast && day === 1),
    withoutLink: rows
      .filter(({ slot }) => slot.postedAt !== null && slot.link === null)
      .map(({ creator }) => creator.name),
  };
}

async function draftsOf(db: Querier, today: Temporal.PlainDate, zone: string) {
  const rows = await openCampaignDrafts(db);
  const drafts: Digest["drafts"] = { "in-review": 0, "changes-requested": 0, approved: 0, withdrawn: 0 };
  for (const { state } of rows) drafts[state] += 1;
  const review = rows
    .filter(({ state }) => state === "in-review")
    .map(({ creator, campaign, version, since }) => ({
      creator,
      campaign,
      version,
      days: -daysUntil(today, todayIn(since, zone).toString()),
    }));
  return { review, drafts };
}

function paymentDue(
  { milestone, creator, campaign }: OpenPayment,
  today: Temporal.PlainDate,
): Digest["payments"] {
  const { dueOn, state, amount, currency } = milestone;
  if (state !== "planned" || dueOn === null) return [];
  const daysLeft = daysUntil(today, dueOn);
  if (daysLeft > 0) return [];
  return [{ creator: creator.name, campaign: campaign.name, amount: { amount, currency }, dueOn, daysLeft }];
}

/** One entry a currency, in the order of their first payment. */
function sumsOf(payments: readonly OpenPayment[], today: Temporal.PlainDate): Digest["money"] {
  const sums = new Map<Currency, Digest["money"][number]>();
  for (const { milestone } of payments) {
    const { amount, currency, state, dueOn } = milestone;
    if (state === "cancelled") continue;
    const zero: Money = { amount: 0, currency };
    const sum = sums.get(currency) ?? { planned: zero, paid: zero, dueSoon: zero, overdue: zero };
    const daysLeft = state === "planned" && dueOn !== null ? daysUntil(today, dueOn) : undefined;
    const plus = (value: Money, counts: boolean) => (counts ? addMoney(value, { amount, currency }) : value);
    sums.set(currency, {
      planned: plus(sum.planned, true),
      paid: plus(sum.paid, state === "paid"),
      dueSoon: plus(sum.dueSoon, daysLeft !== undefined && daysLeft >= 0 && daysLeft <= SOON_DAYS),
      overdue: plus(sum.overdue, daysLeft !== undefined && daysLeft < 0),
    });
  }
  return [...sums.values()];
}

async function changesSince(db: Querier, since: Temporal.Instant): Promise<Digest["changes"]> {
  const counts = new Map<ChangeKind, number>();
  for (const { verb, count } of await verbCounts(db, Object.keys(VERBS), since)) {
    const kind = VERBS[verb];
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return CHANGE_KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
}

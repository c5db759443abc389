/** The data of a creator's card, as it stands now. */
import type { TemplateInput } from "../chat/template-data.ts";
import { deliveredOn, deliveryRecord } from "../domain/delivery.ts";
import { exclusivityState } from "../domain/exclusivity.ts";
import type { Money } from "../domain/money.ts";
import type { NoteFormat } from "../domain/price.ts";
import { visibleFacts } from "../domain/visibility.ts";
import { contactById, creatorsOfContact } from "../store/contacts.ts";
import { slotsOfCreators, vettingsOf } from "../store/creator-history.ts";
import type { Creator, Vetting } from "../store/creators.ts";
import { type Querier, together } from "../store/database.ts";
import { exclusivitiesOf } from "../store/exclusivities.ts";
import { mergedWith } from "../store/merges.ts";
import { personRefs } from "../store/people.ts";
import type { Ctx } from "./ctx.ts";
import type { Unit } from "./unit.ts";

/** So many of a creator's newest vettings are looked at. */
const HISTORY = 20;
const QUOTES = 4;
const POSTINGS = 20;

type Data = TemplateInput<"creator-card">;

function creatorCardKey(creatorId: string): string {
  return `creator:${creatorId}`;
}

async function creatorCardOf(ctx: Ctx, db: Querier, creator: Creator): Promise<Data> {
  const now = ctx.clock.now();
  const today = now.toZonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();
  const [history, slots, terms, contact, merged] = await together(
    vettingsOf(db, creator.id, HISTORY),
    slotsOfCreators(db, [creator.id]),
    exclusivitiesOf(db, [creator.id]),
    contactOf(db, creator.contactId),
    mergedWith(db, creator.id),
  );
  const inCharge = creator.inChargeId === null ? [] : [creator.inChargeId];
  const people = await personRefs(db, [...history.map(({ vetting }) => vetting.vettedBy), ...inCharge]);
  const { onTime, late, open } = deliveryRecord(
    slots.map(({ slot }) => slot),
    now,
  );
  const { id, name, handle, platformId, link } = creator;
  return {
    creator: { id, name, handle, platformId, link },
    forgotten: creator.forgottenAt !== null,
    merged: merged.map((one) => ({ id: one.id, name: one.name, handle: one.handle })),
    inCharge: people.get(creator.inChargeId ?? "") ?? null,
    contact,
    history: history.map(({ vetting, campaign }) => ({
      vetting: vetting.id,
      at: vetting.vettedAt.toString(),
      score: vetting.score,
      coverage: vetting.report.scorecard.coverage,
      campaign,
      by: people.get(vetting.vettedBy) ?? { name: vetting.vettedBy },
    })),
    exclusivities: terms.map(({ brand, category, from, until }) => ({
      brand,
      category,
      from,
      until,
      state: exclusivityState({ brand, category, from, until }, today),
    })),
    delivery: { onTime, late, open },
    postings: slots.slice(0, POSTINGS).map(({ slot, campaign, round }) => ({
      campaign: campaign.name,
      postOn: slot.postOn,
      state: deliveredOn(slot, now),
      rounds: round,
    })),
    quotes: quotesIn(history.map(({ vetting }) => vetting)),
  };
}

/** Draws every copy of a creator's card anew. */
export async function refreshCreatorCard(ctx: Ctx, unit: Unit, creator: Creator): Promise<void> {
  await unit.refresh(creatorCardKey(creator.id), "creator-card", await creatorCardOf(ctx, unit.tx, creator));
}

/** @param ended what was just ended, said on this copy alone */
export async function sendCreatorCard(
  ctx: Ctx,
  unit: Unit,
  creator: Creator,
  ended?: Data["ended"],
): Promise<void> {
  await unit.send({
    to: { reply: "all" },
    template: "creator-card",
    data: { ...(await creatorCardOf(ctx, unit.tx, creator)), ended },
    cardKey: creatorCardKey(creator.id),
  });
}

async function contactOf(db: Querier, id: string | null): Promise<Data["contact"]> {
  const contact = id === null ? undefined : await contactById(db, id);
  if (contact === undefined) return null;
  const creators = await creatorsOfContact(db, contact.id);
  return { name: contact.name, mcn: contact.mcn, creators: creators.length };
}

/** Copies of the card stand with both sides, so only quotes that anybody may read: every price once, with the day on which it was first seen. */
function quotesIn(newestFirst: readonly Vetting[]): Data["quotes"] {
  const found = new Map<string, Data["quotes"][number]>();
  for (const { facts: all, vettedAt } of newestFirst) {
    const facts = visibleFacts(all, []);
    for (const [format, fact] of [
      ["image", facts.quoteImage] as const,
      ["video", facts.quoteVideo] as const,
    ]) {
      if (fact === undefined) continue;
      const key = keyOf(format, fact.value);
      const at = fact.asOf ?? vettedAt.toString();
      found.set(key, { format, price: fact.value, source: fact.source, at });
    }
  }
  return [...found.values()].toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, QUOTES);
}

function keyOf(format: NoteFormat, { amount, currency }: Money): string {
  return `${format}:${currency}:${amount}`;
}

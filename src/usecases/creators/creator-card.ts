/** The data of a creator's card, as it stands now. */
import type { TemplateInput } from "../../chat/template-data.ts";
import { deliveredOn, deliveryRecord } from "../../domain/delivery.ts";
import { exclusivityState } from "../../domain/exclusivity.ts";
import type { Audience } from "../../domain/visibility.ts";
import { contactById, creatorsOfContact } from "../../store/contacts.ts";
import { slotsOfCreators, vettingsOf } from "../../store/creator-history.ts";
import type { Creator } from "../../store/creators.ts";
import { type Querier, together } from "../../store/database.ts";
import { exclusivitiesOf } from "../../store/exclusivities.ts";
import { mergedWith } from "../../store/merges.ts";
import { personRefs, sidesKnown } from "../../store/people.ts";
import { audienceHere } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import type { Unit } from "../unit.ts";
import { creatorQuotes } from "./creator-quotes.ts";

/** So many of a creator's newest vettings are looked at. */
const HISTORY = 20;
const POSTINGS = 20;

type Data = TemplateInput<"creator-card">;

/** Copies for one side alone have its prices; "open" ones only what everybody may read. source: rules LP2 */
type View = "open" | { of: string | null };

function creatorCardKey(creatorId: string, view: View): string {
  if (view === "open") return `creator:${creatorId}`;
  return view.of === null ? `creator:${creatorId}:brand` : `creator:${creatorId}:of:${view.of}`;
}

/** One side has a view of its own; where several may read along they see what is open. */
function viewFor(audience: Audience): View {
  const [party] = audience;
  const isOneSide = party !== undefined && party !== "" && audience.every((one) => one === party);
  return isOneSide ? { of: party } : "open";
}

async function creatorCardOf(ctx: Ctx, db: Querier, creator: Creator, view: View): Promise<Data> {
  const now = ctx.clock.now();
  const today = now.toZonedDateTimeISO("Asia/Shanghai").toPlainDate().toString();
  const [history, slots, terms, contact, merged, quotes] = await together(
    vettingsOf(db, creator.id, HISTORY),
    slotsOfCreators(db, [creator.id]),
    exclusivitiesOf(db, [creator.id]),
    contactOf(db, creator.contactId),
    mergedWith(db, creator.id),
    creatorQuotes(db, creator.id, view === "open" ? [] : [view.of]),
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
    ...quotes,
  };
}

/** Draws every copy of a creator's card anew. */
export async function refreshCreatorCard(ctx: Ctx, unit: Unit, creator: Creator): Promise<void> {
  const sides = [null, ...(await sidesKnown(unit.tx))];
  for (const view of ["open", ...sides.map((of) => ({ of }))] as const) {
    const data = await creatorCardOf(ctx, unit.tx, creator, view);
    await unit.refresh(creatorCardKey(creator.id, view), "creator-card", data);
  }
}

/** @param ended what was just ended, said on this copy alone */
export async function sendCreatorCard(
  ctx: Ctx,
  unit: Unit,
  creator: Creator,
  ended?: Data["ended"],
): Promise<void> {
  const view = viewFor(await audienceHere(ctx, unit.tx));
  await unit.send({
    to: { reply: "all" },
    template: "creator-card",
    data: { ...(await creatorCardOf(ctx, unit.tx, creator, view)), ended },
    cardKey: creatorCardKey(creator.id, view),
  });
}

async function contactOf(db: Querier, id: string | null): Promise<Data["contact"]> {
  const contact = id === null ? undefined : await contactById(db, id);
  if (contact === undefined) return null;
  const creators = await creatorsOfContact(db, contact.id);
  return { name: contact.name, mcn: contact.mcn, creators: creators.length };
}

/** The person in charge of a creator (跟进人): who is reminded of what is to be done with the creator. */
import { ownerOf, partyOf } from "../../domain/visibility.ts";
import type { Creator } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import type { Quote } from "../../store/outreach.ts";
import { type Member, memberById } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";
import { isReachable } from "../delivery/due-messages.ts";

/** Who holds the time when nobody is in charge, or somebody of another side: an agency's hold is no other's business. */
export async function holderOf(
  ctx: Pick<Ctx, "chats">,
  db: Querier,
  hold: { quote: Pick<Quote, "agency">; creator: Creator },
  notedBy: string,
): Promise<Member | undefined> {
  const inCharge = await personInCharge(db, hold.creator);
  const isTheirs = inCharge !== undefined && ownerOf(partyOf(inCharge)) === hold.quote.agency;
  if (isTheirs && (await isReachable(ctx, db, inCharge.id))) return inCharge;
  return memberById(db, notedBy);
}

export async function personInCharge(
  db: Querier,
  { inChargeId }: Pick<Creator, "inChargeId">,
): Promise<Member | undefined> {
  return inChargeId === null ? undefined : memberById(db, inChargeId);
}

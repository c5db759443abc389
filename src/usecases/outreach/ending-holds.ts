/** Holds that end soon and wait for whoever holds the time: to be extended, or released. */
import type { Temporal } from "temporal-polyfill";
import type { TemplateInput } from "../../chat/template-data.ts";
import type { Querier } from "../../store/database.ts";
import { openHolds } from "../../store/open-work.ts";
import type { Member } from "../../store/people.ts";
import { holderOf } from "../creators/in-charge.ts";
import type { Ctx } from "../ctx.ts";
import { daysUntil, todayIn } from "../days.ts";

type Ending = NonNullable<TemplateInput<"home">["holds"]>;

/** How far ahead a hold waits on its holder, in days: a weekend and the working day before it. */
const HOLD_AHEAD = 3;

/** The first to end first. @param reader.zone an IANA zone, in whose days the rest is counted */
export async function endingHolds(
  ctx: Pick<Ctx, "chats">,
  db: Querier,
  reader: Pick<Member, "id"> & { zone: string },
  now: Temporal.Instant,
): Promise<Ending> {
  const today = todayIn(now, reader.zone);
  const ending: Ending = [];
  for (const { quote, until, creator, campaign } of await openHolds(db)) {
    const daysLeft = daysUntil(today, todayIn(until, reader.zone).toString());
    if (daysLeft > HOLD_AHEAD) continue;
    if ((await holderOf(ctx, db, { quote, creator }, quote.setBy))?.id !== reader.id) continue;
    ending.push({
      creator: { id: creator.id, name: creator.name },
      campaign: { id: campaign.id, name: campaign.name },
      format: quote.format,
      via: quote.via,
      until: until.toString(),
      daysLeft,
    });
  }
  return ending;
}

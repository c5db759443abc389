/** What an event means at this moment: too late, on a card that was renewed, or what it says. */
import { Temporal } from "temporal-polyfill";
import type { Inbound } from "../../chat/inbound.ts";
import { copyAt } from "../../store/card-copies.ts";
import type { Services } from "../ctx.ts";
import type { Person } from "./identify-person.ts";
import { isStale, type Meaning, staleMeaning, understandEvent } from "./understand-event.ts";

/** @param receivedAt when it was stored, for one that waits since then */
export async function meaningNow(
  services: Services,
  event: Inbound,
  person: Person,
  receivedAt?: Temporal.Instant,
): Promise<Meaning> {
  const meaning = understandEvent(event, person.member, services.commands);
  if (meaning.kind === "ignored") return meaning;
  const age = ageOf(services, event, receivedAt);
  if (isStale(event, age)) {
    if (receivedAt !== undefined)
      services.log.warn({ inbox: event.eventKey, ageMs: age }, "an event waited too long and is refused");
    return staleMeaning(event);
  }
  return (await refuseOldCard(services, event)) ?? meaning;
}

/** In ms. */
function ageOf(services: Services, event: Inbound, receivedAt: Temporal.Instant | undefined): number {
  const since =
    receivedAt ?? (event.happenedAt === undefined ? undefined : Temporal.Instant.from(event.happenedAt));
  return since === undefined ? 0 : services.clock.now().since(since).total("milliseconds");
}

/** A card that was renewed decides nothing any more: the copy that counts may show another state by now. */
async function refuseOldCard(services: Services, { body, where }: Inbound): Promise<Meaning | undefined> {
  if (where.message === undefined || (body.kind !== "click" && body.kind !== "submission")) return undefined;
  const copy = await copyAt(services.store.db, where.platform, where.message);
  if (copy === undefined || copy.replacedBy === null) return undefined;
  return { kind: "refused", code: "old-card", details: { renewed: "yes", card: copy.cardKey ?? "" } };
}

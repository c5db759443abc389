/** What creators are judged by: what is newly said of them, upon what was known before. */
import type { CreatorFacts } from "../../domain/creator-facts.ts";
import { withCombinedRatio } from "../../domain/sponsored-ratio.ts";
import { type Audience, mergeFacts, type Party, quotesOf } from "../../domain/visibility.ts";
import { type Querier, together } from "../../store/database.ts";
import { latestFacts } from "../../store/vettings.ts";
import { ownRecords, withoutOwnRecords } from "./own-records.ts";

/** By creator id; who is new is in neither. */
export interface KnownBefore {
  earlier: ReadonlyMap<string, CreatorFacts>;
  records: ReadonlyMap<string, CreatorFacts>;
}

/** @param about.earlier what was known of them; that of the newest vetting of each when left out */
export async function knownBefore(
  db: Querier,
  about: Parameters<typeof ownRecords>[1] & { earlier: KnownBefore["earlier"] | undefined },
): Promise<KnownBefore> {
  const [earlier, records] = await together<[KnownBefore["earlier"], KnownBefore["records"]]>(
    about.earlier === undefined ? latestFacts(db, about.creatorIds) : Promise.resolve(about.earlier),
    ownRecords(db, about),
  );
  return { earlier, records };
}

/**
 * @param facts what is newly known; it takes the place of older facts of the same kind
 * @param by.agency whose quotes they are; null for the brand's own people
 * @param by.readers who will read what comes of it
 */
export function factsToJudge(
  creatorId: string,
  facts: CreatorFacts,
  { earlier, records }: KnownBefore,
  { agency, readers }: { agency: Party; readers: Audience },
): CreatorFacts {
  const [known, record] = [earlier.get(creatorId), records.get(creatorId)];
  if (known === undefined && record === undefined) return factsOfNew(facts, agency);
  const fresh = quotesOf(agency, facts);
  const before = withoutOwnRecords(withoutTerms(known));
  return withCombinedRatio({ ...mergeFacts(before, fresh, readers), ...record });
}

/** The same of somebody whom nobody knew before: most creators of a long list. */
export function factsOfNew(facts: CreatorFacts, agency: Party): CreatorFacts {
  return withCombinedRatio(quotesOf(agency, facts));
}

/** An agency's share and a rebate belong to the one quote they were given with: another side's vetting never inherits them. */
function withoutTerms(facts: CreatorFacts = {}): CreatorFacts {
  const { agencyShare: _, rebate: __, ...rest } = facts;
  return rest;
}

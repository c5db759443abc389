/** Who may read which price: one table for the brand, the agency that a value comes from, and everybody else. */
import type { CreatorFacts, Fact } from "./creator-facts.ts";
import type { Money } from "./money.ts";

/**
 * One side: null is the brand's own people, else the name of an agency. A partner whose agency nobody named is a side alone,
 * `@` and the member's id; "" is somebody in a group of whom nothing is known.
 */
export type Party = string | null;

/** Everybody who may read a message: one person's side, or all sides that may be in a chat. */
export type Audience = readonly Party[];

/** What is confidential between the sides. */
export type PriceField =
  | "budget"
  | "spent"
  | "ceiling"
  | "margin"
  | "rebate"
  | "quote"
  | "submitted-price"
  | "passed-price"
  | "payment";

/** `owner`: the agency whose value it is. */
interface Rule {
  brand: boolean;
  owner: boolean;
  others: boolean;
}

const BRAND_ONLY: Rule = { brand: true, owner: false, others: false };
const OWNER_ONLY: Rule = { brand: false, owner: true, others: false };
const BOTH: Rule = { brand: true, owner: true, others: false };

/**
 * Budget and what is spent of it belong to the brand: from the sum one agency could work out another's prices.
 * source: rules LP2
 */
const PRICE_RULES: Readonly<Record<PriceField, Rule>> = {
  budget: BRAND_ONLY,
  spent: BRAND_ONLY,
  ceiling: BRAND_ONLY,
  margin: OWNER_ONLY,
  rebate: OWNER_ONLY,
  quote: BOTH,
  "submitted-price": BOTH,
  "passed-price": BOTH,
  payment: BOTH,
};

/** A partner without a named agency is not the brand, so that a forgotten setting shows too little, never too much. */
export function partyOf({ id, agency, role }: { id: string; agency: string | null; role: string }): Party {
  return agency ?? (role === "partner" ? unnamedParty(id) : null);
}

/** The side of a partner while nobody has named the agency. */
export function unnamedParty(memberId: string): string {
  return `${UNNAMED}${memberId}`;
}

const UNNAMED = "@";

export function isUnnamed(party: Party): boolean {
  return party?.startsWith(UNNAMED) === true;
}

/** What a card calls the owner of a value: "" for the brand's team, and for a partner without a named agency. */
export function nameOfOwner(owner: string): string {
  return isUnnamed(owner) ? "" : owner;
}

/** `members.agency` as it is kept with a value: the brand's own values are under "". */
export function ownerOf(party: Party): string {
  return party ?? "";
}

/**
 * Whether everybody of an audience may read a value.
 *
 * @param owner the agency it comes from; "" for the brand's team
 */
export function isVisible(field: PriceField, owner: string, audience: Audience): boolean {
  const rule = PRICE_RULES[field];
  return audience.length > 0 && audience.every((party) => mayRead(rule, owner, party));
}

function mayRead(rule: Rule, owner: string, party: Party): boolean {
  // what the brand's own team entered is the brand's in both ways
  if (party === null) return rule.brand || (owner === "" && rule.owner);
  if (party !== owner) return rule.others;
  // of somebody unknown in the brand's group: they read what the brand itself puts there, but for what is its own alone
  return rule.owner && (owner !== "" || rule.brand);
}

/**
 * Who may be in a group: who somebody said; else on Slack the brand's people, on Lark those and every agency and partner
 * that works with them. The brand's people count as there in an agency's group too: they may be added any day. Whoever acts there
 * is there as well. source: rules LP2
 *
 * @param group.side the agency that the group is said to belong to, "" for the brand alone; undefined where nobody said
 * @param group.others the sides that are known beside the brand
 */
export function groupAudience(
  group: { platform: "slack" | "lark"; side: string | undefined; others: readonly string[] },
  actor: Party | undefined,
): Audience {
  const members: Party[] = [null, ...partnersIn(group)];
  return [...new Set(actor === undefined ? members : [...members, actor])];
}

function partnersIn({ platform, side, others }: Parameters<typeof groupAudience>[0]): readonly string[] {
  if (side !== undefined) return side === "" ? [] : [side];
  if (platform === "slack") return [];
  return others.length > 0 ? others : [""];
}

/** Whether everybody of one audience is of the other too: what the other may read, they may. */
export function isWithin(audience: Audience, other: Audience): boolean {
  return audience.every((party) => other.includes(party));
}

const QUOTES = ["quoteImage", "quoteVideo"] as const;

/** A quote that no agency brought, such as a list price of the platform's own export, is open to everybody. */
function mayReadQuote(quote: Fact<Money>, audience: Audience): boolean {
  return quote.agency === undefined || isVisible("quote", quote.agency, audience);
}

/** Whether a creator's quotes may all be shown as they are. */
export function showsAllQuotes(facts: CreatorFacts, audience: Audience): boolean {
  return QUOTES.every((name) => facts[name] === undefined || mayReadQuote(facts[name], audience));
}

/** The facts without the quotes that somebody of the audience may not read, and without those held back. */
export function visibleFacts(facts: CreatorFacts, audience: Audience): CreatorFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([name, fact]) =>
        name !== "heldBack" && (!isQuote(name) || mayReadQuote(fact as Fact<Money>, audience)),
    ),
  );
}

/** Of earlier facts those quotes that readers of the later ones may know: open ones, and those of the same agency. */
export function comparableQuotes(earlier: CreatorFacts, later: CreatorFacts): CreatorFacts {
  return Object.fromEntries(
    Object.entries(earlier).filter(([name, fact]) => {
      if (!isQuote(name)) return true;
      const { agency } = fact as Fact<Money>;
      return agency === undefined || agency === later[name]?.agency;
    }),
  );
}

/** Marks the quotes among new facts as one side's. The brand's own stay open. */
export function quotesOf(agency: Party, facts: CreatorFacts): CreatorFacts {
  if (agency === null) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, isQuote(name) ? { ...fact, agency } : fact]),
  );
}

/**
 * What is known together with what is new, as the audience may know it. Another agency's quotes feed nothing: they are
 * held back, and come again when somebody asks who may read them and nothing newer is known.
 */
export function mergeFacts(
  earlier: CreatorFacts | undefined,
  fresh: CreatorFacts,
  audience: Audience,
): CreatorFacts {
  const known = earlier === undefined ? {} : visibleFacts(earlier, audience);
  const merged: CreatorFacts = { ...known, ...fresh };
  const heldBack: NonNullable<CreatorFacts["heldBack"]> = [];
  const others = [...(earlier?.heldBack ?? []), ...hidden(earlier, audience)];
  for (const { name, quote } of others) {
    const isOwn = merged[name]?.agency === quote.agency;
    if (isOwn) continue;
    if (merged[name] === undefined && mayReadQuote(quote, audience)) merged[name] = quote;
    else heldBack.push({ name, quote });
  }
  return heldBack.length === 0 ? merged : { ...merged, heldBack: latestOfEach(heldBack) };
}

function hidden(facts: CreatorFacts | undefined, audience: Audience) {
  return QUOTES.flatMap((name) => {
    const quote = facts?.[name];
    return quote === undefined || mayReadQuote(quote, audience) ? [] : [{ name, quote }];
  });
}

/** One quote an agency and format: the later one in the list. */
function latestOfEach<T extends { name: string; quote: Fact<Money> }>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [`${one.name} ${one.quote.agency}`, one])).values()];
}

const isQuote = (name: string): name is (typeof QUOTES)[number] =>
  (QUOTES as readonly string[]).includes(name);

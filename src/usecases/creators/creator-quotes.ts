/** The prices that a creator's card shows: from vettings, from outreach and from lists, as far as its readers may know. */
import type { TemplateInput } from "../../chat/template-data.ts";
import type { CreatorFacts, Fact } from "../../domain/creator-facts.ts";
import type { Money } from "../../domain/money.ts";
import { type Audience, isVisible, nameOfOwner, visibleFacts } from "../../domain/visibility.ts";
import { quotesInVettings, quotesOfCreator, submittedPricesOf } from "../../store/creator-quotes.ts";
import { type Querier, together } from "../../store/database.ts";
import { priceOf } from "../../store/outreach.ts";

type Shown = TemplateInput<"creator-card">["quotes"][number];

const QUOTES = 8;

/**
 * Newest first; a price that vettings took over from each other stands once, with the day on which it was first seen.
 * @param audience none: only what everybody may read
 */
export async function creatorQuotes(
  db: Querier,
  creatorId: string,
  audience: Audience,
): Promise<{ quotes: Shown[]; moreQuotes: number }> {
  const [vetted, asked, submitted] = await together(
    quotesInVettings(db, creatorId),
    quotesOfCreator(db, creatorId),
    submittedPricesOf(db, creatorId),
  );
  const found = new Map<string, Shown>();
  for (const { facts, vettedAt } of vetted) {
    for (const { format, quote } of readable(facts, audience)) {
      const { value: price, source, agency, asOf } = quote;
      const at = asOf ?? vettedAt.toString();
      found.set(keyOf("vetted", agency ?? "", format, price), { format, price, source, at });
    }
  }
  for (const { quote, campaign } of asked) {
    const price = priceOf(quote);
    const { format, via, agency, id } = quote;
    if (price === null || !isVisible("quote", agency, audience)) continue;
    const origin = { kind: "outreach" as const, campaign, via: via === "" ? null : via };
    found.set(id, { format, price, source: "typed", at: quote.setAt.toString(), origin });
  }
  for (const { row, agency, submittedAt, campaign } of submitted) {
    if (!isVisible("submitted-price", agency, audience)) continue;
    const price = { amount: row.amount, currency: row.currency };
    const origin = { kind: "list" as const, campaign, via: nameOfOwner(agency) || null };
    const key = keyOf(`list ${campaign}`, agency, row.format, price);
    if (!found.has(key))
      found.set(key, { format: row.format, price, source: "typed", at: submittedAt.toString(), origin });
  }
  const all = [...found.values()].toSorted((a, b) => b.at.localeCompare(a.at));
  return { quotes: all.slice(0, QUOTES), moreQuotes: Math.max(0, all.length - QUOTES) };
}

function readable(
  facts: Pick<CreatorFacts, "quoteImage" | "quoteVideo" | "heldBack">,
  audience: Audience,
): { format: "image" | "video"; quote: Fact<Money> }[] {
  const held = (facts.heldBack ?? []).map(({ name, quote }): CreatorFacts => ({ [name]: quote }));
  return [facts, ...held].flatMap((some) => {
    const { quoteImage, quoteVideo } = visibleFacts(some, audience);
    return [
      ...(quoteImage === undefined ? [] : [{ format: "image" as const, quote: quoteImage }]),
      ...(quoteVideo === undefined ? [] : [{ format: "video" as const, quote: quoteVideo }]),
    ];
  });
}

function keyOf(from: string, agency: string, format: string, { amount, currency }: Money): string {
  return [from, agency, format, currency, amount].join("\n");
}

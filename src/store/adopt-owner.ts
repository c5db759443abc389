/** What a partner noted before anybody named the agency becomes the agency's, as if it had been named from the start. */
import { sql } from "drizzle-orm";
import type { Transaction } from "./database.ts";

/**
 * Where the agency has noted the same offer itself, the one noted last counts, as when two of its people note it one after
 * the other: what it does not say stays as in the other, which is gone. What is planned for a hold that is gone does nothing.
 * Snapshots keep their facts and scores: only whose a quote is changes.
 *
 * @param from the side of the partner alone
 * @param to the agency
 */
export async function adoptOwner(
  tx: Transaction,
  memberId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await adoptQuotes(tx, from, to);
  await tx.execute(sql`update seedbed.submissions set agency = ${to} where agency = ${from}`);
  await tx.execute(sql`update seedbed.payment_plans set agency = ${to} where agency = ${from}`);
  const mark = (owner: string) => sql`${`"agency": ${JSON.stringify(owner)}`}::text`;
  const marked = (column: ReturnType<typeof sql.identifier>) =>
    sql`replace(${column}::text, ${mark(from)}, ${mark(to)})::jsonb`;
  const facts = sql.identifier("facts");
  await tx.execute(sql`
    update seedbed.vettings set facts = ${marked(facts)} where strpos(facts::text, ${from}) > 0 and creator_id in (
      select creator_id from seedbed.vettings where vetted_by = ${memberId})`);
  const details = sql.identifier("details");
  await tx.execute(sql`
    update seedbed.import_questions set details = ${marked(details)} where strpos(details::text, ${from}) > 0
      and import_id in (select id from seedbed.list_imports where started_by = ${memberId})`);
  // cards that only this side could read go on being drawn anew
  await tx.execute(sql`
    update seedbed.outbox set card_key = left(card_key, -length(${from}::text)) || ${to}
    where right(card_key, length(${from}::text)) = ${from}`);
}

async function adoptQuotes(tx: Transaction, from: string, to: string): Promise<void> {
  const sameOffer = sql`o.campaign_id = q.campaign_id and o.creator_id = q.creator_id and o.via = q.via
    and o.format = q.format and q.agency in (${from}, ${to}) and o.agency in (${from}, ${to}) and o.id <> q.id`;
  await tx.execute(sql`
    update seedbed.quotes q set rebate_share = coalesce(q.rebate_share, o.rebate_share),
      price_currency = case when q.price_amount is null then o.price_currency else q.price_currency end,
      price_amount = coalesce(q.price_amount, o.price_amount)
    from seedbed.quotes o where ${sameOffer}`);
  // of two noted at once, the agency's own counts
  await tx.execute(sql`
    delete from seedbed.quotes q using seedbed.quotes o where ${sameOffer}
      and (q.set_at, q.agency = ${to}, q.id) < (o.set_at, o.agency = ${to}, o.id)`);
  await tx.execute(sql`update seedbed.quotes set agency = ${to} where agency = ${from}`);
}

/** What a partner noted before anybody named the agency becomes the agency's, as if it had been named from the start. */
import { sql } from "drizzle-orm";
import type { Transaction } from "./database.ts";

/**
 * Where the agency has noted the same offer itself, the agency's counts and the partner's stays the brand's to read alone.
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
  await tx.execute(sql`
    update seedbed.quotes q set agency = ${to} where q.agency = ${from} and not exists (
      select from seedbed.quotes o where o.agency = ${to} and o.campaign_id = q.campaign_id
        and o.creator_id = q.creator_id and o.via = q.via and o.format = q.format)`);
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

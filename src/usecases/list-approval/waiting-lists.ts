/** Submitted lists that still wait for decisions: those a member may decide on, and those they submitted. */
import type { Temporal } from "temporal-polyfill";
import type { Role } from "../../chat/people.ts";
import type { TemplateInput } from "../../chat/template-data.ts";
import { partyOf } from "../../domain/visibility.ts";
import type { Querier } from "../../store/database.ts";
import type { Member } from "../../store/people.ts";
import { undecidedLists } from "../../store/submissions.ts";
import type { Ctx } from "../ctx.ts";
import { daysUntil, todayIn } from "../days.ts";
import { DECIDERS, decidersOf } from "./list-deciders.ts";

type Waiting = NonNullable<TemplateInput<"home">["lists"]>;

/** The longest waiting first. @param reader.zone an IANA zone, in whose days the waiting is counted */
export async function waitingLists(
  ctx: Pick<Ctx, "chats">,
  db: Querier,
  reader: Pick<Member, "id" | "role" | "agency"> & { zone: string },
  now: Temporal.Instant,
): Promise<{ decide: Waiting; submitted: Waiting }> {
  const decide: Waiting = [];
  const submitted: Waiting = [];
  const today = todayIn(now, reader.zone);
  for (const { submission, campaign, open } of await undecidedLists(db)) {
    const { id, number, submittedBy, submittedAt } = submission;
    const days = -daysUntil(today, todayIn(submittedAt, reader.zone).toString());
    const list = { id, number, campaign, open, days };
    if (await mayDecide(ctx, db, reader, submittedBy)) decide.push(list);
    else if (submittedBy === reader.id) submitted.push(list);
  }
  return { decide, submitted };
}

/** source: rules LP1 */
async function mayDecide(
  ctx: Pick<Ctx, "chats">,
  db: Querier,
  reader: Pick<Member, "id" | "role" | "agency">,
  submitter: string,
): Promise<boolean> {
  if (!(DECIDERS as readonly Role[]).includes(reader.role) || partyOf(reader) !== null) return false;
  if (reader.id !== submitter) return true;
  return (await decidersOf(ctx, db, submitter)).isSubmitter;
}

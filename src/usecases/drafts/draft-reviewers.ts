/** Who may decide on a draft, and who is asked privately where a campaign has no chat on the reviewers' side. */
import type { Role } from "../../chat/people.ts";
import { PLATFORMS, type PlatformName } from "../../chat/ports.ts";
import type { Querier } from "../../store/database.ts";
import { type Member, membersWithRole, privateAddress } from "../../store/people.ts";
import type { Ctx } from "../ctx.ts";

export const REVIEWER_ROLES = ["partner", "legal", "manager", "admin"] as const satisfies readonly Role[];
/** Those who may ask for more rounds of changes than are included. */
export const EXTRA_ROUND_ROLES: readonly Role[] = ["manager", "admin"];

/** The side that reviews what comes from a platform: China answers the brand, the brand answers China. */
const OTHER_SIDE: Readonly<Record<PlatformName, readonly Role[]>> = {
  slack: ["partner", "legal"],
  lark: ["manager"],
};

/** Whether a private message can reach this member. */
export async function isReachable(ctx: Ctx, db: Querier, memberId: string): Promise<boolean> {
  const connected = PLATFORMS.filter((platform) => ctx.chats[platform] !== undefined);
  return (await privateAddress(db, memberId, connected)) !== undefined;
}

/** Members who may decide on what `submitter` submitted, and whom a message can reach. */
export async function reviewersOf(ctx: Ctx, db: Querier, submitter: string): Promise<Member[]> {
  const reviewers: Member[] = [];
  for (const member of await membersWithRole(db, REVIEWER_ROLES)) {
    if (member.id !== submitter && (await isReachable(ctx, db, member.id))) reviewers.push(member);
  }
  return reviewers;
}

/** Whom to ask privately about a draft from `platform`: the other side, else everyone who may decide. */
export async function privateReviewers(
  ctx: Ctx,
  db: Querier,
  submitter: string,
  platform: PlatformName,
): Promise<Member[]> {
  const all = await reviewersOf(ctx, db, submitter);
  const otherSide = all.filter(({ role }) => OTHER_SIDE[platform].includes(role));
  return otherSide.length > 0 ? otherSide : all;
}

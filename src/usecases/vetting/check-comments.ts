/** Judges a sample of comments: counts become facts, words of trouble are shown, the comments are forgotten. */
import type { TemplateInput } from "../../chat/template-data.ts";
import { findSafetyHits } from "../../domain/brand-safety.ts";
import { commentShares, commentsIn, judgeComments } from "../../domain/comment-quality.ts";
import type { CreatorFacts, Fact } from "../../domain/creator-facts.ts";
import { FLAG_LIMITS } from "../../domain/flag-limits.ts";
import type { Audience } from "../../domain/visibility.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Creator } from "../../store/creators.ts";
import { eraseInboxText } from "../../store/inbox.ts";
import { campaignIfClear } from "../campaigns/find-campaign.ts";
import type { NamedCreator } from "../creators/find-or-create-creator.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { creatorMeant } from "./creator-meant.ts";
import { keepVetting } from "./keep-vettings.ts";
import { scoringDay } from "./score-settings.ts";

export interface CommentsInput {
  creator: NamedCreator;
  /** as pasted, one comment a line */
  comments: string;
  campaign?: string | undefined;
}

/** [A] What a person can look through on one card. */
const MOST_HITS = 8;

export async function checkComments({ ctx, input }: { ctx: Ctx; input: CommentsInput }): Promise<void> {
  const comments = commentsIn(input.comments);
  await transact(ctx, async (unit) => {
    const { tx } = unit;
    const campaign = await campaignIfClear(ctx, tx, input.campaign);
    const creator = await creatorMeant(ctx, tx, input.creator);
    const data = await keepComments(ctx, unit, { creator, campaign, comments });
    // who wrote them is nobody's business here, and the counts are kept
    if (ctx.inboxKey !== undefined) await eraseInboxText(tx, ctx.inboxKey);
    await unit.send({ to: { reply: "all" }, template: "comment-check", data });
  });
}

/**
 * Judges comments and keeps their counts in a vetting.
 * @param given.audience who will read the vetting; everybody where the call came from when left out
 */
export async function keepComments(
  ctx: Ctx,
  unit: Unit,
  given: {
    creator: Creator;
    campaign: Campaign | undefined;
    comments: readonly string[];
    audience?: Audience;
  },
): Promise<TemplateInput<"comment-check">> {
  const { creator, campaign, comments, audience } = given;
  const quality = judgeComments(comments);
  const shares = commentShares(quality);
  const facts = shares === undefined ? {} : typedFacts(shares, scoringDay(campaign, unit.now));
  const vetting = await keepVetting(ctx, unit, campaign, { creator, facts }, audience);
  await unit.audit("creator.comments", creator.id, { vetting: vetting.id, ...quality });
  return {
    creator: { id: creator.id, name: creator.name },
    vettingId: vetting.id,
    read: quality.read,
    shares:
      shares === undefined
        ? null
        : {
            generic: shares.genericCommentShare,
            emojiOnly: shares.emojiOnlyCommentShare,
            duplicate: shares.duplicateCommentShare,
            questions: shares.questionCommentShare,
          },
    least: FLAG_LIMITS.leastComments,
    limit: FLAG_LIMITS.genericComments,
    hits: findSafetyHits(comments).slice(0, MOST_HITS),
  };
}

function typedFacts(
  shares: NonNullable<ReturnType<typeof commentShares>>,
  asOf: string,
): Partial<CreatorFacts> {
  const fact = (value: number): Fact<number> => ({ value, source: "typed", asOf });
  return {
    genericCommentShare: fact(shares.genericCommentShare),
    emojiOnlyCommentShare: fact(shares.emojiOnlyCommentShare),
    duplicateCommentShare: fact(shares.duplicateCommentShare),
    questionCommentShare: fact(shares.questionCommentShare),
    commentsRead: fact(shares.commentsRead),
  };
}

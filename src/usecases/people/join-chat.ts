/** The bot was added to a chat: it remembers the chat and greets once, whatever comes twice or late. */
import { Temporal } from "temporal-polyfill";
import type { Where } from "../../chat/inbound.ts";
import { AppError } from "../../domain/errors.ts";
import { lastAudit } from "../../store/audit.ts";
import { campaignsOfChat, openCampaigns } from "../../store/campaigns.ts";
import { chatKnown, rememberChat } from "../../store/chats.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";
import { CHAT_LEFT } from "./leave-chat.ts";
import { newChat } from "./remember-chats.ts";

/**
 * @param input.name of the chat, where the event tells it
 * @param input.at when it happened: an invitation that a later removal has overtaken changes nothing
 */
export async function joinChat({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { name: string | undefined; at: string | undefined };
}): Promise<void> {
  const { where } = ctx;
  if (where === undefined) throw new AppError("internal");
  const name = input.name ?? (await nameOf(ctx, where));
  await transact(ctx, async (unit) => {
    const { platform, chat } = where;
    const subject = `${platform}:${chat}`;
    if (await hasLeftSince(unit, subject, input.at)) return unit.audit("chat.join-late", subject);
    const known = await chatKnown(unit.tx, platform, chat);
    await rememberChat(unit.tx, newChat(platform, chat, name ?? known?.name ?? chat, unit.now));
    await unit.audit("chat.join", subject);
    const [campaign] = await campaignsOfChat(unit.tx, platform, chat);
    const open = await openCampaigns(unit.tx);
    const canBind = open.some(
      ({ slackChat, larkChat }) => (platform === "slack" ? slackChat : larkChat) === null,
    );
    await unit.send({
      to: { platform, to: { chat } },
      template: "greeting",
      data: { platform, place: "group", campaign: campaign?.name ?? null, canBind },
      key: `greeting:${subject}`,
    });
  });
}

/** Slack's event has no name. One that is not told now is learned at the next start. */
async function nameOf(ctx: Ctx, { platform, chat }: Where): Promise<string | undefined> {
  try {
    const chats = await ctx.chats[platform]?.listChats();
    return chats?.find(({ id }) => id === chat)?.name;
  } catch (error) {
    ctx.log.warn({ platform, chat, err: error }, "the name of a new chat could not be read");
    return undefined;
  }
}

async function hasLeftSince(unit: Unit, subject: string, at: string | undefined): Promise<boolean> {
  const left = await lastAudit(unit.tx, CHAT_LEFT, subject);
  const leftAt = left?.details["at"];
  if (typeof leftAt !== "string" || at === undefined) return false;
  return Temporal.Instant.compare(Temporal.Instant.from(leftAt), Temporal.Instant.from(at)) > 0;
}

/** Says whose a group is, so that prices go into it which all may read who are there. source: rules LP2 */
import type { Choice } from "../../chat/card.ts";
import { PLATFORMS, type PlatformName } from "../../chat/ports.ts";
import { AppError } from "../../domain/errors.ts";
import { isWithin, partyOf } from "../../domain/visibility.ts";
import { deleteChatSide, saveChatSide } from "../../store/chat-sides.ts";
import { chatKnown, chatsOn, type KnownChat } from "../../store/chats.ts";
import { nameKeyOf } from "../../store/creators.ts";
import { type Querier, together } from "../../store/database.ts";
import { detachCopies, laneOf } from "../../store/outbox.ts";
import { agenciesKnown } from "../../store/people.ts";
import { audienceOf } from "../audience.ts";
import type { Ctx } from "../ctx.ts";
import { transact, type Unit } from "../unit.ts";

/** `agency`: null for the brand alone; undefined takes back what was said. */
export interface ChatSideInput {
  agency: string | null | undefined;
  /** `platform:id` as the form has it, or the group's name; the group of the call when left out */
  chat?: string | undefined;
}

/** Cards that may hold a price. */
const PRICED = ["list:", "vet:", "plan:"];

/** @throws AppError "brand-only"; "unknown-chat"; "bad-input" for an agency nobody works for, or no group */
export async function setChatSide({ ctx, input }: { ctx: Ctx; input: ChatSideInput }): Promise<void> {
  await transact(ctx, async (unit) => {
    const { actor } = ctx;
    if (actor === undefined || partyOf(actor) !== null) throw new AppError("brand-only");
    const chat = await chatMeant(ctx, unit.tx, input.chat);
    const agency = await agencyMeant(unit.tx, input.agency);
    const to = { platform: chat.platform, to: { chat: chat.chatId } };
    const before = await audienceOf(ctx, unit.tx, to);
    if (agency === undefined) await deleteChatSide(unit.tx, chat.platform, chat.chatId);
    else {
      const { platform, chatId } = chat;
      await saveChatSide(unit.tx, { platform, chatId, agency, setBy: actor.id, setAt: unit.now });
    }
    // a card that stands there was made for those who were there: it must not learn what others may not know
    if (!isWithin(await audienceOf(ctx, unit.tx, to), before)) await detachPriced(unit, chat);
    await unit.audit("chat.side", `${chat.platform}:${chat.chatId}`, { agency: agency ?? null });
    await unit.send({
      to: { reply: "actor" },
      template: "chat-side",
      data: { platform: chat.platform, chat: chat.name, agency: agency ?? null },
    });
  });
}

async function detachPriced(unit: Unit, { platform, chatId }: KnownChat): Promise<void> {
  await detachCopies(unit.tx, laneOf(platform, { chat: chatId }), PRICED);
}

/** The chats the bot is in, and the one of the call; the agencies that members work for. */
export async function sideChoices(ctx: Ctx): Promise<{
  chats: (Choice & { platform: PlatformName })[];
  here: string | undefined;
  agencies: string[];
}> {
  const { db } = ctx.store;
  const [slack = [], lark = []] = await together(...PLATFORMS.map((platform) => chatsOn(db, platform)));
  const chats = [...slack, ...lark].map(({ platform, chatId, name }) => ({
    platform,
    value: `${platform}:${chatId}`,
    label: name,
  }));
  const { where } = ctx;
  const here = where?.chatKind === "group" ? `${where.platform}:${where.chat}` : undefined;
  return {
    chats,
    here: chats.find(({ value }) => value === here)?.value,
    agencies: await agenciesKnown(db),
  };
}

async function chatMeant(ctx: Ctx, db: Querier, word: string | undefined): Promise<KnownChat> {
  const { where } = ctx;
  if (word === undefined) {
    if (where?.chatKind !== "group") throw new AppError("bad-input", { problem: "which-group" });
    const chat = await chatKnown(db, where.platform, where.chat);
    if (chat === undefined) throw new AppError("unknown-chat", { text: where.chat });
    return chat;
  }
  const all = [...(await chatsOn(db, "slack")), ...(await chatsOn(db, "lark"))];
  const keyOf = (name: string) => nameKeyOf(name.replace(/^#/u, ""));
  const found = all.filter(
    ({ platform, chatId, name }) => `${platform}:${chatId}` === word || keyOf(name) === keyOf(word),
  );
  // two groups of one name, one on each platform: the one where it was asked
  const chat = found.length > 1 ? found.find(({ platform }) => platform === where?.platform) : found[0];
  if (chat === undefined) throw new AppError("unknown-chat", { text: word });
  return chat;
}

/** "" for the brand alone, as it is kept. */
async function agencyMeant(db: Querier, typed: string | null | undefined): Promise<string | undefined> {
  if (typed === undefined) return undefined;
  if (typed === null) return "";
  const known = await agenciesKnown(db);
  const agency = known.find((name) => nameKeyOf(name) === nameKeyOf(typed));
  if (agency === undefined)
    throw new AppError("bad-input", { problem: "no-agency", text: typed, names: known.join(" / ") });
  return agency;
}

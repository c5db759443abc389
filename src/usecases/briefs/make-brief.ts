/** Makes the brief for one creator: the card in the chat and, when nothing is missing, the document. */
import type { TypedSectionId } from "../../chat/features/brief.ts";
import type { TemplateInput } from "../../chat/template-data.ts";
import { AppError } from "../../domain/errors.ts";
import { type Brief, briefById, insertBrief, latestBrief, lockBriefs } from "../../store/briefs.ts";
import type { Campaign } from "../../store/campaigns.ts";
import { chatKnown } from "../../store/chats.ts";
import type { Creator } from "../../store/creators.ts";
import type { Querier } from "../../store/database.ts";
import { insertFile } from "../../store/files.ts";
import { memberById, personRef } from "../../store/people.ts";
import type { Bilingual } from "../../store/schema/campaigns.ts";
import { slotOf } from "../../store/slots.ts";
import { findCampaign } from "../campaigns/find-campaign.ts";
import { findCreator } from "../creators/find-creator.ts";
import type { Ctx } from "../ctx.ts";
import { readingAt } from "../delivery/prepare-message.ts";
import { transact } from "../unit.ts";
import { type BriefContent, briefContent, keptContent } from "./brief-content.ts";
import { briefDocument } from "./brief-document.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export interface BriefInput {
  creator: string;
  campaign?: string | undefined;
  product?: string | undefined;
  /** a section that is given takes the place of the campaign's in both languages */
  texts: Partial<Record<TypedSectionId, Bilingual>>;
  /** the texts come from a form that showed them all: one that is not there was emptied */
  fromForm: boolean;
  /** the brief that the form showed */
  from?: string | undefined;
}

/** A brief that is ready to be kept as the next version. */
interface Prepared {
  campaign: Campaign;
  creator: Creator;
  version: number;
  content: BriefContent;
  file: { name: string; bytes: Uint8Array } | undefined;
}

/** Another version was kept between the preparing and the keeping. */
class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/** @throws AppError of `findCampaign` and `findCreator` */
export async function makeBrief({ ctx, input }: { ctx: Ctx; input: BriefInput }): Promise<void> {
  for (;;) {
    const prepared = await prepare(ctx, input);
    try {
      await keep(ctx, prepared);
      return;
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
}

/** The document is made before the transaction begins: nothing waits for it. */
async function prepare(ctx: Ctx, input: BriefInput): Promise<Prepared> {
  const { db } = ctx.store;
  const campaign = await findCampaign(ctx, db, input.campaign);
  const creator = await creatorOf(db, input);
  const latest = await latestBrief(db, campaign.id, creator.id);
  const version = (latest?.version ?? 0) + 1;
  const now = ctx.clock.now();
  const content = briefContent(
    {
      campaign,
      product: input.product ?? campaign.product,
      texts: textsOf(campaign, input),
      slot: await slotOf(db, campaign.id, creator.id),
      brandZone: await brandZone(db, campaign),
      now,
      messages: ctx.messages,
    },
    latest === undefined ? undefined : keptContent(latest.content),
  );
  const date = now.toZonedDateTimeISO(campaign.zone).toPlainDate().toString();
  const document = briefDocument(ctx.messages, { creator: creator.name, version, date }, content);
  const file = content.incomplete
    ? undefined
    : {
        name: (await fileWords(ctx)).name(creator.name, version),
        bytes: await ctx.documents.bilingualDocument(document),
      };
  return { campaign, creator, version, content, file };
}

/** A form shows the name of the brief's creator: unchanged, it means that creator, whoever else is called so. */
async function creatorOf(db: Querier, input: BriefInput): Promise<Creator> {
  const shown = input.from === undefined ? undefined : await briefById(db, input.from);
  const own = shown === undefined ? undefined : await findCreator(db, shown.creatorId);
  return own?.name === input.creator ? own : findCreator(db, input.creator);
}

function textsOf(campaign: Campaign, { texts, fromForm }: BriefInput): Record<TypedSectionId, Bilingual> {
  const { background, goal, keyPoints, must, mustNot } = fromForm ? {} : campaign.brief;
  const own = { background, goal, "key-points": keyPoints, must, "must-not": mustNot };
  const pick = (id: TypedSectionId): Bilingual => texts[id] ?? own[id] ?? {};
  return {
    background: pick("background"),
    goal: pick("goal"),
    "key-points": pick("key-points"),
    must: pick("must"),
    "must-not": pick("must-not"),
  };
}

/** The other side's clock: of whoever started the campaign, or of its Slack channel. */
async function brandZone(db: Querier, campaign: Campaign): Promise<string> {
  const owner = await memberById(db, campaign.createdBy);
  const chat = campaign.slackChat === null ? undefined : await chatKnown(db, "slack", campaign.slackChat);
  const zones = [owner?.zone, chat?.zone].filter((zone) => zone !== undefined && zone !== null);
  return zones.find((zone) => zone !== campaign.zone) ?? campaign.zone;
}

async function keep(ctx: Ctx, { campaign, creator, version, content, file }: Prepared): Promise<void> {
  const { actor } = ctx;
  if (actor === undefined) throw new AppError("unknown-person");
  const words = await fileWords(ctx);
  await transact(ctx, async (unit) => {
    await lockBriefs(unit.tx, campaign.id, creator.id);
    const before = await latestBrief(unit.tx, campaign.id, creator.id);
    if ((before?.version ?? 0) + 1 !== version) throw new Overtaken();
    const brief: Brief = {
      id: ctx.newId("bri"),
      campaignId: campaign.id,
      creatorId: creator.id,
      version,
      content,
      createdBy: actor.id,
      createdAt: unit.now,
    };
    await insertBrief(unit.tx, brief);
    await unit.audit("brief.make", brief.id, { campaign: campaign.id, creator: creator.id, version });
    if (before !== undefined) {
      const old = await cardOf(unit.tx, before, { campaign, creator, newest: version });
      await unit.refresh(briefCardKey(before.id), "brief-card", old);
    }
    await unit.send({
      to: { reply: "all" },
      template: "brief-card",
      data: await cardOf(unit.tx, brief, { campaign, creator, newest: version }),
      cardKey: briefCardKey(brief.id),
    });
    if (file === undefined) return;
    const stored = { id: ctx.newId("fil"), name: file.name, mime: DOCX, content: file.bytes };
    await insertFile(unit.tx, { ...stored, createdAt: unit.now });
    await unit.sendFile({ to: { reply: "all" }, fileId: stored.id, text: words.text(creator.name, version) });
  });
}

function briefCardKey(briefId: string): string {
  return `brief:${briefId}`;
}

async function cardOf(
  db: Querier,
  brief: Brief,
  about: { campaign: Campaign; creator: Creator; newest: number },
): Promise<TemplateInput<"brief-card">> {
  const { campaign, creator, newest } = about;
  return {
    id: brief.id,
    version: brief.version,
    newest,
    campaign: { id: campaign.id, name: campaign.name },
    creator: { id: creator.id, name: creator.name },
    content: keptContent(brief.content),
    createdBy: await personRef(db, brief.createdBy),
    createdAt: brief.createdAt.toString(),
  };
}

/** The words around the file, in the language of whoever reads where the call came from. */
async function fileWords(ctx: Ctx) {
  const { where, actor, account } = ctx;
  if (where === undefined) throw new AppError("internal");
  const direct = where.chatKind === "direct";
  const reading = await readingAt(ctx, {
    platform: where.platform,
    destination: direct ? { user: account?.userId } : { chat: where.chat },
    readerId: direct ? (actor?.id ?? null) : null,
  });
  return reading.m.brief.file;
}

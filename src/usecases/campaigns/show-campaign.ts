/** Shows a campaign's card where it was asked for, or starts the campaign when there is none of that name yet. */
import type { RawInput } from "../../chat/registry.ts";
import { AppError } from "../../domain/errors.ts";
import { openCampaigns } from "../../store/campaigns.ts";
import { nameKeyOf } from "../../store/creators.ts";
import type { Ctx } from "../ctx.ts";
import { nameInput, summaryOf } from "../name-input.ts";
import { transact } from "../unit.ts";
import { campaignCardOf } from "./campaign-card.ts";
import { type CampaignInput, createCampaign } from "./create-campaign.ts";
import { findCampaign } from "./find-campaign.ts";

/** What the campaign form submits. */
const FORM_COMMAND = "campaign new";

type TypedCampaign = { [Field in keyof CampaignInput]?: CampaignInput[Field] | undefined } & { name: string };

/** Without a name it is the campaign of this chat, or the only one. */
export async function showCampaign({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { name?: string | undefined };
}): Promise<void> {
  await transact(ctx, async (unit) => {
    const campaign = await findCampaign(ctx, unit.tx, input.name);
    await unit.audit("campaign.show", campaign.id);
    await unit.send({
      to: { reply: "all" },
      template: "campaign-card",
      data: await campaignCardOf(unit.tx, campaign, { now: unit.now, isNew: false }),
    });
  });
}

/** A name alone shows that campaign; a new name with everything it needs starts one; else the form is offered. */
export async function showOrCreateCampaign({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: TypedCampaign;
}): Promise<void> {
  const given = Object.entries(input).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value]],
  );
  const missing = (["brand", "product", "category", "launch"] as const).filter(
    (field) => input[field] === undefined,
  );
  const open = await openCampaigns(ctx.store.db);
  const exists = open.some(({ name }) => nameKeyOf(name) === nameKeyOf(input.name));
  if (exists && given.length === 1) return showCampaign({ ctx, input });
  if (exists) throw new AppError("name-taken", { text: input.name });
  if (isComplete(input)) return createCampaign({ ctx, input });
  await offerForm(ctx, Object.fromEntries(given), missing);
}

function isComplete(input: TypedCampaign): input is CampaignInput {
  const { brand, product, category, launch } = input;
  return [brand, product, category, launch].every((value) => value !== undefined);
}

async function offerForm(ctx: Ctx, input: RawInput, missing: readonly string[]): Promise<void> {
  const command = ctx.commands.byName(FORM_COMMAND);
  if (command === undefined) throw new AppError("internal", { command: FORM_COMMAND });
  await transact(ctx, async (unit) => {
    await unit.audit("ask-for-input", FORM_COMMAND, { missing });
    await unit.send({
      to: { reply: "actor" },
      template: "open-form",
      data: {
        command: FORM_COMMAND,
        summary: summaryOf(ctx, command),
        input,
        missing: missing.map((field) => nameInput(ctx, command, field)),
      },
    });
  });
}

/** A form about one creator of a campaign: who was named is said above it, else the form asks. */
import type { Field, Form } from "../src/chat/card.ts";
import { creatorChoices } from "../src/usecases/creators/creator-choices.ts";
import type { Ctx } from "../src/usecases/ctx.ts";

/** What is known before the form opens: raw inputs as typed or as a button carries them. */
export type Typed = Readonly<Record<string, unknown>>;

export function typedText(input: Typed, name: string): string | undefined {
  const value = input[name];
  return typeof value === "string" ? value : undefined;
}

/**
 * @param about.creator the creator's name as typed, or an id, when one was given
 * @param about.label of the field that asks for the creator
 * @param about.fieldsFor the other fields, given the campaign's IANA zone
 * @throws AppError when the creator or the campaign is not clear
 */
export async function creatorForm(
  ctx: Ctx,
  about: {
    command: string;
    title: string;
    submit: string;
    label: string;
    creator: string | undefined;
    campaign: string | undefined;
    fieldsFor(zone: string): readonly Field[];
  },
): Promise<Form> {
  const { campaign, chosen, choices } = await creatorChoices(ctx, about);
  const asked = { name: "creator", label: about.label, required: true } as const;
  const creatorField: Field =
    choices.length === 0 ? { kind: "text", ...asked } : { kind: "choice", ...asked, choices };
  const subject = [chosen?.name, campaign.name].filter((name) => name !== undefined).join(" · ");
  return {
    title: about.title,
    intro: [{ kind: "text", text: subject }],
    call: {
      command: about.command,
      input: { campaign: campaign.id, ...(chosen && { creator: chosen.id }) },
    },
    submit: about.submit,
    fields: [...(chosen === undefined ? [creatorField] : []), ...about.fieldsFor(campaign.zone)],
  };
}

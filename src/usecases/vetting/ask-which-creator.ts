/** Several creators are called what a person wrote: a card lets them choose, and the same call goes on with all it was given. */
import type { TemplateInput } from "../../chat/template-data.ts";
import { AppError } from "../../domain/errors.ts";
import { creatorsWithIds, latestVettings } from "../../store/creator-history.ts";
import type { Querier } from "../../store/database.ts";
import { asOther, readCreatorWords } from "../creators/read-creator-words.ts";
import type { Ctx } from "../ctx.ts";
import type { FailedCall } from "../intake/understand-event.ts";
import { transact } from "../unit.ts";

/** More buttons are not read; the 小红书号 finds everybody. */
export const MOST_CHOICES = 10;

/** What a button can carry; Slack's limit of 2,000 signs with room for the rest of its value. */
const LONGEST_INPUT = 1_500;

type Option = TemplateInput<"creator-choice">["options"][number];

/** @returns false when this is another error, or a button cannot carry the call: it is refused with words then */
export async function askWhichCreator(
  ctx: Ctx,
  { command, raw }: FailedCall,
  error: unknown,
): Promise<boolean> {
  if (!(error instanceof AppError) || error.code !== "ambiguous-creator") return false;
  const { text, ids } = error.details;
  const name = raw["creator"] === undefined ? "creators" : "creator";
  const written = raw[name];
  if (typeof text !== "string" || typeof ids !== "string" || ids === "" || written === undefined)
    return false;
  if (JSON.stringify(raw).length > LONGEST_INPUT) return false;
  await transact(ctx, async (unit) => {
    const options = await choiceOptions(unit.tx, ids.split(","));
    await unit.audit("ask-which-creator", command.name, { creators: ids });
    await unit.send({
      to: { reply: "all" },
      template: "creator-choice",
      data: {
        text,
        command: command.name,
        options: options.slice(0, MOST_CHOICES).map((option) => ({
          ...option,
          // what stands around the name, such as a date behind it or other creators, goes along
          input: { ...raw, [name]: withChoice(written, text, option.id) },
        })),
        other: name === "creator" ? otherInput(raw, written) : null,
        more: Math.max(0, options.length - MOST_CHOICES),
      },
    });
  });
  return true;
}

/** In a line of several names only the one that stands alone is meant: 小鹿 is not a part of 小鹿护肤. */
function withChoice(written: string, text: string, id: string): string {
  if (!written.includes(text)) return id;
  const sign = "[\\s,，、;；]";
  const literal = text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const alone = new RegExp(`(?<=^|${sign})${literal}(?=$|${sign})`, "u");
  return alone.test(written) ? written.replace(alone, id) : written.replace(text, id);
}

/** Somebody else of this name, where a profile link says who. */
function otherInput(raw: Readonly<Record<string, string>>, written: string) {
  return readCreatorWords(written).platformId === undefined ? null : { ...raw, creator: asOther(written) };
}

/** What tells these creators apart, without the call that each button makes. */
export async function choiceOptions(db: Querier, ids: readonly string[]): Promise<Omit<Option, "input">[]> {
  const creators = await creatorsWithIds(db, ids);
  const latest = await latestVettings(db, ids);
  return creators.map(({ id, name, handle, platformId }) => {
    const vetting = latest.get(id);
    return {
      id,
      name,
      handle,
      platformId,
      followers: vetting?.facts.followers?.value ?? null,
      vettedAt: vetting?.vettedAt.toString() ?? null,
    };
  });
}

/** Schemas of the small objects Block Kit is made of: texts, options, confirmation dialogs, images, rich text. */
import { z } from "zod";
import { LIMITS } from "./limits.ts";

export const Id = z.string().min(1).max(LIMITS.id);

export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal("plain_text"),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });

export const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal("mrkdwn"),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });

export const anyText = (max: number) => z.discriminatedUnion("type", [plainText(max), mrkdwn(max)]);

const optionRest = {
  value: z.string().min(1).max(LIMITS.option.value),
  description: anyText(LIMITS.option.description).optional(),
  url: z.string().max(LIMITS.option.url).optional(),
};

/** An option of a menu: plain text only. */
export const MenuOption = z.strictObject({ text: plainText(LIMITS.option.text), ...optionRest });

/** An option of radio buttons or checkboxes: may be mrkdwn. */
export const ChoiceOption = z.strictObject({ text: anyText(LIMITS.option.text), ...optionRest });

export const OptionGroup = z.strictObject({
  label: plainText(LIMITS.option.text),
  options: z.array(MenuOption).min(1).max(LIMITS.select.options),
});

export const Style = z.enum(["primary", "danger"]);

export const Confirm = z.strictObject({
  title: plainText(LIMITS.confirm.title).optional(),
  text: anyText(LIMITS.confirm.text),
  confirm: plainText(LIMITS.confirm.confirm).optional(),
  deny: plainText(LIMITS.confirm.deny).optional(),
  style: Style.optional(),
});

const SlackFile = z.union([z.strictObject({ id: z.string() }), z.strictObject({ url: z.string() })]);

/** Where a picture comes from; exactly one of the two is given, which `oneSource` checks. */
export const imageSource = {
  image_url: z.string().min(1).max(LIMITS.image.url).optional(),
  slack_file: SlackFile.optional(),
  alt_text: z.string().min(1).max(LIMITS.image.alt),
};

export function oneSource(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}

export const ONE_SOURCE = "needs exactly one of image_url and slack_file";

export const ImageElement = z
  .strictObject({ type: z.literal("image"), ...imageSource })
  .refine(oneSource, { message: ONE_SOURCE });

const textStyle = z
  .strictObject({
    bold: z.boolean().optional(),
    code: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    underline: z.boolean().optional(),
  })
  .optional();

const RichText = z.strictObject({ type: z.literal("text"), text: z.string().min(1), style: textStyle });

const RichLink = z.strictObject({
  type: z.literal("link"),
  url: z.string().min(1),
  text: z.string().optional(),
  unsafe: z.boolean().optional(),
  style: textStyle,
});

const RichPiece = z.discriminatedUnion("type", [
  RichText,
  RichLink,
  z.strictObject({ type: z.literal("user"), user_id: z.string(), style: textStyle }),
  z.strictObject({ type: z.literal("channel"), channel_id: z.string(), style: textStyle }),
  z.strictObject({ type: z.literal("usergroup"), usergroup_id: z.string(), style: textStyle }),
  z.strictObject({ type: z.literal("team"), team_id: z.string(), style: textStyle }),
  z.strictObject({ type: z.literal("color"), value: z.string(), style: textStyle }),
  z.strictObject({
    type: z.literal("broadcast"),
    range: z.enum(["here", "channel", "everyone"]),
    style: textStyle,
  }),
  z.strictObject({
    type: z.literal("emoji"),
    name: z.string(),
    unicode: z.string().optional(),
    url: z.string().optional(),
    style: textStyle,
  }),
  z.strictObject({
    type: z.literal("date"),
    timestamp: z.number(),
    format: z.string(),
    url: z.string().optional(),
    fallback: z.string().optional(),
    style: textStyle,
  }),
]);

const border = { border: z.union([z.literal(0), z.literal(1)]).optional() };

const RichSection = z.strictObject({
  type: z.literal("rich_text_section"),
  elements: z.array(RichPiece),
});

/** The rich_text block, which is also a cell of a table and the value of a rich text input. */
export const RichTextBlock = z.strictObject({
  type: z.literal("rich_text"),
  block_id: Id.optional(),
  elements: z
    .array(
      z.discriminatedUnion("type", [
        RichSection,
        z.strictObject({
          type: z.literal("rich_text_list"),
          style: z.enum(["bullet", "ordered"]),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().optional(),
          elements: z.array(RichSection),
          ...border,
        }),
        z.strictObject({ type: z.literal("rich_text_quote"), elements: z.array(RichPiece), ...border }),
        z.strictObject({
          type: z.literal("rich_text_preformatted"),
          elements: z.array(z.discriminatedUnion("type", [RichText, RichLink])),
          ...border,
        }),
      ]),
    )
    .min(1),
});

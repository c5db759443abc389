/** The rules Slack has for the blocks this bot draws: kinds, known properties, lengths, counts, escaping. */
import { z } from "zod";
import { DataTable, DataVisualization, visible } from "./check-figures.ts";
import { LIMITS } from "./limits.ts";

export const id = z.string().min(1).max(LIMITS.id);
const block = { block_id: id.optional() };

export const plainObject = (limit: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: visible(limit), emoji: z.boolean().optional() });

const mrkdwnObject = (limit: number) =>
  z.strictObject({
    type: z.literal("mrkdwn"),
    text: visible(limit).refine(isEscaped, { message: "holds markup that is not the bot's own" }),
    verbatim: z.literal(true),
  });

const textObject = (limit: number) => z.discriminatedUnion("type", [plainObject(limit), mrkdwnObject(limit)]);

const confirm = z.strictObject({
  title: plainObject(LIMITS.confirm.title),
  text: plainObject(LIMITS.confirm.text),
  confirm: plainObject(LIMITS.confirm.confirm),
  deny: plainObject(LIMITS.confirm.deny),
});

const button = z
  .strictObject({
    type: z.literal("button"),
    text: plainObject(LIMITS.buttonText),
    action_id: id,
    value: z.string().min(1).max(LIMITS.buttonValue).optional(),
    url: z
      .string()
      .max(LIMITS.url)
      .regex(/^https?:\/\/\S+$/i)
      .optional(),
    style: z.enum(["primary", "danger"]).optional(),
    confirm: confirm.optional(),
  })
  .refine((one) => (one.value === undefined) !== (one.url === undefined), {
    message: "needs a value or an address",
  });

export const Section = z
  .strictObject({
    type: z.literal("section"),
    ...block,
    text: textObject(LIMITS.sectionText).optional(),
    fields: z.array(textObject(LIMITS.fieldText)).min(1).max(LIMITS.sectionFields).optional(),
  })
  .refine((one) => one.text !== undefined || one.fields !== undefined, { message: "needs text or fields" });
export const Header = z.strictObject({
  type: z.literal("header"),
  ...block,
  text: plainObject(LIMITS.headerText),
});
export const Divider = z.strictObject({ type: z.literal("divider"), ...block });
export const Context = z.strictObject({
  type: z.literal("context"),
  ...block,
  elements: z.array(textObject(LIMITS.contextText)).min(1).max(LIMITS.contextElements),
});
const Actions = z.strictObject({
  type: z.literal("actions"),
  ...block,
  elements: z.array(button).min(1).max(LIMITS.actionsElements),
});

const Image = z.strictObject({
  type: z.literal("image"),
  ...block,
  slack_file: z.strictObject({ id: z.string().regex(/^F[A-Z0-9]+$/) }),
  alt_text: visible(LIMITS.image.alt),
  title: plainObject(LIMITS.image.title).optional(),
});

const Plan = z.strictObject({
  type: z.literal("plan"),
  ...block,
  title: visible(LIMITS.plan.title),
  tasks: z
    .array(
      z.strictObject({
        type: z.literal("task_card"),
        task_id: id,
        title: visible(LIMITS.plan.title),
        status: z.enum(["pending", "in_progress", "complete", "error"]),
      }),
    )
    .min(1)
    .max(LIMITS.plan.tasks),
});

const Container = z.strictObject({
  type: z.literal("container"),
  ...block,
  title: plainObject(LIMITS.container.title),
  is_collapsible: z.literal(true),
  default_collapsed: z.boolean().optional(),
  child_blocks: z
    .array(z.discriminatedUnion("type", [Section, Divider, Context, Image]))
    .min(1)
    .max(LIMITS.container.children),
});

export const MessageBlocks = z
  .array(
    z.discriminatedUnion("type", [
      Section,
      Header,
      Divider,
      Context,
      Actions,
      DataTable,
      DataVisualization,
      Container,
      Image,
      Plan,
    ]),
  )
  .min(1)
  .max(LIMITS.messageBlocks);

/** What a home takes of what is drawn for messages. */
export const HomeBlocks = z
  .array(z.discriminatedUnion("type", [Section, Header, Divider, Context, Actions]))
  .min(1)
  .max(LIMITS.viewBlocks);

/** True when every `<…>` is a person's mention or a link and every other special sign is escaped. */
export function isEscaped(text: string): boolean {
  const rest = text.replaceAll(/<(?:@[UW][A-Z0-9]+|(?:https?:|mailto:)[^<>|\s]+(?:\|[^<>|\n]+)?)>/gi, "");
  return !/[<>]/.test(rest) && !/&(?!amp;|lt;|gt;)/.test(text);
}

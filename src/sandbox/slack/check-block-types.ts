/** Schemas of Slack's blocks, one a type. */
import { z } from "zod";
import { Accessory, ActionElement, Button, ContextAction, InputElement } from "./check-elements.ts";
import { DataTable, DataVisualization, Table } from "./check-tables.ts";
import {
  anyText,
  Id,
  ImageElement,
  imageSource,
  mrkdwn,
  ONE_SOURCE,
  oneSource,
  plainText,
  RichTextBlock,
} from "./check-text.ts";
import { LIMITS } from "./limits.ts";

const block = { block_id: Id.optional() };

const Section = z
  .strictObject({
    type: z.literal("section"),
    ...block,
    text: anyText(LIMITS.section.text).optional(),
    fields: z.array(anyText(LIMITS.section.field)).min(1).max(LIMITS.section.fields).optional(),
    accessory: Accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((section) => section.text !== undefined || section.fields !== undefined, {
    message: "needs text or fields",
  });

const Card = z
  .strictObject({
    type: z.literal("card"),
    ...block,
    hero_image: ImageElement.optional(),
    icon: ImageElement.optional(),
    title: mrkdwn(LIMITS.card.title).optional(),
    subtitle: mrkdwn(LIMITS.card.subtitle).optional(),
    body: mrkdwn(LIMITS.card.body).optional(),
    actions: z.array(Button).min(1).max(LIMITS.card.actions).optional(),
  })
  .refine((card) => [card.hero_image, card.title, card.body, card.actions].some((part) => part), {
    message: "needs one of hero_image, title, body and actions",
  });

const TaskCard = z.strictObject({
  type: z.literal("task_card"),
  ...block,
  task_id: Id,
  title: z.string().min(1),
  details: RichTextBlock.optional(),
  output: RichTextBlock.optional(),
  sources: z.array(z.strictObject({ type: z.literal("url"), url: z.string(), text: z.string() })).optional(),
  status: z.enum(["pending", "in_progress", "complete", "error"]),
});

const Plain = [
  Section,
  RichTextBlock,
  z.strictObject({ type: z.literal("divider"), ...block }),
  z.strictObject({ type: z.literal("header"), ...block, text: plainText(LIMITS.header) }),
  z.strictObject({
    type: z.literal("context"),
    ...block,
    elements: z
      .array(
        z.discriminatedUnion("type", [
          ImageElement,
          plainText(LIMITS.context.text),
          mrkdwn(LIMITS.context.text),
        ]),
      )
      .min(1)
      .max(LIMITS.context.elements),
  }),
  z.strictObject({
    type: z.literal("actions"),
    ...block,
    elements: z.array(ActionElement).min(1).max(LIMITS.actions),
  }),
  z
    .strictObject({
      type: z.literal("image"),
      ...block,
      ...imageSource,
      title: plainText(LIMITS.image.title).optional(),
    })
    .refine(oneSource, { message: ONE_SOURCE }),
  z.strictObject({
    type: z.literal("input"),
    ...block,
    label: plainText(LIMITS.input.label),
    hint: plainText(LIMITS.input.hint).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: InputElement,
  }),
  z.strictObject({
    type: z.literal("file"),
    ...block,
    source: z.literal("remote"),
    external_id: z.string(),
  }),
  Table,
] as const;

const Container = z
  .strictObject({
    type: z.literal("container"),
    ...block,
    title: plainText(LIMITS.container.title).optional(),
    rich_text_title: RichTextBlock.optional(),
    subtitle: anyText(LIMITS.container.title).optional(),
    child_blocks: z
      .array(z.discriminatedUnion("type", [...Plain]))
      .min(1)
      .max(LIMITS.container.children),
    width: z.enum(["narrow", "standard", "wide", "full"]).optional(),
    icon: ImageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((part) => (part.title === undefined) !== (part.rich_text_title === undefined), {
    message: "needs exactly one of title and rich_text_title",
  });

/** Any block, told apart by its type. */
export const AnyBlock = z.discriminatedUnion("type", [
  ...Plain,
  Container,
  Card,
  DataTable,
  DataVisualization,
  TaskCard,
  z.strictObject({
    type: z.literal("carousel"),
    ...block,
    elements: z.array(Card).min(1).max(LIMITS.carousel),
  }),
  z.strictObject({
    type: z.literal("context_actions"),
    ...block,
    elements: z.array(ContextAction).min(1).max(LIMITS.contextActions),
  }),
  z.strictObject({
    type: z.literal("alert"),
    ...block,
    text: anyText(LIMITS.alert),
    level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
  }),
  z.strictObject({
    type: z.literal("markdown"),
    ...block,
    text: z.string().min(1).max(LIMITS.markdown),
  }),
  z.strictObject({
    type: z.literal("plan"),
    ...block,
    title: z.string().min(1).max(LIMITS.plan.title),
    tasks: z.array(TaskCard).max(LIMITS.plan.tasks).optional(),
  }),
]);

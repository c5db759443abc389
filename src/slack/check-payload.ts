/** The last look at a message or a modal before it leaves: what Slack would refuse, as lines for the log. */
import type { types } from "@slack/bolt";
import { z } from "zod";
import { HomeBlocks, isEscaped, MessageBlocks, plainObject } from "./check-blocks.ts";
import { ViewBlocks } from "./check-inputs.ts";
import { LIMITS } from "./limits.ts";
import type { SlackBlock, SlackMessage } from "./payload.ts";
import { sizeOfCells, type TableCell } from "./table-cells.ts";
import { isBlank } from "./write-spans.ts";

const View = z.strictObject({
  type: z.literal("modal"),
  callback_id: z.string().min(1).max(LIMITS.id),
  title: plainObject(LIMITS.view.title),
  submit: plainObject(LIMITS.view.submit),
  private_metadata: z.string().max(LIMITS.view.privateMetadata),
  blocks: ViewBlocks,
});

/** @returns what breaks a rule of Slack, one line each with its place; empty for a sound message */
export function checkMessage(message: SlackMessage): string[] {
  return [
    ...checkText(message.text),
    ...issuesOf(MessageBlocks.safeParse(message.blocks)),
    ...checkIds(message.blocks),
    ...checkAllowances(message.blocks),
  ];
}

/** @returns what breaks a rule of Slack, one line each with its place; empty for a sound modal */
export function checkView(view: types.ModalView): string[] {
  const blockIds = view.blocks.flatMap((block) => block.block_id ?? []);
  return [
    ...issuesOf(View.safeParse(view)),
    ...repeated(blockIds).map((id) => `block_id ${id} stands twice`),
  ];
}

/** @returns what breaks a rule of Slack, one line each with its place; empty for a sound home */
export function checkHome(blocks: readonly SlackBlock[]): string[] {
  return [...issuesOf(HomeBlocks.safeParse(blocks)), ...checkIds(blocks)];
}

function checkText(text: string): string[] {
  if (isBlank(text)) return ["text: is empty"];
  if (text.length > LIMITS.messageText) return [`text: is over ${LIMITS.messageText} characters`];
  return isEscaped(text) ? [] : ["text: holds markup that is not the bot's own"];
}

function issuesOf(result: z.ZodSafeParseResult<unknown>): string[] {
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.map(String).join(".")}: ${issue.message}`);
}

function checkIds(blocks: readonly SlackBlock[]): string[] {
  const actionIds = blocks.flatMap((block) =>
    block.type === "actions" ? block.elements.flatMap((element) => element.action_id ?? []) : [],
  );
  const tasks = blocks.flatMap((block) => (block.type === "plan" ? (block.tasks ?? []) : []));
  const taskIds = tasks.flatMap(({ task_id }) => (typeof task_id === "string" ? task_id : []));
  return [
    ...repeated(actionIds).map((id) => `action_id ${id} stands twice`),
    ...repeated(taskIds).map((id) => `task_id ${id} stands twice`),
  ];
}

/** What a message may hold in all its blocks together. */
function checkAllowances(blocks: readonly SlackBlock[]): string[] {
  const charts = blocks.filter((block) => block.type === "data_visualization").length;
  const cells: TableCell[] = blocks.flatMap((block) =>
    block.type === "data_table" ? block.rows.flat() : [],
  );
  const characters = sizeOfCells(cells);
  return [
    ...(charts > LIMITS.chart.perMessage ? [`more than ${LIMITS.chart.perMessage} charts`] : []),
    ...(characters > LIMITS.table.characters ? [`tables hold ${characters} characters`] : []),
  ];
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

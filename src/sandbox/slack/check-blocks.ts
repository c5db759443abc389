/** Checks blocks as Slack does, by block type, and says in Slack's manner what is wrong and where. */
import { z } from "zod";
import type { Block } from "./blocks.ts";
import { placedElements } from "./blocks.ts";
import { AnyBlock } from "./check-block-types.ts";
import { tableCharacters } from "./check-tables.ts";
import { LIMITS } from "./limits.ts";
import { at, problem } from "./problem.ts";

export type Surface = "message" | "modal" | "home";

const MESSAGE_ONLY = new Set([
  "data_table",
  "data_visualization",
  "table",
  "markdown",
  "plan",
  "task_card",
  "context_actions",
]);

/**
 * Checks the blocks of one message, modal or App Home.
 * @returns what is wrong, one line a problem in the form `text [json-pointer:/path]`; empty when Slack would take them
 */
export function checkBlocks(value: unknown, surface: Surface): string[] {
  const most = surface === "message" ? LIMITS.message.blocks : LIMITS.view.blocks;
  const parsed = z.array(AnyBlock).max(most).safeParse(value);
  if (!parsed.success) return parsed.error.issues.map((issue) => problem(issue, "/blocks"));
  const blocks = value as Block[];
  return [
    ...blocks.flatMap((one, index) => checkSurface(one, surface).map((text) => at(text, `/blocks/${index}`))),
    ...checkIds(blocks),
    ...checkCounts(blocks),
  ];
}

function checkSurface({ type }: Block, surface: Surface): string[] {
  if (type === "alert" && surface !== "modal") return ["alert is allowed in modals only"];
  if (MESSAGE_ONLY.has(type) && surface !== "message") return [`${type} is allowed in messages only`];
  return [];
}

function checkIds(blocks: readonly Block[]): string[] {
  const nested = blocks.flatMap((one) => [one, ...(one.child_blocks ?? [])]);
  const blockIds = nested.flatMap((one) => one.block_id ?? []);
  const problems = repeated(blockIds).map((id) => at(`block_id already exists: ${id}`, "/blocks"));
  for (const [index, one] of blocks.entries()) {
    const actionIds = placedElements([one]).flatMap(({ element }) => element.action_id ?? []);
    for (const id of repeated(actionIds))
      problems.push(at(`action_id already exists: ${id}`, `/blocks/${index}`));
  }
  return problems;
}

function checkCounts(blocks: readonly Block[]): string[] {
  const count = (type: string): number => blocks.filter((one) => one.type === type).length;
  const markdown = blocks.filter((one) => one.type === "markdown") as unknown as { text: string }[];
  const problems: string[] = [];
  if (blocks.reduce((sum, { rows }) => sum + tableCharacters(rows ?? []), 0) > LIMITS.tableCharacters)
    problems.push(at(`no more than ${LIMITS.tableCharacters} characters allowed in all tables`, "/blocks"));
  if (count("data_visualization") > LIMITS.message.charts)
    problems.push(at(`no more than ${LIMITS.message.charts} data_visualization blocks allowed`, "/blocks"));
  if (count("table") > LIMITS.message.tables)
    problems.push(at(`no more than ${LIMITS.message.tables} table block allowed`, "/blocks"));
  if (markdown.reduce((sum, { text }) => sum + text.length, 0) > LIMITS.markdown)
    problems.push(
      at(`markdown blocks must hold less than ${LIMITS.markdown + 1} characters in all`, "/blocks"),
    );
  return problems;
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** Checks a modal or App Home as Slack does before it shows it. */
import { z } from "zod";
import type { Block } from "./blocks.ts";
import { checkBlocks } from "./check-blocks.ts";
import { plainText } from "./check-text.ts";
import { LIMITS } from "./limits.ts";
import { problem } from "./problem.ts";

const common = {
  // checked on their own, because the limits depend on the surface
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(LIMITS.view.privateMetadata).optional(),
  callback_id: z.string().max(LIMITS.view.callbackId).optional(),
  external_id: z.string().max(LIMITS.id).optional(),
};

const View = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("modal"),
    ...common,
    title: plainText(LIMITS.view.title),
    close: plainText(LIMITS.view.button).optional(),
    submit: plainText(LIMITS.view.button).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal("home"), ...common }),
]);

/** A modal or App Home as the app described it. */
export interface ViewSource {
  type: "modal" | "home";
  blocks: Block[];
  title?: { type: "plain_text"; text: string };
  close?: { type: "plain_text"; text: string };
  submit?: { type: "plain_text"; text: string };
  private_metadata?: string;
  callback_id?: string;
  external_id?: string;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
}

/**
 * Checks a view for a surface.
 * @returns what is wrong, as `checkBlocks` words it; empty when Slack would show the view
 */
export function checkView(value: unknown, surface: "modal" | "home"): string[] {
  const parsed = View.safeParse(value);
  if (!parsed.success) return parsed.error.issues.map((issue) => problem(issue, "/view"));
  if (parsed.data.type !== surface) return [`must be of type ${surface} [json-pointer:/view/type]`];
  const problems = checkBlocks(parsed.data.blocks, surface);
  const hasInput = (parsed.data.blocks as Block[]).some((block) => block.type === "input");
  if (parsed.data.type === "modal" && hasInput && parsed.data.submit === undefined)
    problems.push("missing required field: a modal with an input needs submit [json-pointer:/view/submit]");
  if (JSON.stringify(value).length > LIMITS.view.bytes) problems.push("view_too_large [json-pointer:/view]");
  return problems;
}

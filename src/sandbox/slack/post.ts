/** Puts the app's messages into channels, whichever way they come: Web API, response_url, or an acknowledgement. */
import { z } from "zod";
import { type Block, withIds } from "./blocks.ts";
import { checkBlocks } from "./check-blocks.ts";
import type { Slack } from "./context.ts";
import { LIMITS } from "./limits.ts";
import { ApiError, broken, json, tooSoon } from "./method.ts";
import type { Channel } from "./people.ts";

/** What every way of posting has in common. */
export const content = {
  text: z.coerce.string().optional(),
  blocks: json(z.array(z.unknown())).optional(),
  attachments: json(z.array(z.unknown())).optional(),
};

interface Content {
  text?: string | undefined;
  blocks?: unknown[] | undefined;
  attachments?: unknown[] | undefined;
}

/**
 * Checks a message and gives it in the form it is stored in.
 * @param most longest text in characters
 * @param note records what Slack lets pass and a good app does not do
 * @throws ApiError `no_text`, `msg_too_long`, `invalid_blocks`
 */
export function checkContent(
  slack: Slack,
  { text = "", blocks = [], attachments = [] }: Content,
  most: number,
  note: (violation: string) => void,
): { text: string; blocks?: Block[] } {
  if (text.length > most) throw broken("msg_too_long", [`text must be less than ${most + 1} characters`]);
  const problems = [...checkBlocks(blocks, "message"), ...unknownPictures(slack, blocks as Block[])];
  if (problems.length > 0) throw broken("invalid_blocks", problems);
  refuseNewer(slack, blocks as Block[]);
  if (text.trim() === "" && blocks.length === 0 && attachments.length === 0) throw broken("no_text");
  if (text.trim() === "") note("text is empty: notifications and screen readers have nothing to say");
  if (/<!(channel|here|everyone)/.test(text + JSON.stringify(blocks)))
    note("the message alerts a whole channel");
  if (blocks.length === 0) return { text };
  return { text, blocks: withIds(blocks as Block[], () => slack.world.newId("", 5)) };
}

/** Pictures must be files that the app has brought into Slack. */
function unknownPictures({ workspace }: Slack, blocks: readonly Block[]): string[] {
  return blocks
    .flatMap((block) => [block, ...(block.child_blocks ?? [])])
    .flatMap(({ slack_file: file }) => file?.id ?? [])
    .filter((id) => workspace.kept.files[id]?.shared !== true)
    .map((id) => `invalid slack file: ${id}`);
}

/** Blocks that a workspace with older clients, or on a smaller plan, does not take. */
const NEWER = new Set([
  "data_table",
  "data_visualization",
  "container",
  "plan",
  "task_card",
  "card",
  "carousel",
]);

/** Refuses newer blocks where the workspace was set to: the app has broken no rule. */
function refuseNewer({ world }: Slack, blocks: readonly Block[]): void {
  if (!world.older.has("slack")) return;
  const index = blocks.findIndex(({ type }) => NEWER.has(type));
  if (index < 0) return;
  const detail = `unsupported type: ${blocks[index]?.type} [json-pointer:/blocks/${index}/type]`;
  throw new ApiError("invalid_blocks", { details: [detail] });
}

/** Refuses a message that comes too soon after the ones before it in the same channel. */
export function keepPace(slack: Slack, channel: Channel): void {
  const wait = slack.rates.postWait(channel.id);
  if (wait > 0) throw tooSoon(`more than about 1 message a second in ${channel.name}`, wait);
}

export const MOST_TEXT = LIMITS.message.text;

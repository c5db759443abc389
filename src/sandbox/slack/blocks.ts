/** The parts of Block Kit that the local Slack itself looks into: ids, elements a person can use, nesting. */

interface TextObject {
  type: "plain_text" | "mrkdwn";
  text: string;
}

export interface Option {
  text: TextObject;
  value?: string;
}

export interface Element {
  type: string;
  action_id?: string;
  text?: TextObject;
  value?: string;
  url?: string;
  style?: string;
  confirm?: unknown;
  placeholder?: TextObject;
  options?: Option[];
  option_groups?: { options: Option[] }[];
  initial_option?: Option;
  initial_options?: Option[];
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
  initial_value?: unknown;
  initial_user?: string;
  initial_users?: string[];
  initial_channel?: string;
  initial_channels?: string[];
  initial_conversation?: string;
  initial_conversations?: string[];
  min_length?: number;
  max_length?: number;
  min_value?: string;
  max_value?: string;
}

export interface Block {
  type: string;
  block_id?: string;
  label?: TextObject;
  optional?: boolean;
  dispatch_action?: boolean;
  element?: Element;
  accessory?: Element;
  elements?: (Element | Block)[];
  actions?: Element[];
  child_blocks?: Block[];
  /** of an image */
  slack_file?: { id?: string };
  /** cells of a table */
  rows?: unknown[][];
}

/** An element a person can use, with the block it sits in. */
export interface Placed {
  block: Block;
  element: Element;
}

/** Element types that hold no value of their own: using them only sends an action. */
const STATELESS = new Set(["button", "overflow", "feedback_buttons", "icon_button", "workflow_button"]);

/** Every interactive element of the blocks, in reading order, also inside cards, carousels and containers. */
export function placedElements(blocks: readonly Block[]): Placed[] {
  return blocks.flatMap((block): Placed[] => {
    if (block.type === "container") return placedElements(block.child_blocks ?? []);
    if (block.type === "carousel") return placedElements(block.elements ?? []);
    return elementsOf(block).map((element) => ({ block, element }));
  });
}

/** Whether an element keeps what a person chose, so that it appears in `state.values`. */
export function holdsValue(element: Element): boolean {
  return !STATELESS.has(element.type);
}

/** Gives blocks and elements the ids their author left out, as Slack does before it stores them. */
export function withIds(blocks: readonly Block[], newId: () => string): Block[] {
  return structuredClone(blocks).map((block) => nameBlock(block, newId));
}

function nameBlock(block: Block, newId: () => string): Block {
  block.block_id ??= newId();
  for (const element of elementsOf(block)) element.action_id ??= newId();
  for (const child of block.child_blocks ?? []) nameBlock(child, newId);
  if (block.type === "carousel") for (const card of (block.elements ?? []) as Block[]) nameBlock(card, newId);
  return block;
}

function elementsOf(block: Block): Element[] {
  switch (block.type) {
    case "section":
      // an image accessory shows something but cannot be used
      return block.accessory === undefined || block.accessory.type === "image" ? [] : [block.accessory];
    case "actions":
    case "context_actions":
      return block.elements ?? [];
    case "input":
      return block.element === undefined ? [] : [block.element];
    case "card":
      return block.actions ?? [];
    default:
      return [];
  }
}

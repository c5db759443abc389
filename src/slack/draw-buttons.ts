/** Buttons: each carries its call as JSON, so that a click says what it means by itself. */
import type { types } from "@slack/bolt";
import type { Button, CallRef } from "../chat/card.ts";
import { LIMITS } from "./limits.ts";
import { plainText, shorten } from "./payload.ts";
import { isBlank } from "./write-spans.ts";

/** Buttons in one row before the next row begins: more than five are hard to take in. */
const ROW = 5;

/**
 * @param firstId number of the first button within its message, which makes its `action_id` unique there
 * @returns one actions block for every five buttons
 */
export function drawButtons(buttons: readonly Button[], firstId: number): types.ActionsBlock[] {
  const drawn = buttons.map((button, index) => drawButton(button, firstId + index));
  const rows: types.ActionsBlock[] = [];
  for (let at = 0; at < drawn.length; at += ROW) {
    rows.push({ type: "actions", elements: drawn.slice(at, at + ROW) });
  }
  return rows;
}

/** A call as the value of a button. */
function encodeCall(call: CallRef): string {
  return JSON.stringify({ c: call.command, i: call.input });
}

/** The call in a button's value; undefined when the value is not one of ours. */
export function decodeCall(value: string): { command: string; input: Record<string, unknown> } | undefined {
  const read = parseJson(value);
  if (typeof read !== "object" || read === null || !("c" in read) || !("i" in read)) return undefined;
  if (typeof read.c !== "string" || typeof read.i !== "object" || read.i === null) return undefined;
  return { command: read.c, input: { ...read.i } };
}

function drawButton(button: Button, id: number): types.Button {
  const text = plainText(shorten(isBlank(button.label) ? "…" : button.label, LIMITS.buttonText));
  if (button.kind === "link") return { type: "button", text, action_id: `link:${id}`, url: button.url };
  return {
    type: "button",
    text,
    action_id: `${shorten(button.call.command.replaceAll(" ", "-"), LIMITS.buttonText)}:${id}`,
    value: encodeCall(button.call),
    ...(button.style === undefined ? {} : { style: button.style }),
    ...(button.confirm === undefined ? {} : { confirm: drawConfirm(button.confirm) }),
  };
}

function drawConfirm(confirm: {
  title: string;
  text: string;
  ok: string;
  cancel: string;
}): types.ConfirmationDialog {
  return {
    title: plainText(shorten(confirm.title, LIMITS.confirm.title)),
    text: plainText(shorten(confirm.text, LIMITS.confirm.text)),
    confirm: plainText(shorten(confirm.ok, LIMITS.confirm.confirm)),
    deny: plainText(shorten(confirm.cancel, LIMITS.confirm.deny)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

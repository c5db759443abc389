/** Buttons: calls come back as `{c, i}`, links open in the browser. */
import type { Button, CallRef } from "../chat/card.ts";
import { type Element, flowing, markdown, plainText, unlessEmpty } from "./element.ts";
import { escapeMarkdown, linkTarget, plainly } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { type Sheet, shorten } from "./sheet.ts";

/** Buttons of one row; a row that does not fit into a full card is left out alone. */
const ROW_BUTTONS = 10;

/** What a button carries and a click brings back: the command and its input. */
export interface ButtonValue {
  c: string;
  i: CallRef["input"];
  /** form inputs that had to be renamed: their name in the card -> the command's input */
  n?: Record<string, string>;
  /** of a select that stands alone: the command's input that the chosen option becomes */
  o?: string;
}

export const valueOfCall = (call: CallRef): ButtonValue => ({ c: call.command, i: call.input });

export function drawButtons(buttons: readonly Button[], sheet: Sheet): Element[] {
  const drawn = buttons.flatMap((button) => drawButton(button, sheet));
  if (drawn.length <= 1) return drawn;
  const rows = Math.ceil(drawn.length / ROW_BUTTONS);
  return Array.from({ length: rows }, (_, row) =>
    flowing(drawn.slice(row * ROW_BUTTONS, (row + 1) * ROW_BUTTONS)),
  );
}

/** @returns the text for a button; Lark takes 1 to 100 signs */
export function buttonText(label: string, sheet: Sheet): Element {
  const text = plainly(label).trim();
  return plainText(text === "" ? "…" : shorten(text, LIMITS.buttonText, sheet));
}

function drawButton(button: Button, sheet: Sheet): Element[] {
  return button.kind === "link" ? drawLink(button, sheet) : [drawCall(button, sheet)];
}

/** An address that Lark would not open is shown as text. */
function drawLink(button: Extract<Button, { kind: "link" }>, sheet: Sheet): Element[] {
  const target = linkTarget(button.url);
  if (target === undefined) {
    return unlessEmpty(escapeMarkdown(shorten(`${button.label} ${button.url}`, 500, sheet)), markdown);
  }
  const behaviors = [{ type: "open_url", default_url: target }];
  return [{ tag: "button", type: "default", text: buttonText(button.label, sheet), behaviors }];
}

function drawCall(button: Extract<Button, { kind: "call" }>, sheet: Sheet): Element {
  return {
    tag: "button",
    type: typeOf(button.style),
    text: buttonText(button.label, sheet),
    // Lark names the two answers itself, in the reader's language
    ...(button.confirm === undefined
      ? {}
      : {
          confirm: {
            title: buttonText(button.confirm.title, sheet),
            text: plainText(shorten(plainly(button.confirm.text), 300, sheet)),
          },
        }),
    behaviors: [{ type: "callback", value: valueOfCall(button.call) }],
  };
}

function typeOf(style: "primary" | "danger" | undefined): string {
  if (style === "primary") return "primary_filled";
  return style === "danger" ? "danger" : "default";
}

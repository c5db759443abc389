/** What Lark gets back at a click: a short line over the card. */
import type { Acknowledgement } from "../chat/inbound.ts";

export interface CardAnswer {
  toast?: { type: "success" | "info" | "warning" | "error"; content: string; i18n?: Record<string, string> };
}

const TYPE = { good: "success", info: "info", warning: "warning", danger: "error" } as const;

/** The click was not stored: nobody knows the reader's language then, so Lark chooses. */
export const NOT_STORED: CardAnswer = {
  toast: {
    type: "error",
    content: "没保存上，请再试一次。Not saved, please try again.",
    i18n: { zh_cn: "没保存上，请再试一次。", en_us: "Not saved, please try again." },
  },
};

/** A form on Lark stays open by itself; what is wrong with it is told in the toast. */
export function toastOf({ errors = {}, toast }: Acknowledgement): CardAnswer {
  const wrong = Object.values(errors);
  if (wrong.length > 0) return { toast: { type: "error", content: wrong.join("\n") } };
  return toast === undefined ? {} : { toast: { type: TYPE[toast.tone], content: toast.text } };
}

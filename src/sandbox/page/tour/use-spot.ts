/** Marks what the tour speaks of: where the step happens, then the message it led to. */
import { useEffect } from "react";
import type { Step } from "./steps.ts";
import type { Progress } from "./use-tour.ts";

const LOOK_MS = 300;

export function useSpot(step: Step | undefined, progress: Progress): void {
  useEffect(() => {
    if (step === undefined) return;
    let marked: Element | undefined;
    const look = () => {
      const found = progress === "done" ? resultOf(step) : placeOf(step);
      if (found === marked && found?.hasAttribute("data-spot") !== false) return;
      marked?.removeAttribute("data-spot");
      found?.setAttribute("data-spot", "");
      if (progress === "done" && found !== undefined) bringIntoView(found);
      marked = found;
    };
    look();
    const timer = window.setInterval(look, LOOK_MS);
    return () => {
      window.clearInterval(timer);
      marked?.removeAttribute("data-spot");
    };
  }, [step, progress]);
}

/** The newest button with these words in a client's messages. */
export const buttonIn = (platform: string, words: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll<HTMLButtonElement>(`.${platform} .message button`)].findLast(
    (button) => button.textContent.trim() === words,
  );

function placeOf({ action, on }: Step): Element | undefined {
  if (action.kind === "press") return buttonIn(on, action.button);
  const inPane = action.kind === "say" || action.kind === "share";
  return document.querySelector(inPane ? `.${on} .composer` : ".clock-buttons") ?? undefined;
}

function resultOf({ done }: Step): Element | undefined {
  return [...document.querySelectorAll(`.${done.on} .message`)].findLast((message) =>
    done.text.test(message.textContent),
  );
}

function bringIntoView(message: Element): void {
  const box = message.closest(".scroller")?.getBoundingClientRect();
  const { top, bottom, height } = message.getBoundingClientRect();
  if (box === undefined || (top >= box.top && bottom <= box.bottom)) return;
  // of a message taller than the log the head matters most
  message.scrollIntoView({ block: height > box.height ? "start" : "nearest" });
}

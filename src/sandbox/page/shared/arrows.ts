/** Moves the focus through a list with the arrow keys, Home and End. */
import type { KeyboardEvent } from "react";

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** For `onKeyDown` of whatever holds the list; `selector` names what can be reached in it. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const step = STEPS[event.key];
  let target: HTMLElement | undefined;
  if (step !== undefined) target = items[(at + step + items.length) % items.length];
  else if (event.key === "Home") target = items[0];
  else if (event.key === "End") target = items.at(-1);
  // letters and keys inside a field are not ours
  if (target === undefined || (at === -1 && items.length > 0 && isField(document.activeElement))) return;
  event.preventDefault();
  target.focus();
}

const isField = (element: Element | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement;

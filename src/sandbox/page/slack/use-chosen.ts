/** What an element holds: kept with the form in a modal's inputs, sent at once everywhere else. */
import { useState } from "react";
import type { Element } from "./shapes.ts";
import { useSurface } from "./surface.tsx";
import { useInput } from "./use-input.ts";

export function useChosen<T>(
  element: Element,
  blockId: string | undefined,
  initial: T,
): [T, (value: T, send?: boolean) => void] {
  const surface = useSurface();
  const input = useInput();
  const [local, setLocal] = useState(initial);
  const actionId = element.action_id ?? "";
  const entered = surface.entered?.[actionId] as T | undefined;
  const choose = (value: T, send = true) => {
    setLocal(value);
    if (surface.entered !== undefined) surface.enter(actionId, value);
    if (send && (input === undefined || input.dispatches)) surface.click(blockId, actionId, value);
  };
  return [entered ?? local, choose];
}

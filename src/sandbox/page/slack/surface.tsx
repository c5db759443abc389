/** Where blocks stand: a message, a modal or the App Home; it takes what a person does with an element. */
import { createContext, useContext } from "react";

export interface Surface {
  /** Sends a block action. */
  click: (blockId: string | undefined, actionId: string | undefined, value?: unknown) => void;
  /** What was entered so far, by action_id; undefined where every choice is sent at once */
  entered: Record<string, unknown> | undefined;
  enter: (actionId: string, value: unknown) => void;
  /** field errors by block_id */
  errors: Record<string, string>;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === undefined) throw new Error("useSurface outside of a message or view");
  return surface;
}

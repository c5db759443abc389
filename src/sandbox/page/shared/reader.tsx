/** Who is reading a pane: the person, their words and zone, and where errors go. */
import { createContext, useContext } from "react";
import type { Words } from "../words/words.ts";
import type { Person, Room } from "./state.ts";

export interface Reader {
  person: Person;
  people: readonly Person[];
  /** the rooms this person sees */
  rooms: readonly Room[];
  words: Words;
  /** BCP 47, such as "zh-CN" */
  locale: string;
  tz: string;
  /** Runs an action; a failure becomes a line the person can dismiss. */
  run: (action: () => Promise<unknown>) => void;
}

export const ReaderContext = createContext<Reader | undefined>(undefined);

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === undefined) throw new Error("useReader outside of a pane");
  return reader;
}

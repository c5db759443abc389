/** What a card's elements do: send a click, or keep a value until their form is submitted. */
import { createContext, useContext } from "react";

export interface CardActions {
  /** @param name the element's name, or its text where it has none */
  click: (name: string, more: { value?: unknown; form?: Record<string, unknown> }) => void;
  /** the form the elements stand in */
  form?: {
    values: Record<string, unknown>;
    set: (name: string, value: unknown) => void;
    missing: readonly string[];
    /** Sends the form by this button, or says what is missing. */
    submit: (button: string) => void;
    reset: () => void;
  };
}

export const CardContext = createContext<CardActions | undefined>(undefined);

export function useCard(): CardActions {
  const card = useContext(CardContext);
  if (card === undefined) throw new Error("useCard outside of a card");
  return card;
}

/** Whether an element stands in an input block, whose value waits for the form's submission. */
import { createContext, useContext } from "react";

export const InputContext = createContext<{ dispatches: boolean } | undefined>(undefined);

export const useInput = () => useContext(InputContext);

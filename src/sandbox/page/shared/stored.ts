/** A choice that survives a reload of the page. */
import { useCallback, useState } from "react";

export function useStored(key: string, initial: string): [string, (value: string) => void] {
  const [value, setValue] = useState(() => localStorage.getItem(`seedbed:${key}`) ?? initial);
  const store = useCallback(
    (next: string) => {
      localStorage.setItem(`seedbed:${key}`, next);
      setValue(next);
    },
    [key],
  );
  return [value, store];
}

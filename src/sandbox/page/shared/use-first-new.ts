/** Where what was unread begins: it stays there while more comes in. */
import { useEffect, useState } from "react";

/**
 * @param ids of all messages, oldest first
 * @param fresh how many of them were unread when the room was opened
 */
export function useFirstNew(ids: readonly string[], fresh: number): string | undefined {
  const [first, setFirst] = useState<string>();
  const begins = fresh > 0 ? ids[ids.length - fresh] : undefined;
  useEffect(() => {
    if (begins !== undefined) setFirst((old) => old ?? begins);
  }, [begins]);
  return first;
}

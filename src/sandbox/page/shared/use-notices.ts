/** Runs actions and keeps what went wrong as lines to show. */
import { useCallback, useState } from "react";
import type { Notice } from "./notices.tsx";

const KEPT = 3;

export function useNotices() {
  const [notices, setNotices] = useState<Notice[]>([]);
  const run = useCallback((action: () => Promise<unknown>) => {
    action().catch((error: Error) => {
      const notice = { id: performance.now(), text: error.message };
      setNotices((old) => [...old.slice(1 - KEPT), notice]);
    });
  }, []);
  const dismiss = useCallback(
    (id: number) => setNotices((old) => old.filter((notice) => notice.id !== id)),
    [],
  );
  return { notices, dismiss, run };
}

/** Shows what a click answered for a moment. */
import { useCallback, useEffect, useState } from "react";
import type { OnToast } from "./message.tsx";

type Toast = Parameters<OnToast>[0];

const TOAST_MS = 4_000;

export function useToast(): [Toast | undefined, OnToast] {
  const [toast, setToast] = useState<Toast>();
  useEffect(() => {
    if (toast === undefined) return;
    const timer = window.setTimeout(() => setToast(undefined), TOAST_MS);
    return () => window.clearTimeout(timer);
  }, [toast]);
  return [toast, useCallback((shown) => setToast({ ...shown }), [])];
}

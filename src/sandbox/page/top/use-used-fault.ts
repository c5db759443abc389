/** The fault that just happened, for as long as it is news. */
import { useEffect, useState } from "react";
import { listen } from "../shared/stream.ts";
import type { Fault } from "./faults.tsx";

const NEWS_MS = 5_000;

export function useUsedFault(): Fault | undefined {
  const [used, setUsed] = useState<Fault>();
  useEffect(
    () =>
      listen((event) => {
        if (event.platform !== "faults" || event.type !== "used") return;
        setUsed({ platform: event["on"], kind: event["kind"], times: 1 } as Fault);
      }),
    [],
  );
  useEffect(() => {
    if (used === undefined) return;
    const timer = window.setTimeout(() => setUsed(undefined), NEWS_MS);
    return () => window.clearTimeout(timer);
  }, [used]);
  return used;
}

/** The sandbox's time, which runs as real time does between two readings. */
import { createContext, useContext, useEffect, useState } from "react";

/** Sandbox time minus the page's own, in ms. */
export const LeadContext = createContext(0);

/** ms since 1970, fresh at least every second. */
export function useNow(): number {
  const lead = useContext(LeadContext);
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => setTick((tick) => tick + 1), 1_000);
    return () => window.clearInterval(timer);
  }, []);
  return lead + performance.now();
}

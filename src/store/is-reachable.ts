/** Whether the store answers, for those who watch over the bot. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "./database.ts";

const PATIENCE_MS = 2_000;

export async function isReachable({ pool }: Database): Promise<boolean> {
  const answers = pool.query("select 1").then(
    () => true,
    () => false,
  );
  return await Promise.race([answers, sleep(PATIENCE_MS, false, { ref: false })]);
}

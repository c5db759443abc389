/** Waits for a part of the queue to reach its server. */
import type { JobWorker, StoredQueue } from "./backend.ts";

/** Reports the part's errors from now on; closes it and throws when it cannot be used. */
export async function waitUntilReady(
  part: StoredQueue | JobWorker,
  log: (line: string) => void,
): Promise<void> {
  // Without a listener an error would end the process.
  part.on("error", (error) => log(`The queue failed: ${error.message}`));
  try {
    await part.waitUntilReady();
  } catch (error) {
    await part.close();
    throw error;
  }
}

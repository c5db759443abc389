/** Takes a job and never finishes it. */
import { z } from "zod";
import { jobFactory } from "../../src/queue/define-job.ts";
import { openQueue } from "../../src/queue/open-queue.ts";

const address = z
  .object({ url: z.string(), redisUrl: z.string().optional() })
  .parse(JSON.parse(process.argv[2] ?? ""));
const hang = jobFactory<undefined>()({
  name: "note",
  payload: z.object({ id: z.string() }),
  key: ({ id }) => id,
  retry: { attempts: 3, backoff: "fixed" },
  run: ({ payload }) => {
    console.log(`started ${payload.id}`);
    return new Promise(() => undefined);
  },
});
const queue = await openQueue({ ...address, jobs: [hang], ctx: () => undefined, log: () => undefined });
await queue.start();

/** The queue on Redis keeps the contract, and says clearly when there is no server. */
import { Redis } from "ioredis";
import { afterAll, expect, it } from "vitest";
import { openQueue } from "../../src/queue/open-queue.ts";
import { queueContract } from "../contracts/queue-contract.ts";
import { startTestRedis } from "../support/database.ts";

// A queue on Redis must not need PostgreSQL.
const nowhere = "postgresql://127.0.0.1:1/none";

const redis = await startTestRedis();
afterAll(() => redis?.stop());

if (redis) {
  queueContract("a queue on Redis", async () => {
    await redis.clear();
    return {
      address: { url: nowhere, redisUrl: redis.url },
      restart: redis.restart,
      countConnections: async () => {
        const client = new Redis(redis.url);
        const list = await client.client("LIST").finally(() => client.disconnect());
        return String(list).trim().split("\n").length;
      },
      stop: redis.clear,
    };
  });
}

it("is refused in one line when nothing listens", async () => {
  const redisUrl = "redis://me:s3cret@127.0.0.1:1/0";
  const opening = openQueue({ url: nowhere, redisUrl, jobs: [], ctx: () => undefined, log: () => undefined });
  await expect(opening).rejects.toThrow(
    /^Cannot open the queue on Redis at 127\.0\.0\.1:1\/0: .*REDIS_URL\.$/,
  );
});

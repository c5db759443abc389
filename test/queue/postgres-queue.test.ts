/** The queue on PostgreSQL keeps the contract, and says clearly when there is no server. */
import { Client } from "pg";
import { expect, inject, it } from "vitest";
import { openQueue } from "../../src/queue/open-queue.ts";
import { queueContract } from "../contracts/queue-contract.ts";
import { createTestDatabase } from "../support/database.ts";

async function asAdmin(sql: string): Promise<{ rows: { n: number }[] }> {
  const admin = new Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  try {
    return await admin.query<{ n: number }>(sql);
  } finally {
    await admin.end();
  }
}

queueContract("a queue on PostgreSQL", async () => {
  const { url, drop } = await createTestDatabase();
  const name = new URL(url).pathname.slice(1);
  const terminate = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`;
  return {
    address: { url },
    restart: async () => {
      // The server is shared by the run: for this database alone it is gone for a while.
      await asAdmin(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
      await asAdmin(terminate);
      await new Promise((resolve) => setTimeout(resolve, 2500));
      await asAdmin(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
    },
    countConnections: async () => {
      const { rows } = await asAdmin(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = '${name}'`,
      );
      return rows[0]?.n ?? 0;
    },
    stop: drop,
  };
});

it("is refused in one line when nothing listens, without spinning", async () => {
  const before = process.cpuUsage();
  const url = "postgresql://me:s3cret@127.0.0.1:1/shop";
  const opening = openQueue({ url, jobs: [], ctx: () => undefined, log: () => undefined });
  await expect(opening).rejects.toThrow(
    /^Cannot open the queue on PostgreSQL at 127\.0\.0\.1:1\/shop: .*DATABASE_URL\.$/,
  );
  const used = process.cpuUsage(before);
  expect(used.user + used.system).toBeLessThan(1_000_000);
});

it("keeps the options that the address has", async () => {
  const { url, drop } = await createTestDatabase();
  const address = `${url}&options=${encodeURIComponent("-c statement_timeout=9s")}`;
  const queue = await openQueue({ url: address, jobs: [], ctx: () => undefined, log: () => undefined });
  expect(await queue.deadLetters()).toEqual([]);
  await queue.close();
  await drop();
});

/** A transaction whose writes travel with the commit: all of it or nothing, whenever one of them fails. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { insertAudit } from "../../src/store/audit.ts";
import { inTransaction, together } from "../../src/store/database.ts";
import { audit } from "../../src/store/schema.ts";
import { transact } from "../../src/usecases/unit.ts";
import { type Bench, createBench } from "../support/use-case.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await createBench();
});
afterEach(() => bench.close());

const row = (id: string) => ({
  id,
  actor: "mem",
  verb: "test",
  subject: "it",
  details: {},
  at: bench.ctx.clock.now(),
});
const stored = () => bench.store.db.$count(audit);

test("a write that fails long before the end undoes the others and ends nothing else", async () => {
  const work = inTransaction(bench.store.db, async (tx, write) => {
    write(insertAudit(tx, row("a")));
    write(insertAudit(tx, row("a")));
    await sleep(50);
    return "value";
  });
  await expect(work).rejects.toThrow();
  expect(await stored()).toBe(0);
});

test("what runs side by side has ended before a failure is rolled back", async () => {
  const work = inTransaction(bench.store.db, async (tx) => {
    const slow = async () => {
      await sleep(50);
      await insertAudit(tx, row("slow"));
    };
    await together(slow(), Promise.reject(new Error("fails at once")));
  });
  await expect(work).rejects.toThrow("fails at once");
  expect(await stored()).toBe(0);
});

test("the connection is good for the next transaction after one that failed", async () => {
  for (let round = 0; round < 12; round += 1) {
    const failing = inTransaction(bench.store.db, async (tx, write) => {
      write(insertAudit(tx, row(`f${round}`)));
      throw new Error("refused");
    });
    await expect(failing).rejects.toThrow("refused");
    await inTransaction(bench.store.db, async (tx, write) => write(insertAudit(tx, row(`d${round}`))));
  }
  expect(await stored()).toBe(12);
});

test("a message that cannot be stored takes the use case's audit row with it", async () => {
  const work = transact(bench.ctx, async (unit) => {
    await unit.audit("test", "it");
    const to = { platform: "slack", to: { chat: "C1" } } as const;
    await unit.send({ to, template: "error", data: { errorId: "a zero byte: \u0000", command: "" } });
  });
  await expect(work).rejects.toThrow();
  expect(await stored()).toBe(0);
  expect(bench.woken).toEqual([]);
});

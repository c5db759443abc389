/** Events that a crash left over: one that cannot be run yet does not keep the others from running. */
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { finishInbox, storeInbound, unfinishedInbox } from "../../src/store/inbox.ts";
import { audit } from "../../src/store/schema.ts";
import { createBacklog } from "../../src/usecases/intake/backlog.ts";
import { createDoor } from "../../src/usecases/intake/receive-event.ts";
import { createBench } from "../support/use-case.ts";

function line(key: string, user: string): Inbound {
  return {
    platform: "slack",
    eventKey: key,
    user,
    where: { platform: "slack", chat: "C1", chatKind: "group" },
    body: { kind: "line", text: "settings", slash: true },
  };
}

test("an event of someone whom the platform cannot name now waits, the next one is run", async () => {
  const bench = await createBench();
  onTestFinished(() => bench.close());
  const { ctx, store } = bench;
  await bench.addMember("Maya", "marketer");
  // the bench's platforms answer nothing, so that an account nobody knows cannot be looked up
  const receivedAt = ctx.clock.now();
  await storeInbound(store.db, [
    { event: line("first", "slack-Stranger"), receivedAt },
    { event: line("second", "slack-Maya"), receivedAt },
  ]);
  bench.setNow("2026-11-23T02:00:01Z");
  expect(await createDoor(ctx).recover(0)).toBe(2);
  expect((await unfinishedInbox(store.db, { limit: 10 })).map(({ key }) => key)).toEqual(["first"]);
  expect(await store.db.select().from(audit).where(eq(audit.verb, "person.settings"))).toHaveLength(1);
});

test("an event that an earlier process left, brought again while the inbox is read, is run at once", async () => {
  const bench = await createBench();
  onTestFinished(() => bench.close());
  const { ctx, store } = bench;
  const event = line("again", "slack-Maya");
  await storeInbound(store.db, [{ event, receivedAt: ctx.clock.now() }]);
  const run: string[] = [];
  const backlog = createBacklog(
    ctx,
    () => Promise.resolve(),
    async ({ key }) => {
      run.push(key);
      await finishInbox(store.db, key, ctx.clock.now());
      return true;
    },
  );
  // it is being stored once more, which will find that it is known
  backlog.expect(event);
  expect(await backlog.catchUp()).toBe(0);
  expect(run).toEqual([]);
  backlog.leave(event);
  await backlog.whenIdle();
  expect(run).toEqual(["again"]);
});

/** The intake: events stored together, people remembered, each person's work in order, more waiting than memory holds. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { unfinishedInbox } from "../../src/store/inbox.ts";
import { createInboxWriter } from "../../src/store/inbox-writer.ts";
import { updateMember } from "../../src/store/people.ts";
import { accounts, audit, members, vettings } from "../../src/store/schema.ts";
import { createDoor, type Door } from "../../src/usecases/intake/receive-event.ts";
import { type Bench, createBench } from "../support/use-case.ts";

let bench: Bench;
let door: Door;
beforeEach(async () => {
  bench = await createBench();
  door = createDoor(bench.ctx);
});
afterEach(async () => {
  await door.whenIdle();
  await bench.close();
});

function line(key: string, text: string, user = "slack-Maya"): Inbound {
  return {
    platform: "slack",
    eventKey: key,
    user,
    where: { platform: "slack", chat: "C1", chatKind: "group" },
    body: { kind: "line", text, slash: true },
  };
}

async function say(key: string, text: string, user?: string): Promise<void> {
  const { run } = await door.receive(line(key, text, user));
  await run();
  await door.whenIdle();
}

const verbs = async () =>
  (await bench.store.db.select({ verb: audit.verb }).from(audit).orderBy(audit.at, audit.id)).map(
    ({ verb }) => verb,
  );

describe("events that come together", () => {
  test("of two deliveries in one statement one is fresh, and a later one is not", async () => {
    const { store } = createInboxWriter(bench.store.db);
    const now = bench.ctx.clock.now();
    const together = [line("a", "help"), line("b", "help"), line("a", "help")];
    expect(await Promise.all(together.map((event) => store(event, now)))).toEqual([true, true, false]);
    expect(await store(line("b", "help"), now)).toBe(false);
    const stored = await unfinishedInbox(bench.store.db, { limit: 10 });
    expect(stored.map(({ key, event }) => [key, event])).toEqual([
      ["a", line("a", "help")],
      ["b", line("b", "help")],
    ]);
  });

  test("one that the database cannot hold is refused alone", async () => {
    const { store } = createInboxWriter(bench.store.db);
    const now = bench.ctx.clock.now();
    const events = [line("a", "help"), line("b", "a zero byte: \u0000"), line("c", "help")];
    const stored = await Promise.allSettled(events.map((event) => store(event, now)));
    expect(stored.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  test("two of one person never share a time, so that a restart knows their order", async () => {
    await bench.addMember("Maya", "marketer");
    // the bench's clock stands still; none of them is run
    const events = ["z", "m", "a"].map((key) => line(key, "help"));
    await Promise.all(events.map((event) => door.receive(event)));
    const rows = await unfinishedInbox(bench.store.db, { limit: 10 });
    expect(rows.map(({ key }) => key)).toEqual(["z", "m", "a"]);
  });
});

describe("a person who is remembered", () => {
  test("loses a right with the next event", async () => {
    const maya = await bench.addMember("Maya", "admin");
    await say("1", "people");
    await updateMember(bench.store.db, maya.id, { role: "legal" });
    await say("2", "people");
    expect(await verbs()).toEqual(["person.list", "refuse"]);
  });

  test("gains a right with the next event", async () => {
    const maya = await bench.addMember("Maya", "legal");
    await say("1", "people");
    await updateMember(bench.store.db, maya.id, { role: "admin" });
    await say("2", "people");
    expect(await verbs()).toEqual(["refuse", "person.list"]);
  });

  test("acts with the rights of the moment of the work, not of the typing", async () => {
    const maya = await bench.addMember("Maya", "admin");
    await say("1", "people");
    const { run } = await door.receive(line("2", "people"));
    await updateMember(bench.store.db, maya.id, { role: "legal" });
    await run();
    expect(await verbs()).toEqual(["person.list", "refuse"]);
  });

  test("writes with the new zone at once", async () => {
    const maya = await bench.addMember("Maya", "marketer");
    await say("1", "settings");
    await updateMember(bench.store.db, maya.id, { zone: "America/New_York" });
    await say("2", "settings");
    const sent = await bench.outbox();
    expect(sent.map(({ data }) => (data as { member: { zone: string } }).member.zone)).toEqual([
      "Europe/Berlin",
      "America/New_York",
    ]);
  });

  test("is nobody any more once the account is gone, and somebody else once it is linked anew", async () => {
    const maya = await bench.addMember("Maya", "admin");
    const lin = await bench.addMember("Lin", "legal", { platforms: ["lark"] });
    bench.ctx.chats.slack = {
      ...(bench.ctx.chats.slack as NonNullable<typeof bench.ctx.chats.slack>),
      resolveUser: () => Promise.resolve({ name: "Somebody" }),
    };
    door = createDoor(bench.ctx);
    await say("1", "people");
    await bench.store.db.delete(accounts).where(eq(accounts.memberId, maya.id));
    await say("2", "people");
    await bench.store.db.insert(accounts).values({
      platform: "slack",
      userId: "slack-Maya",
      memberId: lin.id,
      name: "Lin",
      linkedAt: bench.ctx.clock.now(),
    });
    await say("3", "settings");
    const done = await bench.store.db.select().from(audit).orderBy(audit.at, audit.id);
    expect(done.map(({ verb, subject }) => [verb, subject])).toEqual([
      ["person.list", "members"],
      ["refuse", "unknown-person"],
      ["person.settings", lin.id],
    ]);
  });

  test("who was removed altogether gets no form either", async () => {
    const maya = await bench.addMember("Maya", "marketer");
    let opened = 0;
    bench.ctx.chats.slack = {
      ...(bench.ctx.chats.slack as NonNullable<typeof bench.ctx.chats.slack>),
      resolveUser: () => Promise.resolve({ name: "Somebody" }),
      open: async () => {
        opened += 1;
      },
    };
    door = createDoor(bench.ctx);
    const ask = (key: string): Inbound => ({
      ...line(key, "vet"),
      where: { platform: "slack", chat: "C1", chatKind: "group", trigger: key },
    });
    await (await door.receive(ask("1"))).run();
    expect(opened).toBe(1);
    await bench.store.db.delete(accounts).where(eq(accounts.memberId, maya.id));
    await bench.store.db.delete(members).where(eq(members.id, maya.id));
    await (await door.receive(ask("2"))).run();
    expect(opened).toBe(1);
    expect(await verbs()).toEqual(["refuse"]);
  });
});

describe("more than memory holds", () => {
  const PEOPLE = ["Maya", "Jonas", "Lin"];

  async function receiveMany(count: number): Promise<void> {
    for (const name of PEOPLE) await bench.addMember(name, "marketer");
    const receptions = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        door.receive(line(`k${index}`, `vet 博主${index} followers=82k`, `slack-${PEOPLE[index % 3]}`)),
      ),
    );
    for (const { run } of receptions) void run();
  }

  /** The numbers of the creators that each person vetted, in the order of the work. */
  async function vetted(): Promise<number[][]> {
    const rows = await bench.store.db.select().from(audit).orderBy(audit.id);
    const posts = await bench.outbox();
    expect(rows).toHaveLength(posts.length);
    const numbers = posts.map(({ data }) =>
      Number((data as { creator: { name: string } }).creator.name.slice("博主".length)),
    );
    return PEOPLE.map((_, person) => numbers.filter((number) => number % 3 === person));
  }

  test("all of it is done, once each and in each person's order", async () => {
    await receiveMany(450);
    await door.whenIdle();
    expect(await unfinishedInbox(bench.store.db, { limit: 1 })).toEqual([]);
    expect(await bench.store.db.$count(vettings)).toBe(450);
    for (const numbers of await vetted()) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  }, 180_000);

  test("what a crash left is done first, then what comes", async () => {
    await bench.addMember("Maya", "marketer");
    // stored and acknowledged by a process that ends before it can do the work
    const crashed = createDoor(bench.ctx);
    for (let index = 0; index < 20; index += 1) {
      await crashed.receive(line(`k${index}`, `vet 博主${index * 3} followers=82k`));
    }
    bench.setNow("2026-11-23T02:00:01Z");
    await say("last", "vet 博主60 followers=82k");
    const [numbers] = await vetted();
    expect(numbers).toEqual(Array.from({ length: 21 }, (_, index) => index * 3));
  });

  test("what waited for more than five minutes is refused, and its person is told", async () => {
    await bench.addMember("Maya", "marketer");
    await createDoor(bench.ctx).receive(line("old", "vet 小鹿 followers=82k"));
    bench.setNow("2026-11-23T02:06:00Z");
    await door.recover(0);
    const [told] = await bench.outbox();
    expect(told).toMatchObject({ template: "refusal", data: { code: "stale-event" } });
    expect(await bench.store.db.$count(vettings)).toBe(0);
  });
});

/** Every ordered fault, both platforms: after N actions there are exactly N effects, in order, nothing lost, nothing twice. */
import { describe, expect, test } from "vitest";
import { type LocalBot, startLocalBot, until } from "../support/local-bot.ts";
import type { Transport } from "../support/web.ts";
import {
  afterCall,
  count,
  expectFiles,
  expectInOrder,
  expectPatience,
  expectShortlisted,
  expectVetted,
  larkSide,
  type Side,
  sendFile,
  settled,
  slackSide,
} from "./faults/side.ts";

const LONG = { timeout: 240_000 };
/** Quicker than the platforms' own, so that what fell into a gap comes again within the test. */
const RETRIES_MS = [200, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 8_000];
const NAMES = ["甲", "乙", "丙"];
const BOTH = ["slack", "lark"];
const TRANSPORTS = ["socket", "http"] as const;

type AtEnd = (stop: () => Promise<void>) => void;

/** A bot that knows the people, with its tokens fetched: the next call is the one a fault is meant for. */
async function startWarm(
  atEnd: AtEnd,
  transport: Transport = "socket",
): Promise<{ local: LocalBot; sides: Side[] }> {
  const local = await startLocalBot({
    retriesMs: RETRIES_MS,
    transport: { slack: transport, lark: transport },
  });
  atEnd(() => local.stop());
  const sides = [slackSide(local), larkSide(local)];
  for (const side of sides) await side.say("/me");
  await settled(local);
  return { local, sides };
}

const named = (side: Side, suffix: string) => NAMES.map((name) => `${name}${side.platform}${suffix}`);

/** Posts, updates and files while calls go wrong `times` times in each of the three. */
async function underCallFault(
  atEnd: AtEnd,
  kind: string,
  {
    platforms = BOTH,
    seconds,
    transport,
  }: { platforms?: readonly string[]; seconds?: number; transport?: Transport } = {},
) {
  const { local, sides } = await startWarm(atEnd, transport);
  const meant = sides.filter(({ platform }) => platforms.includes(platform));
  const each = (act: (side: Side) => Promise<void>) => Promise.all(meant.map(act));

  await each(async (side) => {
    await side.order(kind, 2, seconds);
    for (const name of named(side, "a")) expect(await side.vet(name)).toMatchObject({ ok: true });
  });
  await each(async (side) => {
    await expectVetted(local, side, named(side, "a"));
    await expectInOrder(side, named(side, "a"));
  });

  await each(async (side) => {
    await side.order(kind, 2, seconds);
    for (const name of named(side, "a")) expect(await side.press(name)).toMatchObject({ ok: true });
  });
  await settled(local);
  await each((side) => expectShortlisted(local, side, named(side, "a")));

  await each(async (side) => {
    const files = [`${side.platform}-1.txt`, `${side.platform}-2.txt`];
    await side.order(kind, 1, seconds);
    await sendFile(local, side, files[0] ?? "");
    await settled(local);
    afterCall(local, side.beforeSharing, () =>
      local.sandbox.world.addFault(side.platform, kind as "slow", 1, seconds),
    );
    await sendFile(local, side, files[1] ?? "");
    await settled(local);
    await expectFiles(local, side, files);
  });

  expect(local.sandbox.world.pendingFaults()).toEqual([]);
  expect(await count(local.bot, "outbox where state = 'failed'")).toBe(0);
  expect(local.sandbox.world.calls.flatMap(({ violations }) => violations)).toEqual([]);
  return { local, meant };
}

describe.concurrent("faults of calls", () => {
  test(
    "too many calls: the time to wait is honoured, the order is kept, other chats go on",
    LONG,
    async (t) => {
      const { local, meant } = await underCallFault(t.onTestFinished, "rate_limit", { seconds: 2 });
      for (const side of meant) t.expect(expectPatience(local, side, 2)).toBe(6);

      // one chat waits, another does not
      const [slack] = meant;
      await slack?.order("rate_limit", 1, 12);
      await slack?.vet("等等");
      // else the answer to the other chat may come first, and be the one that waits
      const { world } = local.sandbox;
      await until(async () => world.pendingFaults().length === 0 || undefined, "the refused call");
      await local.person.post("slack/say", { user: "finance", channel: "@seedbed", text: "/me" });
      await local.person.sees("slack", "finance", "@seedbed", "Priya", 10_000);
      // an answer is seen a moment before its row is marked as sent
      const waiting = () => count(local.bot, "outbox where state = 'queued'");
      await until(async () => ((await waiting()) === 1 ? true : undefined), "one message to wait alone");
      await settled(local);
    },
  );

  test("a server that fails before it did anything", LONG, async (t) => {
    await underCallFault(t.onTestFinished, "server_error");
  });

  test("a server that fails after it did everything", LONG, async (t) => {
    await underCallFault(t.onTestFinished, "broken_answer");
  });

  for (const transport of TRANSPORTS)
    test(`answers that are lost, heard by ${transport}`, LONG, async (t) => {
      await underCallFault(t.onTestFinished, "lost_answer", { transport });
    });

  test("a token that runs out, twice in a row", LONG, async (t) => {
    const { local } = await underCallFault(t.onTestFinished, "token_expired", { platforms: ["lark"] });
    const { calls } = local.sandbox.world;
    const refused = calls.filter(({ answer }) => JSON.stringify(answer).includes("99991663"));
    const first = refused[0]?.seq ?? 0;
    const fetched = calls.filter(({ method, seq }) => method.startsWith("auth.") && seq > first);
    t.expect([refused.length, fetched.length]).toEqual([6, 6]);
  });

  test("answers slower than the bot waits", LONG, async (t) => {
    const { local, sides } = await startWarm(t.onTestFinished);
    for (const side of sides) {
      await side.order("slow", 1, 11);
      for (const name of named(side, "s")) t.expect(await side.vet(name)).toMatchObject({ ok: true });
    }
    for (const side of sides) {
      await expectVetted(local, side, named(side, "s"));
      await expectInOrder(side, named(side, "s"));
    }
    t.expect(await count(local.bot, "outbox where state = 'failed'")).toBe(0);
  });
});

describe.concurrent("faults of events", () => {
  for (const transport of TRANSPORTS)
    test(`events that come twice by ${transport}`, LONG, async (t) => {
      const { local, sides } = await startWarm(t.onTestFinished, transport);
      for (const side of sides) {
        await side.order("duplicate", 6);
        for (const name of named(side, "d")) await side.vet(name);
        await expectVetted(local, side, named(side, "d"));
        await expectInOrder(side, named(side, "d"));
        for (const name of named(side, "d")) await side.press(name);
        await expectShortlisted(local, side, named(side, "d"));
      }
      t.expect(local.sandbox.world.pendingFaults()).toEqual([]);
    });

  test("a burst of broken connections: what fell into the gaps comes again, once", LONG, async (t) => {
    const { local, sides } = await startWarm(t.onTestFinished);
    await Promise.all(
      sides.map(async (side) => {
        await side.order("drop_socket", 3);
        // a person who is not answered does not wait: all are said while connections come and go
        await Promise.all(named(side, "x").map((name) => side.vet(name)));
        await expectVetted(local, side, named(side, "x"));
        // the order of events that come again is the platform's
        for (const name of named(side, "x")) await side.press(name);
        await expectShortlisted(local, side, named(side, "x"));
      }),
    );
    t.expect(await count(local.bot, "inbox where done_at is null")).toBe(0);
  });

  test("a connection that breaks while a file is on its way: the file is there, once", LONG, async (t) => {
    const { local, sides } = await startWarm(t.onTestFinished);
    for (const side of sides) {
      const file = `${side.platform}-3.txt`;
      let broken = 0;
      afterCall(local, side.beforeSharing, () => {
        broken += 1;
        void side.order("drop_socket", 1);
      });
      await sendFile(local, side, file);
      // what is said while the connection is away comes again
      await side.vet(`丁${side.platform}`);
      await expectVetted(local, side, [`丁${side.platform}`]);
      await expectFiles(local, side, [file]);
      t.expect(broken).toBe(1);
    }
  });

  for (const transport of TRANSPORTS)
    test(
      `events hours late by ${transport}: a typed line is refused once, a click counts once`,
      LONG,
      async (t) => {
        const { local, sides } = await startWarm(t.onTestFinished, transport);
        const [slack, lark] = sides as [Side, Side];
        for (const side of sides) {
          await side.vet(`早${side.platform}`);
          await expectVetted(local, side, [`早${side.platform}`]);
          await side.order("late", 1, 3_600);
          t.expect(await side.press(`早${side.platform}`)).toMatchObject({ ok: false });
          await side.order("late", 1, 6 * 3_600);
          t.expect(await side.vet(`晚${side.platform}`)).toMatchObject({ ok: false });
        }
        await local.person.post("clock", { advance: "PT7H" });
        for (const side of sides) await expectShortlisted(local, side, [`早${side.platform}`]);
        t.expect(await count(local.bot, "creators where name like '晚%'")).toBe(0);
        t.expect(await count(local.bot, "audit where verb = 'refuse' and subject = 'stale-event'")).toBe(2);
        const told = (messages: object[], words: string) =>
          messages.filter((message) => JSON.stringify(message).includes(words));
        t.expect(told(await slack.seen(), "reached me late")).toHaveLength(1);
        t.expect(told(await lark.seen(), "到得太晚")).toHaveLength(1);
      },
    );
});

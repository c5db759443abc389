/** A storm of mixed faults over many chats, with a kill in the middle: every wish has its one effect, every chat its order. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BuiltProgram, buildProgram } from "../support/child.ts";
import { createKillableBot, type KillableBot } from "../support/killable-bot.ts";
import { until } from "../support/local-bot.ts";
import { cardsSeen, expectPatience, larkSide, type Side, slackSide } from "./faults/side.ts";

const SEED = Number(process.env["STORM_SEED"] ?? 20_261_125);
const PATIENCE_MS = 150_000;
const RETRIES_MS = [300, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 8_000];
/** Slack takes about one message a second in a chat, Lark five. */
const WISHES = { slack: 14, lark: 40 };
const PRESSES = 4;
/** How often each kind is ordered, once a platform. */
const FAULTS: Readonly<Record<string, number>> = {
  rate_limit: 4,
  server_error: 3,
  broken_answer: 3,
  lost_answer: 4,
  slow: 2,
  duplicate: 6,
  drop_socket: 2,
  token_expired: 3,
};

let program: BuiltProgram;
beforeAll(async () => {
  program = await buildProgram(new URL("../support/bot.child.ts", import.meta.url));
});
afterAll(() => program.remove());

interface Talk {
  side: Side;
  user: string;
  names: string[];
  mayPress: boolean;
}

test("a storm", { timeout: 280_000 }, async (t) => {
  console.log(`The storm's seed is ${SEED}; STORM_SEED sets another.`);
  const random = createRandom(SEED);
  const bot = await createKillableBot(program, t.onTestFinished, { retriesMs: RETRIES_MS });
  await bot.start();
  const talks = talksOf(bot);
  for (const { side } of talks) await side.say("/me");
  await bot.whenIdle();

  const ordering = orderFaults(bot, random);
  const saying = Promise.all(talks.map((talk) => say(talk, random)));
  await until(async () => ((await vetted(bot)) >= 60 ? true : undefined), "the middle", PATIENCE_MS);
  await bot.kill();
  await sleep(300);
  await startAgain(bot);
  await saying;
  await ordering;
  const all = talks.flatMap(({ names }) => names);
  await until(
    async () => ((await vetted(bot)) >= all.length ? true : undefined),
    "all vettings",
    PATIENCE_MS,
  );
  await settled(bot);

  await calm(bot);
  for (const talk of talks) if (talk.mayPress) await press(bot, talk, random);
  await settled(bot);

  const pressed = talks.filter(({ mayPress }) => mayPress).length * PRESSES;
  expect({
    creators: await bot.count("seedbed.creators"),
    vettings: await bot.count("seedbed.vettings"),
    audits: await bot.count("seedbed.audit where verb = 'creator.vet'"),
    shortlist: await bot.count("seedbed.shortlist_entries"),
    added: await bot.count("seedbed.audit where verb = 'shortlist.add'"),
    troubled: await bot.count("seedbed.audit where verb in ('error', 'refuse')"),
    failed: await bot.count("seedbed.outbox where state = 'failed'"),
    unfinished: await bot.count("seedbed.inbox where done_at is null"),
  }).toEqual({
    creators: all.length,
    vettings: all.length,
    audits: all.length,
    shortlist: pressed,
    added: pressed,
    troubled: 0,
    failed: 0,
    unfinished: 0,
  });
  for (const { side, names } of talks) {
    const inChat = await cardsSeen(side, names);
    expect(inChat.toSorted()).toEqual(names.toSorted());
    // the order of the outbox; of what people said, events that came again have lost theirs
    expect(inChat).toEqual(await queued(bot, names));
    expectPatience(bot, side, 1);
  }
});

/** As a supervisor does it: a start that meets trouble for seconds ends with a line, and is tried again. */
async function startAgain(bot: KillableBot, tries = 5): Promise<void> {
  try {
    await bot.start();
  } catch (error) {
    if (tries === 1) throw error;
    await startAgain(bot, tries - 1);
  }
}

function talksOf(bot: KillableBot): Talk[] {
  const talk = (side: Side, user: string, mayPress: boolean): Talk => {
    const names = Array.from(
      { length: WISHES[side.platform] },
      (_, n) => `${side.platform}${user}第${n + 1}号`,
    );
    return { side, user, names, mayPress };
  };
  return [
    ...["marketer", "manager", "finance", "admin"].map((user) =>
      talk(slackSide(bot, user), user, user === "marketer" || user === "manager"),
    ),
    ...["partner", "legal", "manager"].map((user) => talk(larkSide(bot, user), user, user === "partner")),
  ];
}

async function say({ side, names }: Talk, random: () => number): Promise<void> {
  for (const name of names) {
    await side.vet(name);
    await sleep(random() * 80);
  }
}

/** In a mixed order, one every now and then. */
async function orderFaults(bot: KillableBot, random: () => number): Promise<void> {
  const orders = ["slack", "lark"].flatMap((platform) =>
    Object.entries(FAULTS).flatMap(([kind, times]) =>
      Array.from({ length: platform === "slack" && kind === "token_expired" ? 0 : times }, () => ({
        platform,
        kind,
      })),
    ),
  );
  const mixed = orders.map((order) => ({ order, at: random() })).toSorted((one, other) => one.at - other.at);
  for (const { order } of mixed) {
    const lasts = order.kind === "slow" ? { seconds: 0.4 } : {};
    await bot.person.post("faults", { ...order, ...lasts });
    await sleep(random() * 300);
  }
}

/** A connection that is still to be dropped, or that comes up again, would lose a click: each side answers first. */
async function calm(bot: KillableBot): Promise<void> {
  bot.sandbox.world.clearFaults();
  for (const side of [slackSide(bot), larkSide(bot)]) {
    const heard = async () => ((await side.say("/me")) as { ok: boolean }).ok || undefined;
    await until(heard, `an answer on ${side.platform}`, PATIENCE_MS);
  }
  await bot.whenIdle();
}

/** Clicks are never brought again: a person who is refused would press again, so connections hold here. */
async function press(bot: KillableBot, { side, names }: Talk, random: () => number): Promise<void> {
  for (const name of names.slice(0, PRESSES)) {
    const kind = ["lost_answer", "rate_limit", "server_error", "duplicate"][Math.floor(random() * 4)] ?? "";
    await bot.person.post("faults", { platform: side.platform, kind });
    expect(await side.press(name)).toMatchObject({ ok: true });
  }
}

const vetted = (bot: KillableBot) => bot.count("seedbed.vettings");

async function queued(bot: KillableBot, names: readonly string[]): Promise<string[]> {
  const rows = await bot.query<{ name: string }>(
    `select data->'creator'->>'name' as name from seedbed.outbox
     where template = 'vet-card' and kind = 'post' and data->'creator'->>'name' = any($1) order by seq`,
    [names],
  );
  return rows.map(({ name }) => name);
}

async function settled(bot: KillableBot): Promise<void> {
  const open = () => bot.count("seedbed.outbox where state = 'queued'");
  await until(
    async () => {
      await bot.whenIdle();
      return (await open()) === 0 ? true : undefined;
    },
    "everything to be sent",
    PATIENCE_MS,
  );
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

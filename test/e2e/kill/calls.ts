/** Killed in the middle of a call: whatever was acknowledged happens once, whatever was not comes again or is told. */
import { test } from "vitest";
import type { BuiltProgram } from "../../support/child.ts";
import { createKillableBot, type KillableBot } from "../../support/killable-bot.ts";
import { LARK_CHAT, SLACK_CHANNEL, until } from "../../support/local-bot.ts";

const LONG = { timeout: 240_000 };
const STORE = 'insert into "seedbed"."inbox"';

const inSlack = (bot: KillableBot, text: string) =>
  bot.person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text });
const inLark = (bot: KillableBot, text: string) =>
  bot.person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: `@seedbed ${text}` });

/** Everything that vettings leave behind, in the database and in the chats. */
async function effects(bot: KillableBot) {
  const messages = [...(await bot.person.slack("marketer")), ...(await bot.person.lark("partner"))];
  const texts = messages.map((message) => JSON.stringify(message));
  const cards = texts.filter((text) => /not enough data yet|数据不足/u.test(text));
  return {
    vettings: await bot.count("seedbed.vettings"),
    creators: await bot.count("seedbed.creators"),
    audits: await bot.count("seedbed.audit where verb in ('creator.vet', 'refuse', 'error')"),
    sent: await bot.count("seedbed.outbox where template in ('vet-card', 'refusal', 'error')"),
    unfinished: await bot.count("seedbed.inbox where done_at is null"),
    cards: ["小鹿", "阿布"].map((name) => cards.filter((card) => card.includes(name)).length),
  };
}

const NOTHING = { vettings: 0, creators: 0, audits: 0, sent: 0, unfinished: 0, cards: [0, 0] };
const ONE = { vettings: 1, creators: 1, audits: 1, sent: 1, unfinished: 0, cards: [1, 0] };
const BOTH = { vettings: 2, creators: 2, audits: 2, sent: 2, unfinished: 0, cards: [1, 1] };

/**
 * Lets the bot store so many events and stop right there: a second lock, which waits behind the insertions, is granted
 * before anything that comes after them.
 */
async function holdAfterStoring(bot: KillableBot, calls: readonly (() => Promise<unknown>)[]) {
  const second = await bot.holder();
  const before = await bot.hold("lock table seedbed.inbox in share mode");
  const answers = Promise.all(calls.map((call) => call()));
  await bot.stuckAt(STORE, calls.length);
  const after = second.take("lock table seedbed.inbox in access exclusive mode");
  await bot.stuckAt("access exclusive");
  await before.release();
  return { hold: await after, answers: await answers };
}

const ATTEMPTS = 8;

/**
 * Two calls that were acknowledged, and nothing done about them yet. Beside other programs that start, the locks alone may
 * take the platforms' three seconds: then nothing can be said about acknowledged calls, and it is set up anew.
 */
async function acknowledgedAndHeld(createBot: () => Promise<KillableBot>) {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const bot = await createBot();
    await bot.start();
    for (const say of [inSlack, inLark]) await say(bot, "/me");
    await bot.whenIdle();
    const { hold, answers } = await holdAfterStoring(bot, [
      () => inSlack(bot, "/vet 小鹿 followers=82k"),
      () => inLark(bot, "/看号 阿布 粉丝=8.2万"),
    ]);
    if (answers.every((answer) => (answer as { ok?: boolean }).ok === true)) return { bot, hold };
    await bot.kill();
    await hold.release();
  }
  throw new Error(`The calls were not acknowledged in time, ${ATTEMPTS} times.`);
}

export function killedInCalls(program: () => BuiltProgram): void {
  test("killed after the calls were stored, on both platforms: each is done once", LONG, async (t) => {
    const { bot, hold } = await acknowledgedAndHeld(() => createKillableBot(program(), t.onTestFinished));
    await bot.stuckAt('update "seedbed"."inbox"', 2);
    await bot.kill();
    await hold.release();
    t.expect(await effects(bot)).toEqual({ ...NOTHING, unfinished: 2 });
    await bot.start();
    await bot.whenIdle();
    t.expect(await effects(bot)).toEqual(BOTH);
  });

  test(
    "killed before: messages come again and are done once, a command is not and Slack says so",
    LONG,
    async (t) => {
      const bot = await createKillableBot(program(), t.onTestFinished);
      await bot.start();
      const hold = await bot.hold("lock table seedbed.inbox in share mode");
      const saying = [
        inSlack(bot, "@seedbed vet 小鹿 followers=82k"),
        inLark(bot, "/看号 阿布 粉丝=8.2万"),
        inSlack(bot, "/vet 谁也没存 followers=82k"),
      ];
      const sessions = await bot.stuckAt(STORE, 3);
      await bot.kill();
      await bot.cut(sessions);
      await hold.release();
      t.expect(await Promise.all(saying)).toMatchObject([{ ok: false }, { ok: false }, { ok: false }]);
      t.expect(await effects(bot)).toEqual(NOTHING);
      await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "/vet failed with the error");
      await bot.start();
      await until(
        async () => ((await bot.count("seedbed.vettings")) === 2 ? true : undefined),
        "both",
        150_000,
      );
      await bot.whenIdle();
      t.expect(await effects(bot)).toEqual(BOTH);
    },
  );

  test("brought again although the last statement stored it: done once", LONG, async (t) => {
    const bot = await createKillableBot(program(), t.onTestFinished);
    await bot.start();
    const hold = await bot.hold("lock table seedbed.inbox in share mode");
    const saying = inSlack(bot, "@seedbed vet 小鹿 followers=82k");
    await bot.stuckAt(STORE);
    await bot.kill();
    // the server carries a statement out although nobody waits for it any more
    await hold.release();
    t.expect(await saying).toMatchObject({ ok: false });
    t.expect(await effects(bot)).toEqual({ ...NOTHING, unfinished: 1 });
    await bot.start();
    await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "小鹿: not enough data yet", 15_000);
    await bot.whenIdle();
    t.expect(await effects(bot)).toEqual(ONE);
  });

  test("what waited too long while the bot was away is not done, and the person is told", LONG, async (t) => {
    const bot = await createKillableBot(program(), t.onTestFinished);
    await bot.start();
    const { hold } = await holdAfterStoring(bot, [() => inSlack(bot, "/vet 小鹿 followers=82k")]);
    await bot.kill();
    await hold.release();
    await bot.passTime(6 * 60_000);
    await bot.start();
    await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "reached me late");
    await bot.whenIdle();
    t.expect(await effects(bot)).toEqual({ ...NOTHING, audits: 1, sent: 1 });
  });

  test(
    "killed inside the transaction: nothing of it is there, after the restart all of it is",
    LONG,
    async (t) => {
      const bot = await createKillableBot(program(), t.onTestFinished);
      await bot.start();
      const hold = await bot.hold("lock table seedbed.outbox in share mode");
      t.expect(await inSlack(bot, "/vet 小鹿 followers=82k")).toMatchObject({ ok: true });
      // the creator, the vetting and the audit row are written, the message is next
      await bot.stuckAt('insert into "seedbed"."outbox"');
      await bot.kill();
      await hold.release();
      t.expect(await effects(bot)).toEqual({ ...NOTHING, unfinished: 1 });
      await bot.start();
      await bot.whenIdle();
      t.expect(await effects(bot)).toEqual(ONE);
    },
  );

  test(
    "cut off from the database inside: nothing of it is there, the person may try again",
    LONG,
    async (t) => {
      const bot = await createKillableBot(program(), t.onTestFinished);
      await bot.start();
      const hold = await bot.hold("lock table seedbed.vettings in access exclusive mode");
      await inSlack(bot, "/vet 小鹿 followers=82k");
      await bot.cut(await bot.stuckAt("vettings"));
      await hold.release();
      await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "Nothing was changed");
      t.expect(await effects(bot)).toEqual({ ...NOTHING, audits: 1, sent: 1 });
      await inSlack(bot, "/vet 小鹿 followers=82k");
      await bot.whenIdle();
      t.expect(await effects(bot)).toEqual({ ...ONE, audits: 2, sent: 2 });
    },
  );
}

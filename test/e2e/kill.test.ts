/** Killed in the middle of a call: whatever was acknowledged happens once, whatever was not comes again or is told. */
import { afterAll, beforeAll, describe, test } from "vitest";
import { type BuiltProgram, buildProgram } from "../support/child.ts";
import { createKillableBot, type KillableBot } from "../support/killable-bot.ts";
import { LARK_CHAT, SLACK_CHANNEL, until } from "../support/local-bot.ts";

const LONG = { timeout: 90_000 };
const VET = "vet 小鹿护肤 followers=82k likes=1900";

let program: BuiltProgram;
beforeAll(async () => {
  program = await buildProgram(new URL("../support/bot.child.ts", import.meta.url));
});
afterAll(() => program.remove());

const slackCommand = (bot: KillableBot) =>
  bot.person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text: `/${VET}` });
const slackMention = (bot: KillableBot) =>
  bot.person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text: `@seedbed ${VET}` });
const larkMention = (bot: KillableBot) =>
  bot.person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: `@seedbed /${VET}` });

/** Everything one vetting leaves behind, in the database and in the chats. */
async function effects(bot: KillableBot) {
  const messages = [...(await bot.person.slack("marketer")), ...(await bot.person.lark("partner"))];
  const texts = messages.map((message) => JSON.stringify(message));
  return {
    vettings: await bot.count("seedbed.vettings"),
    creators: await bot.count("seedbed.creators"),
    audits: await bot.count("seedbed.audit where verb in ('creator.vet', 'refuse', 'error')"),
    sent: await bot.count("seedbed.outbox where template in ('vet-card', 'refusal', 'error')"),
    unfinished: await bot.count("seedbed.inbox where done_at is null"),
    cards: texts.filter((text) => text.includes("小鹿护肤") && !text.includes(VET)).length,
  };
}

const NOTHING = { vettings: 0, creators: 0, audits: 0, sent: 0, unfinished: 0, cards: 0 };
const ONCE = { vettings: 1, creators: 1, audits: 1, sent: 1, unfinished: 0, cards: 1 };

/**
 * Lets the bot store its next event and stop right there: a second lock, which waits behind the insertion, is granted
 * before anything that comes after it.
 */
async function holdAfterStoring(bot: KillableBot, say: (bot: KillableBot) => Promise<unknown>) {
  const before = await bot.hold("lock table seedbed.inbox in share mode");
  const said = say(bot);
  await bot.stuckAt('insert into "seedbed"."inbox"');
  const after = bot.hold("lock table seedbed.inbox in access exclusive mode");
  await bot.stuckAt("access exclusive");
  await before.release();
  const hold = await after;
  return { hold, said: await said };
}

describe.concurrent("a call", () => {
  test.for([
    ["a command in Slack", slackCommand],
    ["a message in Lark", larkMention],
  ] as const)(
    "%s, killed after it was stored: done once",
    LONG,
    async ([, say], { expect, onTestFinished }) => {
      const bot = await createKillableBot(program, onTestFinished);
      await bot.start();
      const { hold, said } = await holdAfterStoring(bot, say);
      expect(said).toMatchObject({ ok: true });
      await bot.stuckAt('update "seedbed"."inbox"');
      await bot.kill();
      await hold.release();
      expect(await effects(bot)).toEqual({ ...NOTHING, unfinished: 1 });
      await bot.start();
      await bot.whenIdle();
      expect(await effects(bot)).toEqual(ONCE);
    },
  );

  test.for([
    ["Slack brings a message again that nobody stored", slackMention, true],
    ["Lark brings a message again that nobody stored", larkMention, true],
    ["Slack brings a message again that the last statement stored all the same", slackMention, false],
  ] as const)("%s: done once", LONG, async ([, say, lost], { expect, onTestFinished }) => {
    const bot = await createKillableBot(program, onTestFinished);
    await bot.start();
    const hold = await bot.hold("lock table seedbed.inbox in share mode");
    const saying = say(bot);
    const session = await bot.stuckAt('insert into "seedbed"."inbox"');
    await bot.kill();
    // the server carries a statement out although nobody waits for it any more
    if (lost) await bot.cut(session);
    await hold.release();
    expect(await saying).toMatchObject({ ok: false });
    expect(await effects(bot)).toEqual({ ...NOTHING, unfinished: lost ? 0 : 1 });
    await bot.start();
    await until(async () => ((await effects(bot)).cards > 0 ? true : undefined), "the card", 25_000);
    await bot.whenIdle();
    expect(await effects(bot)).toEqual(ONCE);
  });

  test(
    "a command that was never stored is not done, and Slack says so",
    LONG,
    async ({ expect, onTestFinished }) => {
      const bot = await createKillableBot(program, onTestFinished);
      await bot.start();
      const hold = await bot.hold("lock table seedbed.inbox in share mode");
      const saying = slackCommand(bot);
      const session = await bot.stuckAt('insert into "seedbed"."inbox"');
      await bot.kill();
      await bot.cut(session);
      await hold.release();
      expect(await saying).toMatchObject({ ok: false });
      await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "/vet failed with the error");
      await bot.start();
      await bot.whenIdle();
      expect(await effects(bot)).toEqual(NOTHING);
    },
  );

  test(
    "what waited too long while the bot was away is not done, and the person is told",
    LONG,
    async ({ expect, onTestFinished }) => {
      const bot = await createKillableBot(program, onTestFinished);
      await bot.start();
      const { hold } = await holdAfterStoring(bot, slackCommand);
      await bot.kill();
      await hold.release();
      bot.sandbox.world.moveTo(bot.sandbox.world.now() + 6 * 60_000);
      await bot.query("update seedbed.settings set value = '360000' where name = 'clock-offset-ms'");
      await bot.start();
      await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "reached me late");
      await bot.whenIdle();
      expect(await effects(bot)).toEqual({ ...NOTHING, audits: 1, sent: 1 });
    },
  );
});

describe.concurrent("a transaction", () => {
  test(
    "killed inside: nothing of it is there, after the restart all of it is",
    LONG,
    async ({ expect, onTestFinished }) => {
      const bot = await createKillableBot(program, onTestFinished);
      await bot.start();
      const hold = await bot.hold("lock table seedbed.outbox in share mode");
      expect(await slackCommand(bot)).toMatchObject({ ok: true });
      // the creator, the vetting and the audit row are written, the message is next
      await bot.stuckAt('insert into "seedbed"."outbox"');
      await bot.kill();
      await hold.release();
      expect(await effects(bot)).toEqual({ ...NOTHING, unfinished: 1 });
      await bot.start();
      await bot.whenIdle();
      expect(await effects(bot)).toEqual(ONCE);
    },
  );

  test(
    "cut off from the database inside: nothing of it is there, and the person may try again",
    LONG,
    async ({ expect, onTestFinished }) => {
      const bot = await createKillableBot(program, onTestFinished);
      await bot.start();
      const hold = await bot.hold("lock table seedbed.vettings in access exclusive mode");
      await slackCommand(bot);
      await bot.cut(await bot.stuckAt("vettings"));
      await hold.release();
      await bot.person.sees("slack", "marketer", SLACK_CHANNEL, "Nothing was changed");
      expect(await effects(bot)).toEqual({ ...NOTHING, audits: 1, sent: 1 });
      await slackCommand(bot);
      await bot.whenIdle();
      expect(await effects(bot)).toEqual({ ...ONCE, audits: 2, sent: 2 });
    },
  );
});

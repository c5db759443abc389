/** Posting date, payment plan and digest by the clock: the right words in the right private chats, on both platforms. */
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planDigests } from "../../src/usecases/home/plan-digests.ts";
import { LARK_CHAT, type LocalBot, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

const DIRECT = "@seedbed";
const TIMEOUT = 60_000;

let local: LocalBot;
/** two weeks ahead, so that every step still lies ahead */
let postOn: Temporal.PlainDate;

beforeAll(async () => {
  local = await startLocalBot();
  const { now } = await local.person.get<{ now: string }>("state");
  postOn = Temporal.Instant.from(now).toZonedDateTimeISO("Asia/Shanghai").toPlainDate().add({ days: 14 });
  // an account is known from the first time its owner speaks
  await local.person.post("lark/say", { user: "partner", chat: DIRECT, text: "/我的设置" });
  await slackSays("manager", "/settings", DIRECT);
  await slackSays("finance", "/settings", DIRECT);
  await local.person.sees("slack", "finance", DIRECT, "Priya Shah");
  await local.person.sees("slack", "manager", DIRECT, "Jonas Weber");
  await local.person.sees("lark", "partner", DIRECT, "林晓雯");
  await planDigests({ ctx: local.bot.ctx });
}, TIMEOUT);
afterAll(() => local.stop());

function slackSays(user: string, text: string, channel = SLACK_CHANNEL) {
  return local.person.post("slack/say", { user, channel, text });
}

async function clockTo(date: Temporal.PlainDate, time: string, zone: string): Promise<void> {
  const to = date
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString();
  const moved = await local.person.post("clock", { to });
  expect(moved.ok).toBe(true);
}

async function count(platform: "slack" | "lark", user: string, text: string): Promise<number> {
  const messages = await local.person[platform](user, DIRECT);
  return messages.filter((message) => JSON.stringify(message).includes(text)).length;
}

test(
  "a slot set in Slack is told in both chats, each in its own words",
  async () => {
    const { person } = local;
    await slackSays("marketer", "/vet 小鹿护肤 followers=82k");
    await person.sees("slack", "marketer", SLACK_CHANNEL, "小鹿护肤: not enough data yet");
    await slackSays("marketer", `/wave 小鹿护肤 ${postOn.toString()} 20:00`);
    const english = JSON.stringify(
      await person.sees("slack", "manager", SLACK_CHANNEL, "小鹿护肤 is scheduled"),
    );
    expect(english).toMatch(/20:00 Shanghai \/ .*1[23]:00 Berlin/u);
    const chinese = JSON.stringify(await person.sees("lark", "partner", LARK_CHAT, "小鹿护肤 已排期"));
    expect(chinese).toContain("20:00 上海");
    await slackSays("marketer", "/pay 小鹿护肤 3000");
    await person.sees("slack", "marketer", SLACK_CHANNEL, "Payment plan: 小鹿护肤, ¥3,000");
  },
  TIMEOUT,
);

test(
  "on the day each reader is reminded at ten of their own morning; Posted changes every card",
  async () => {
    const { person } = local;
    await clockTo(postOn, "10:00", "Asia/Shanghai");
    await person.sees("lark", "partner", DIRECT, "小鹿护肤 今天发布");
    expect(await count("slack", "marketer", "小鹿护肤 posts today")).toBe(0);
    await clockTo(postOn, "10:00", "Europe/Berlin");
    await person.sees("slack", "marketer", DIRECT, "小鹿护肤 posts today");
    expect(await count("lark", "partner", "小鹿护肤 今天发布")).toBe(1);
    const card = await person.sees("lark", "partner", DIRECT, "小鹿护肤 今天发布");
    const clicked = await person.post("lark/click", {
      user: "partner",
      message_id: card.message_id,
      name: "标记已发布",
    });
    expect(clicked.ok).toBe(true);
    await person.sees("slack", "marketer", DIRECT, "小鹿护肤 has posted");
    await person.sees("slack", "manager", SLACK_CHANNEL, "小鹿护肤 has posted");
    const changed = await person.sees("lark", "partner", DIRECT, "小鹿护肤 已发布");
    expect(JSON.stringify(changed)).toContain("补链接");
  },
  TIMEOUT,
);

test(
  "a manager is asked to pay, finance once it is overdue; a payment ends it for both",
  async () => {
    const { person } = local;
    await person.sees("slack", "manager", DIRECT, "Pay 小鹿护肤 ¥1,500");
    const overdue = await person.sees("slack", "finance", DIRECT, "overdue");
    const clicked = await person.post("slack/click", {
      user: "finance",
      channel: DIRECT,
      ts: overdue.ts,
      action_id: actionOf(overdue, "Mark as paid"),
    });
    expect(clicked.ok).toBe(true);
    await person.sees("slack", "finance", DIRECT, "Marked as paid by Priya Shah");
    await person.sees("slack", "manager", DIRECT, "Marked as paid by Priya Shah");
    await person.sees("slack", "marketer", SLACK_CHANNEL, ": Marked as paid by Priya Shah");
  },
  TIMEOUT,
);

test(
  "the digest comes at nine to the manager and says what changed and what is missing",
  async () => {
    await clockTo(postOn.add({ days: 1 }), "09:00", "Europe/Berlin");
    const day = new Intl.DateTimeFormat("en-GB", {
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC",
    })
      .format(Temporal.Instant.from(`${postOn.add({ days: 1 }).toString()}T00:00:00Z`).epochMilliseconds)
      .replaceAll(",", "");
    const digest = JSON.stringify(await local.person.sees("slack", "manager", DIRECT, `Digest for ${day}`));
    for (const part of ["¥1,500 paid", "posted: 1", "payments made: 1", "Posted without a link: 小鹿护肤"])
      expect(digest).toContain(part);
    expect(await count("slack", "manager", `Digest for ${day}`)).toBe(1);
    expect(await count("slack", "marketer", "Digest for")).toBe(0);
  },
  TIMEOUT,
);

/** The action_id of the button with this label. */
function actionOf(message: { blocks?: unknown[] }, label: string): string {
  const found = new RegExp(`"text":"${label}"[^}]*\\},"action_id":"([^"]+)"`, "u").exec(
    JSON.stringify(message.blocks),
  );
  if (found?.[1] === undefined) throw new Error(`There is no button “${label}”.`);
  return found[1];
}

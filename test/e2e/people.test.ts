/** Who is who: members with and without a visible email, one-time codes, the first admin, one's own language and zone. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import {
  createKeptLog,
  type Hands,
  LARK_CHAT,
  type LocalBot,
  SLACK_CHANNEL,
  startLocalBot,
} from "../support/local-bot.ts";

const DIRECT = "@seedbed";

const inSlack = (person: Hands, user: string, text: string, channel = DIRECT) =>
  person.post("slack/say", { user, channel, text });
const inLark = (person: Hands, user: string, text: string) =>
  person.post("lark/say", { user, chat: DIRECT, text });

/** The newest code that a message there shows. */
async function codeSeen(
  person: Hands,
  platform: "slack" | "lark",
  user: string,
  where = DIRECT,
): Promise<string> {
  const message = await person.sees(platform, user, where, "/link ");
  return codeIn(JSON.stringify(message));
}

function codeIn(text: string): string {
  const code = /\/link ([A-Z2-9]{4}-[A-Z2-9]{4})/u.exec(text)?.[1];
  if (code === undefined) throw new Error(`There is no code in: ${text}`);
  return code;
}

async function startBot(options: Parameters<typeof startLocalBot>[0] = {}): Promise<LocalBot> {
  const local = await startLocalBot(options);
  onTestFinished(() => local.stop());
  return local;
}

const ADD = "/people add yinuo@agency.example role=partner name=陈一诺";

describe("a member whose email the platform does not show", () => {
  test("is refused until they send the code an admin was given, however they type it", async () => {
    const { person } = await startBot();
    await inLark(person, "newcomer", "/看号 小鹿护肤 粉丝=8.2万");
    await person.sees("lark", "newcomer", DIRECT, "我还不认识您");
    await inSlack(person, "admin", ADD);
    await person.sees("slack", "admin", DIRECT, "陈一诺 is now a member");
    const code = await codeSeen(person, "slack", "admin");

    await inLark(person, "newcomer", `/绑定 ${code.toLowerCase().replace("-", " ")}`);
    await person.sees("lark", "newcomer", DIRECT, "此账号已绑定到 陈一诺");
    await inLark(person, "newcomer", "/看号 小鹿护肤 粉丝=8.2万");
    await person.sees("lark", "newcomer", DIRECT, "小鹿护肤：数据不足");
  });

  test("a wrong, a used and an expired code are refused, in the reader's language", async () => {
    const { person } = await startBot();
    await inLark(person, "newcomer", "/link AAAA-2222");
    await person.sees("lark", "newcomer", DIRECT, "验证码不对、已使用或已过期");
    await inSlack(person, "admin", ADD);
    const code = await codeSeen(person, "slack", "admin");
    await inLark(person, "newcomer", `/link ${code}`);
    await person.sees("lark", "newcomer", DIRECT, "此账号已绑定到");
    await inSlack(person, "guest", `/link ${code}`);
    await person.sees("slack", "guest", DIRECT, "This code is wrong, used or expired");
    await inLark(person, "newcomer", "/link");
    const late = await codeSeen(person, "lark", "newcomer");
    await person.post("clock", { advance: "PT31M" });
    await inSlack(person, "guest", `/link ${late}`);
    await expect.poll(async () => (await person.slack("guest", DIRECT)).filter(isBadCode).length).toBe(2);
    await inSlack(person, "guest", "/settings");
    await person.sees("slack", "guest", DIRECT, "I don't know you yet");
  });

  test("one code used by two accounts at the same moment links one of them", async () => {
    const local = await startBot();
    const { person } = local;
    await inSlack(person, "admin", ADD);
    const code = await codeSeen(person, "slack", "admin");
    await Promise.all([
      inLark(person, "newcomer", `/link ${code}`),
      inSlack(person, "guest", `/link ${code}`),
    ]);
    await local.bot.whenIdle();
    const lark = JSON.stringify(await person.lark("newcomer", DIRECT));
    const slack = JSON.stringify(await person.slack("guest", DIRECT));
    const linked = [lark.includes("此账号已绑定到 陈一诺"), slack.includes("now belongs to 陈一诺")];
    expect(linked.filter(Boolean)).toHaveLength(1);
    expect([lark.includes("验证码不对"), slack.includes("This code is wrong")]).toEqual(
      linked.map((it) => !it),
    );
  });
});

const isBadCode = (message: object) => JSON.stringify(message).includes("This code is wrong");

describe("a second account", () => {
  test("belongs to the member whose code it sends; a second member's account is refused and the code stays good", async () => {
    const { person } = await startBot();
    await inLark(person, "partner", "/link");
    const code = await codeSeen(person, "lark", "partner");
    await inSlack(person, "finance", "/settings");
    await inSlack(person, "finance", `/link ${code}`);
    await person.sees("slack", "finance", DIRECT, "linked to someone already");
    await inSlack(person, "guest", `/link ${code}`);
    await person.sees("slack", "guest", DIRECT, "林晓雯");
    await inSlack(person, "guest", "/settings");
    const me = JSON.stringify(await person.sees("slack", "guest", DIRECT, "您的设置"));
    expect(me).toContain("飞书");
    expect(me).toContain("Slack");
    await inSlack(person, "manager", "/people");
    await person.sees("slack", "manager", DIRECT, "Lark + Slack");
  });

  test("with the same visible email needs no code", async () => {
    const { person } = await startBot();
    await inSlack(person, "manager", "/settings");
    await person.sees("slack", "manager", DIRECT, "Your settings, Jonas Weber");
    await inLark(person, "manager", "/settings");
    await person.sees("lark", "manager", DIRECT, "Your settings, Jonas Weber");
  });
});

describe("the first admin", () => {
  test("is whoever sends the code in the log of a fresh installation; it works once", async () => {
    const log = createKeptLog();
    const { person } = await startBot({ adminEmails: [], log });
    const offers = log.lines.filter((line) => line.includes("Nobody administers Seedbed yet"));
    expect(offers).toHaveLength(1);
    const code = codeIn(offers[0] ?? "");
    await inSlack(person, "guest", `/link ${code}`);
    await person.sees("slack", "guest", DIRECT, "Oliver Grant is now the admin");
    await inSlack(person, "guest", ADD);
    await person.sees("slack", "guest", DIRECT, "陈一诺 is now a member");
    await inLark(person, "newcomer", `/link ${code}`);
    await person.sees("lark", "newcomer", DIRECT, "验证码不对");
  });

  test("is whoever ADMIN_EMAILS names, at their first word, and then no code is offered", async () => {
    const log = createKeptLog();
    const { person } = await startBot({ adminEmails: ["guest@elsewhere.example"], log });
    expect(log.lines.filter((line) => line.includes("/link"))).toEqual([]);
    await inSlack(person, "guest", "/people");
    const list = JSON.stringify(await person.sees("slack", "guest", DIRECT, "Members"));
    expect(list).toContain("Oliver Grant");
  });
});

describe("one's own settings", () => {
  let local: LocalBot;
  beforeAll(async () => {
    local = await startLocalBot();
  });
  afterAll(() => local.stop());

  test("the language changes the language of the next answer", async () => {
    const { person } = local;
    await inSlack(person, "finance", "/settings language=zh");
    await person.sees("slack", "finance", DIRECT, "Priya Shah，您的设置");
    await inSlack(person, "finance", "/people");
    await person.sees("slack", "finance", DIRECT, "您目前的角色是财务");
    await inSlack(person, "finance", "/我的设置 语言=英文");
    await person.sees("slack", "finance", DIRECT, "Your settings, Priya Shah");
  });

  test("the zone changes the times of the next answer", async () => {
    const { person } = local;
    const minutes = async (zone: string) => {
      await inSlack(person, "marketer", `/settings zone=${zone}`);
      await person.sees("slack", "marketer", DIRECT, zone);
      await inSlack(person, "marketer", "/link");
      const until = () => person.sees("slack", "marketer", DIRECT, "Good for one use");
      await local.bot.whenIdle();
      const [, hour, minute] = /until [^"]*?(\d{2}):(\d{2})/u.exec(JSON.stringify(await until())) ?? [];
      return Number(hour) * 60 + Number(minute);
    };
    const apart = (await minutes("Asia/Tokyo")) - (await minutes("UTC"));
    // a minute may pass between the two
    expect([539, 540]).toContain((apart + 1_440) % 1_440);
  });

  test("what is no language and no zone is told, and changes nothing", async () => {
    const { person } = local;
    await inSlack(person, "manager", "/settings language=klingon zone=Mars/Base");
    const answer = JSON.stringify(
      await person.sees("slack", "manager", DIRECT, "/settings needs another look"),
    );
    expect(answer).toContain("“klingon” is not one of the choices");
    expect(answer).toContain("“Mars/Base” is not a time zone");
    await inSlack(person, "manager", "/settings");
    expect(JSON.stringify(await person.sees("slack", "manager", DIRECT, "Your settings"))).toContain(
      "Berlin",
    );
  });

  test("in a group one's settings are shown to oneself only", async () => {
    const { person } = local;
    await inSlack(person, "manager", "/settings", SLACK_CHANNEL);
    const mine = await person.sees("slack", "manager", SLACK_CHANNEL, "Your settings");
    expect(mine.ephemeral).toBe(true);
    await person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: "@seedbed /settings" });
    await person.sees("lark", "partner", DIRECT, "您的设置");
    expect(JSON.stringify(await person.lark("legal"))).not.toContain("您的设置");
  });
});

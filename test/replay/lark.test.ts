/** Recorded requests of Lark against the whole bot: what is let in, what is answered, and everything that is refused. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { createLark } from "../../src/lark/app.ts";
import { startServer } from "../../src/web/server.ts";
import { startDesk } from "../lark/support-lark.ts";
import { createKeptLog, type LocalBot, startLocalBot } from "../support/local-bot.ts";
import { createTestWeb } from "../support/web.ts";
import { encryptedForLark, now, plainLark, type Recorded, recorded, send, signedByLark } from "./replay.ts";

const log = createKeptLog();
let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot({ transport: { lark: "http" }, log });
});
afterAll(() => local?.stop());
afterEach(() => log.lines.splice(0));

const names = ["lark-message", "lark-click", "lark-menu"] as const;

const replay = (request: Recorded, sized?: boolean) => send(local.sandbox.url, request, sized);
const signed = (request: Recorded, how?: Parameters<typeof signedByLark>[2]) =>
  signedByLark(local.sandbox, request, how);
const encrypted = (content: object, key?: string) => encryptedForLark(local.sandbox, content, key);
const token = () => local.sandbox.lark.verificationToken;

async function stored(): Promise<number> {
  const { rows } = await local.bot.ctx.store.pool.query<{ n: number }>(
    "select count(*)::int as n from seedbed.inbox",
  );
  return rows[0]?.n ?? 0;
}

/** The refusals in the log. None may show a secret or what was in the body. */
function refusals(): string[] {
  const lines = log.lines.filter((line) => line.startsWith("A request was refused"));
  for (const secret of [token(), local.sandbox.lark.encryptKey]) expect(lines.join()).not.toContain(secret);
  expect(lines.join()).not.toMatch(/encrypt"|ou_|challenge-/u);
  return lines;
}

async function expectRefused(
  request: Recorded,
  status: number,
  reason: RegExp,
  sized?: boolean,
): Promise<void> {
  const before = await stored();
  expect(await replay(request, sized)).toEqual({ status, text: "" });
  expect(refusals()).toEqual([expect.stringMatching(reason)]);
  expect(await stored()).toBe(before);
}

describe("let in", () => {
  test.for(names)("%s: stored once, and acknowledged whenever it comes", async (name) => {
    const before = await stored();
    expect(await replay(signed(await recorded(name)))).toMatchObject({ status: 200 });
    expect(await replay(signed(await recorded(name)))).toMatchObject({ status: 200 });
    expect(await stored()).toBe(before + 1);
    expect(refusals()).toEqual([]);
  });

  test("a type that the bot does not know is acknowledged and forgotten", async () => {
    const before = await stored();
    const header = { event_id: "1", event_type: "contact.user.deleted_v3", token: token() };
    const event = signed(encrypted({ schema: "2.0", header, event: {} }));
    expect(await replay(event)).toEqual({ status: 200, text: "{}" });
    const old = { uuid: "1", token: token(), type: "event_callback", event: { type: "message" } };
    expect(await replay(signed(encrypted(old)))).toEqual({ status: 200, text: "{}" });
    expect(await stored()).toBe(before);
  });

  test("the check of the address, signed or not", async () => {
    const check = encrypted({ type: "url_verification", token: token(), challenge: "challenge-1" });
    for (const request of [check, signed(check)]) {
      expect(await replay(request)).toEqual({ status: 200, text: '{"challenge":"challenge-1"}' });
    }
  });
});

describe("refused with one line in the log", () => {
  test.for(names)("%s exactly as it was recorded: too old by now", async (name) => {
    await expectRefused(await recorded(name), 401, /not within five minutes/u);
  });

  test.for(names)("%s forged: signed with another key", async (name) => {
    await expectRefused(signed(await recorded(name), { secret: "another" }), 401, /signature is wrong/u);
  });

  test.for(names)("%s twice the same", async (name) => {
    const request = signed(await recorded(name));
    expect(await replay(request)).toMatchObject({ status: 200 });
    await expectRefused(request, 401, /was here before/u);
  });

  test.for([
    ["from the past", -301],
    ["from the future", 302],
  ] as const)("%s, though signed with the right key", async ([, seconds]) => {
    const request = signed(await recorded("lark-message"), { at: now() + seconds });
    await expectRefused(request, 401, /not within five minutes/u);
  });

  test.for(["x-lark-signature", "x-lark-request-timestamp", "x-lark-request-nonce"])(
    "without %s",
    async (name) => {
      const { headers, ...request } = signed(await recorded("lark-message"));
      const rest = Object.fromEntries(Object.entries(headers).filter(([header]) => header !== name));
      await expectRefused({ ...request, headers: rest }, 401, /is not signed/u);
    },
  );

  test("with another nonce than was signed", async () => {
    const request = signed(await recorded("lark-message"));
    const headers = { ...request.headers, "x-lark-request-nonce": "other" };
    await expectRefused({ ...request, headers }, 401, /signature is wrong/u);
  });

  test("changed after it was signed, though it means the same", async () => {
    const request = signed(await recorded("lark-message"));
    await expectRefused({ ...request, body: ` ${request.body}` }, 401, /signature is wrong/u);
  });

  test.for([
    ["of an event", (wrong: string) => ({ schema: "2.0", header: { token: wrong }, event: {} })],
    ["of an event of version 1", (wrong: string) => ({ token: wrong, type: "event_callback", event: {} })],
    [
      "of the check of the address",
      (wrong: string) => ({ token: wrong, type: "url_verification", challenge: "challenge-2" }),
    ],
    ["there at all", () => ({ type: "url_verification", challenge: "challenge-3" })],
  ] as const)("a wrong token, or none %s", async ([, content]) => {
    const wrong = token().replace(/./u, "!");
    await expectRefused(signed(encrypted(content(wrong))), 401, /verification token is wrong/u);
  });

  test("encrypted with another key, or not at all, though signed", async () => {
    const content = { schema: "2.0", header: { token: token() }, event: {} };
    await expectRefused(signed(encrypted(content, "another")), 401, /not encrypted with our key/u);
    log.lines.splice(0);
    await expectRefused(signed(plainLark(content)), 401, /is not encrypted/u);
    log.lines.splice(0);
    await expectRefused(signed(plainLark({ encrypt: "AAAA" })), 401, /not encrypted with our key/u);
  });

  test("the check of the address in plain text, because a key is set", async () => {
    const check = plainLark({ type: "url_verification", token: token(), challenge: "challenge-4" });
    await expectRefused(check, 401, /is not encrypted/u);
  });

  test.for([true, false])("too large, and it says so beforehand: %s", async (sized) => {
    const request = signed(plainLark({ encrypt: "x".repeat(1_200_000) }));
    await expectRefused(request, 413, /larger than 1048576 bytes/u, sized);
  });

  test.for([
    ["no JSON by its type", "text/plain", "{}", 415],
    ["garbage", "application/json", "{]", 400],
    ["a list", "application/json", "[1]", 400],
  ] as const)("%s, though signed", async ([, type, body, status]) => {
    const request = { path: "/lark/events", headers: { "content-type": type }, body };
    await expectRefused(signed(request), status, /./u);
  });
});

test("what could not be stored: an event gets 500 and may come again as it was, a click is told in words", async () => {
  const desk = await startDesk("http");
  try {
    const again = (request: Recorded) => send(desk.sandbox.url, request);
    const event = signedByLark(desk.sandbox, await recorded("lark-message"));
    desk.plan.failures = 1;
    expect(await again(event)).toMatchObject({ status: 500 });
    expect(await again(event)).toMatchObject({ status: 200 });
    expect(desk.heard).toHaveLength(1);
    desk.plan.failures = 1;
    const told = await again(signedByLark(desk.sandbox, await recorded("lark-click")));
    expect(told.status).toBe(200);
    expect(JSON.parse(told.text)).toMatchObject({
      toast: {
        type: "error",
        i18n: { zh_cn: "没保存上，请再试一次。", en_us: "Not saved, please try again." },
      },
    });
  } finally {
    await desk.stop();
  }
});

describe("without an encrypt key", () => {
  const heard: Inbound[] = [];
  const quiet = createKeptLog();
  const { web, webhooks } = createTestWeb(quiet);
  let url: string;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const { appId, appSecret, domain, verificationToken } = local.sandbox.lark;
    const lark = createLark({ appId, appSecret, domain, http: { verificationToken }, log: quiet });
    webhooks.set("/lark/events", lark.webhook);
    const server = await startServer({ web, port: 0, host: "127.0.0.1" });
    url = `http://127.0.0.1:${server.port}`;
    await lark.start(async (inbound) => {
      heard.push(inbound);
      return { acknowledgement: {}, run: async () => undefined };
    });
    stop = async () => {
      await lark.stop();
      await server.stop();
    };
  });
  afterAll(() => stop?.());

  const menu = (given: string) => ({
    schema: "2.0",
    header: { event_id: "5", event_type: "application.bot.menu_v6", token: given },
    event: { operator: { operator_id: { open_id: "ou_1" } }, event_key: "/帮助" },
  });

  test("the token alone lets in", async () => {
    expect(await send(url, plainLark(menu(token())))).toEqual({ status: 200, text: "{}" });
    expect(heard).toMatchObject([{ user: "ou_1", eventKey: "lark-event:5" }]);
    expect(await send(url, plainLark(menu("wrong")))).toEqual({ status: 401, text: "" });
    expect(heard).toHaveLength(1);
  });

  test("the check of the address is answered with the right token only", async () => {
    const check = (given: string) =>
      plainLark({ type: "url_verification", token: given, challenge: "challenge-5" });
    expect(await send(url, check(token()))).toEqual({ status: 200, text: '{"challenge":"challenge-5"}' });
    expect(await send(url, check("wrong"))).toEqual({ status: 401, text: "" });
  });

  test("what is encrypted cannot be read and has no token", async () => {
    expect(await send(url, encrypted(menu(token())))).toEqual({ status: 401, text: "" });
  });
});

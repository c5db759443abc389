/** Recorded requests of Slack against the whole bot: what is let in, what is answered, and everything that is refused. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startRoom } from "../slack/room.ts";
import { createKeptLog, type LocalBot, startLocalBot } from "../support/local-bot.ts";
import { now, type Recorded, recorded, send, signedBySlack } from "./replay.ts";

const log = createKeptLog();
let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot({ transport: { slack: "http" }, log });
});
afterAll(() => local?.stop());
afterEach(() => log.lines.splice(0));

const names = ["slack-command", "slack-event", "slack-click"] as const;

const replay = (request: Recorded, sized?: boolean) => send(local.sandbox.url, request, sized);
const signed = (request: Recorded, how?: Parameters<typeof signedBySlack>[2]) =>
  signedBySlack(local.sandbox, request, how);

async function stored(): Promise<number> {
  const { rows } = await local.bot.ctx.store.pool.query<{ n: number }>(
    "select count(*)::int as n from seedbed.inbox",
  );
  return rows[0]?.n ?? 0;
}

/** The refusals in the log. None may show a secret or what was in the body. */
function refusals(): string[] {
  const lines = log.lines.filter((line) => line.startsWith("A request was refused"));
  expect(lines.join()).not.toMatch(/sandbox-slack-signing-secret|v0=|U09K3MAYA1|trigger_id/u);
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

const without = (name: string) => (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([header]) => header !== name));

describe("let in", () => {
  test.for(names)("%s: stored and acknowledged with nothing", async (name) => {
    const before = await stored();
    expect(await replay(signed(await recorded(name)))).toEqual({ status: 200, text: "" });
    expect(await stored()).toBe(before + 1);
    expect(refusals()).toEqual([]);
  });

  test.for(names)("%s: signed anew it is a duplicate, and acknowledged", async (name) => {
    await replay(signed(await recorded(name), { at: now() - 20 }));
    const before = await stored();
    expect(await replay(signed(await recorded(name), { at: now() - 10 }))).toEqual({ status: 200, text: "" });
    expect(await stored()).toBe(before);
  });

  test("a form with a wrong value: the answer carries the error and nothing is stored", async () => {
    const before = await stored();
    const answer = await replay(signed(await recorded("slack-form")));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({
      response_action: "errors",
      errors: { followers: "“lots” is not a number" },
    });
    expect(await stored()).toBe(before);
  });

  test("a retry of an event within the same second has the same signature and is not refused", async () => {
    const event = signed(await recorded("slack-event"), { at: now() - 30 });
    const retry = (number: string) => ({
      ...event,
      headers: { ...event.headers, "x-slack-retry-num": number },
    });
    expect(await replay(event)).toMatchObject({ status: 200 });
    const before = await stored();
    expect(await replay(retry("1"))).toMatchObject({ status: 200 });
    expect(await replay(retry("2"))).toMatchObject({ status: 200 });
    expect(await stored()).toBe(before);
    await expectRefused(retry("1"), 401, /was here before/u);
  });

  test("the check of the address is answered when it is signed", async () => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ type: "url_verification", token: "old", challenge: "3eZbrw1aB" });
    const check = { path: "/slack/events", headers, body };
    const answer = await replay(signed(check));
    expect({ ...answer, text: JSON.parse(answer.text) }).toEqual({
      status: 200,
      text: { challenge: "3eZbrw1aB" },
    });
    await expectRefused(check, 401, /is not signed/u);
  });

  test("the check of the certificate is answered without a signature, and is nothing else", async () => {
    const { path, headers, body } = await recorded("slack-command");
    const before = await stored();
    const contentType = { "content-type": headers["content-type"] ?? "" };
    const check = { path, headers: contentType, body: `ssl_check=1&${body}` };
    expect(await replay(check)).toEqual({ status: 200, text: "" });
    expect(await stored()).toBe(before);
  });
});

describe("refused with one line in the log", () => {
  test.for(names)("%s exactly as it was recorded: too old by now", async (name) => {
    await expectRefused(await recorded(name), 401, /not within five minutes/u);
  });

  test.for(names)("%s forged: signed with another secret", async (name) => {
    const secret = "0123456789abcdef0123456789abcdef";
    await expectRefused(signed(await recorded(name), { secret }), 401, /signature is wrong/u);
  });

  test.for(names)("%s twice the same", async (name) => {
    const request = signed(await recorded(name), { at: now() - 40 });
    expect(await replay(request)).toMatchObject({ status: 200 });
    await expectRefused(request, 401, /was here before/u);
  });

  test.for([
    ["from the past", -301],
    ["from the future", 302],
  ] as const)("%s, though signed with the right secret", async ([, seconds]) => {
    const request = signed(await recorded("slack-event"), { at: now() + seconds });
    await expectRefused(request, 401, /not within five minutes/u);
  });

  test("changed by one letter after it was signed", async () => {
    const request = signed(await recorded("slack-command"));
    await expectRefused(
      { ...request, body: request.body.replace("help", "pelh") },
      401,
      /signature is wrong/u,
    );
  });

  test.for<[string, (headers: Record<string, string>) => Record<string, string>]>([
    ["no signature", without("x-slack-signature")],
    ["no time", without("x-slack-request-timestamp")],
    ["a time that is none", (headers) => ({ ...headers, "x-slack-request-timestamp": "1e9" })],
    ["half a signature", (headers) => ({ ...headers, "x-slack-signature": "v0=dbdf18" })],
    [
      "no version",
      (headers) => ({ ...headers, "x-slack-signature": headers["x-slack-signature"]?.slice(3) ?? "" }),
    ],
  ])("with %s", async ([, spoil]) => {
    const request = signed(await recorded("slack-command"));
    await expectRefused(
      { ...request, headers: spoil(request.headers) },
      401,
      /signed|five minutes|signature/u,
    );
  });

  test.for([true, false])("too large, and it says so beforehand: %s", async (sized) => {
    const body = `payload=${"x".repeat(1_200_000)}`;
    const request = signed({ ...(await recorded("slack-click")), body });
    await expectRefused(request, 413, /larger than 1048576 bytes/u, sized);
  });

  test.for([
    ["neither JSON nor a form", "text/plain", "hello", 415],
    ["garbage as JSON", "application/json", "{]", 400],
    ["garbage as a payload", "application/x-www-form-urlencoded", "payload=%7B%5D", 400],
    ["a list", "application/json", "[1]", 400],
    ["nothing as JSON", "application/json", "", 400],
  ] as const)("%s, though signed", async ([, type, body, status]) => {
    const request = { path: "/slack/events", headers: { "content-type": type }, body };
    await expectRefused(signed(request), status, /./u);
  });

  test("a request that nobody sends by POST", async () => {
    const response = await fetch(`${local.sandbox.url}/slack/events`);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
    expect(refusals()).toHaveLength(1);
  });
});

test("a form that means nothing is acknowledged and forgotten", async () => {
  const before = await stored();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  expect(await replay(signed({ path: "/slack/events", headers, body: "a=b" }))).toMatchObject({
    status: 200,
  });
  expect(await stored()).toBe(before);
});

test("what could not be stored: an event gets 500 and may come again as it was, a command is told in words", async () => {
  const room = await startRoom("http");
  const again = (request: Recorded) => send(room.sandbox.url, signedBySlack(room.sandbox, request, { at }));
  const at = now();
  try {
    const event = await recorded("slack-event");
    room.door.refuse = 1;
    expect(await again(event)).toMatchObject({ status: 500 });
    expect(await again(event)).toMatchObject({ status: 200 });
    expect(room.received).toHaveLength(1);
    room.door.refuse = 1;
    const told = await again(await recorded("slack-command"));
    expect(told.status).toBe(200);
    expect(JSON.parse(told.text)).toEqual({
      response_type: "ephemeral",
      text: expect.stringMatching(/try again.*再试/su),
    });
  } finally {
    await room.stop();
  }
});

/** Starting and stopping: one clear line when it cannot be, nothing left when it ends. */
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../src/sandbox/start.ts";
import { createSlack, type SlackOptions } from "../../src/slack/app.ts";
import { catalogue, english } from "./catalogue.ts";
import { until } from "./room.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, log: () => undefined });
});
afterAll(async () => {
  await sandbox?.stop();
});

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const create = (change: Partial<SlackOptions>) => {
  const { botToken: token, appToken, apiUrl } = sandbox.slack;
  return createSlack({ token, appToken, apiUrl, log, ...change });
};
const receive = async () => ({ acknowledgement: {}, run: async () => undefined });

test.each([
  [
    "a wrong bot token",
    { token: "xoxb-wrong" },
    /^Slack cannot be used \(check SLACK_BOT_TOKEN\): .*invalid_auth/,
  ],
  [
    "a wrong app token",
    { appToken: "xapp-wrong" },
    /^Slack cannot be used \(check SLACK_APP_TOKEN\): .*invalid_auth/,
  ],
  ["no app token", { appToken: undefined }, /set SLACK_APP_TOKEN/],
  [
    "nobody at the address",
    { apiUrl: "http://127.0.0.1:9/api/" },
    /^Slack cannot be used \(check the network/,
  ],
])("%s is one clear line", async (_, change, line) => {
  const error = await create(change)
    .start(receive)
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message).toMatch(line);
  expect((error as Error).message).not.toContain("\n");
  expect((error as Error).message).not.toContain(sandbox.slack.botToken);
});

test("nobody at the address is one clear line, and nothing was sent", async () => {
  const gone = await startSandbox({ port: 0, log: () => undefined });
  await gone.stop();
  await expect(create({ apiUrl: gone.slack.apiUrl }).start(receive)).rejects.toThrow(
    /^Slack cannot be used \(check the network/,
  );
  const posting = { to: { chat: "C1" }, card: catalogue, reading: english, key: "nowhere" };
  await expect(create({ apiUrl: gone.slack.apiUrl }).chat.post(posting)).rejects.toMatchObject({
    code: "unreachable",
    retryable: true,
    maybeSent: false,
  });
});

test("a Slack that goes away for a while is found again", async () => {
  const before = await startSandbox({ port: 0, log: () => undefined });
  const { botToken: token, appToken, apiUrl } = before.slack;
  const slack = createSlack({ token, appToken, apiUrl, log });
  await slack.start(receive);
  await before.stop();
  // long enough for the first reconnect to find nobody
  await sleep(6_000);
  const after = await startSandbox({ port: before.port, log: () => undefined });
  try {
    const body = JSON.stringify({ user: "marketer", channel: "@seedbed", text: "/back" });
    await until(async () => {
      const response = await fetch(`${after.url}/sandbox/api/slack/say`, { method: "POST", body });
      return ((await response.json()) as { ok: boolean }).ok ? true : undefined;
    });
  } finally {
    await slack.stop();
    await after.stop();
  }
}, 40_000);

// the client alone would try again for half an hour
test("a server that never answers ends the start after 10 s", async () => {
  const deaf = createServer();
  await new Promise<void>((resolve) => deaf.listen(0, "127.0.0.1", resolve));
  const address = deaf.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await expect(create({ apiUrl: `http://127.0.0.1:${address.port}/api/` }).start(receive)).rejects.toThrow(
    /^Slack cannot be used/,
  );
  deaf.close();
}, 30_000);

test("after a stop nothing is received, and a new start receives again", async () => {
  const slack = create({});
  const heard: string[] = [];
  const door = async ({ body }: { body: { kind: string; text?: string } }) => {
    heard.push(body.text ?? body.kind);
    return { acknowledgement: {}, run: async () => undefined };
  };
  const say = async (text: string) => {
    const body = JSON.stringify({ user: "marketer", channel: "@seedbed", text: `/${text}` });
    const response = await fetch(`${sandbox.url}/sandbox/api/slack/say`, { method: "POST", body });
    return ((await response.json()) as { ok: boolean }).ok;
  };
  await slack.start(door);
  expect(await say("one")).toBe(true);
  await slack.stop();
  expect(await say("two")).toBe(false);
  await slack.start(door);
  expect(await say("three")).toBe(true);
  await slack.stop();
  expect(heard).toEqual(["one", "three"]);
});

test("a stop before a start is no trouble", async () => {
  await expect(create({}).stop()).resolves.toBeUndefined();
});

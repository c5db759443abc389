/** The local platforms over HTTP: what they send is what the unmodified SDKs take, and what is not acknowledged comes again. */
import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { adaptDefault, Client, DefaultCache, EventDispatcher } from "@larksuiteoapi/node-sdk";
import { App, LogLevel } from "@slack/bolt";
import { afterEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../src/sandbox/start.ts";
import { findFreePort } from "../support/database.ts";
import { handsAt, LARK_CHAT, SLACK_CHANNEL, until } from "../support/local-bot.ts";
import { button, cardOf, QUIET } from "./support-lark-host.ts";

interface State {
  lark: { users: { id: string; name: string }[] };
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function startPlatforms(botUrl: string): Promise<Sandbox> {
  const sandbox = await startSandbox({
    port: 0,
    log: () => undefined,
    transport: { slack: "http", lark: "http" },
    botUrl,
    slackRetriesMs: [0, 50, 50],
    larkRetriesMs: [50, 50, 50, 50],
  });
  closing.push(() => sandbox.stop());
  return sandbox;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A bot that answers with these statuses in turn, 0 for never and the last for ever, and keeps what it was sent. */
async function startStubborn(...statuses: number[]) {
  const got: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const url = await serve((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (piece: string) => {
      body += piece;
    });
    request.on("end", () => {
      got.push({ path: request.url ?? "", headers: request.headers, body });
      const status = statuses[Math.min(got.length, statuses.length) - 1] ?? 200;
      if (status > 0) response.writeHead(status).end();
    });
  });
  return { url, got };
}

describe("Slack", () => {
  it("is understood by an unmodified Bolt app: commands, events and forms, answered in the same request", async () => {
    const port = await findFreePort();
    const { slack, url } = await startPlatforms(`http://127.0.0.1:${port}`);
    const app = new App({
      token: slack.botToken,
      signingSecret: slack.signingSecret,
      logLevel: LogLevel.ERROR,
      clientOptions: { slackApiUrl: slack.apiUrl },
    });
    const heard: string[] = [];
    app.command("/vet", async ({ ack, command }) => {
      heard.push(command.text);
      await ack({ text: "On it." });
    });
    app.event("app_mention", async ({ event }) => void heard.push(event.text));
    await app.start({ port, host: "127.0.0.1" });
    closing.push(() => app.stop());
    const person = handsAt(url);
    const say = (text: string) =>
      person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text });
    expect(await say("/vet 小鹿护肤 & co")).toEqual({ ok: true });
    expect(await say("@seedbed hello")).toMatchObject({ ok: true });
    expect(heard).toEqual(["小鹿护肤 & co", "<@U09SEEDBED> hello"]);
    expect(await person.slack("marketer")).toMatchObject([{ text: "On it.", ephemeral: true }, {}]);
  });

  it("sends an event three times more, with the number of the retry and its reason", async () => {
    const bot = await startStubborn(500, 404, 302);
    const { url } = await startPlatforms(bot.url);
    const said = handsAt(url).post("slack/say", { user: "marketer", channel: "@seedbed", text: "hello" });
    expect(await said).toMatchObject({ ok: false, error: "The app answered with an HTTP error." });
    await until(async () => (bot.got.length === 4 ? true : undefined), "three retries");
    const numbers = bot.got.map(({ headers }) => headers["x-slack-retry-num"]);
    expect(numbers).toEqual([undefined, "1", "2", "3"]);
    expect(bot.got.slice(1).map(({ headers }) => headers["x-slack-retry-reason"])).toEqual(
      Array(3).fill("http_error"),
    );
    expect(new Set(bot.got.map(({ body }) => body)).size).toBe(1);
  });

  it("gives up on an answer after 3 s: a command fails for its person, and is not sent again", async () => {
    const bot = await startStubborn(0);
    const person = handsAt((await startPlatforms(bot.url)).url);
    const said = await person.post("slack/say", { user: "marketer", channel: "@seedbed", text: "/slow" });
    expect(said).toMatchObject({ ok: false, error: "The app did not acknowledge within 3 s." });
    expect(await person.slack("marketer", "@seedbed")).toMatchObject([
      { ephemeral: true, text: '/slow failed with the error "operation_timeout"' },
    ]);
    expect(bot.got).toHaveLength(1);
  });

  it("says that nobody is there", async () => {
    const port = await findFreePort();
    const { url } = await startPlatforms(`http://127.0.0.1:${port}`);
    const said = handsAt(url).post("slack/say", { user: "marketer", channel: "@seedbed", text: "/vet" });
    expect(await said).toMatchObject({ ok: false, error: "The app is not connected." });
  });
});

describe("Lark", () => {
  it("is understood by the unmodified SDK: encrypted, signed, and a click answered in the same request", async () => {
    let take: RequestListener = () => undefined;
    const { lark, url } = await startPlatforms(await serve((request, response) => take(request, response)));
    const { encryptKey, verificationToken, appId, appSecret, domain } = lark;
    const heard: unknown[] = [];
    const dispatcher = new EventDispatcher({ encryptKey, verificationToken, logger: QUIET });
    dispatcher.register({
      "im.message.receive_v1": (event) => void heard.push(JSON.parse(event.message.content)),
      "card.action.trigger": () => ({ toast: { type: "success", content: "收到" } }),
    });
    const answer = adaptDefault("/lark/events", dispatcher);
    take = (request, response) => void answer(request, response);
    const person = handsAt(url);
    const where = { user: "partner", chat: LARK_CHAT };
    expect(await person.post("lark/say", { ...where, text: "@seedbed 你好" })).toMatchObject({ ok: true });
    expect(heard).toEqual([{ text: "@_user_1 你好" }]);

    const client = new Client({ appId, appSecret, domain, logger: QUIET, cache: new DefaultCache() });
    const { data } = await client.im.message.create({
      params: { receive_id_type: "open_id" },
      data: {
        receive_id:
          (await person.get<State>("state")).lark.users.find(({ name }) => name === "partner")?.id ?? "",
        msg_type: "interactive",
        content: JSON.stringify(cardOf(button("ok", "好", { c: "help" }))),
      },
    });
    const click = { user: "partner", message_id: data?.message_id, name: "好" };
    expect(await person.post("lark/click", click)).toMatchObject({
      ok: true,
      toast: { type: "success", content: "收到" },
    });
  });

  it("sends an event four times more and signs it anew each time", async () => {
    const bot = await startStubborn(500);
    const { url } = await startPlatforms(bot.url);
    const said = handsAt(url).post("lark/menu", { user: "partner", event_key: "/帮助" });
    expect(await said).toMatchObject({ ok: false, error: "The bot failed on it (answered with HTTP 500)." });
    await until(async () => (bot.got.length === 5 ? true : undefined), "four retries");
    expect(new Set(bot.got.map(({ headers }) => headers["x-lark-signature"])).size).toBe(5);
    expect(JSON.parse(bot.got[0]?.body ?? "")).toEqual({ encrypt: expect.any(String) });
  });
});

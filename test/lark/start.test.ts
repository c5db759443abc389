/** Starting: one clear line when Lark refuses, cannot be reached or stays silent; a renewed token; nothing left after the stop. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { line } from "../../src/chat/card.ts";
import { createLark } from "../../src/lark/app.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { memoryLog, reading, startDesk } from "./support-lark.ts";

const APP = { appId: "cli_0123456789abcdef", appSecret: "very-secret" };
const receive = () => Promise.reject(new Error("nothing is expected"));
const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(answer: (path: string, calls: number) => object | undefined): Promise<string> {
  let calls = 0;
  const server: Server = createServer((request, response) => {
    request.resume();
    const body = answer(request.url ?? "", calls++);
    if (body !== undefined) response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  });
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

const start = (options: { domain?: string; appId?: string } = {}, log = memoryLog()) =>
  createLark({ ...APP, ...options, log }).start(receive);

describe("start", () => {
  it("refuses an app id that the SDK would only log about", async () => {
    await expect(start({ appId: "cli_short" })).rejects.toThrow(/^LARK_APP_ID is not an app id/);
  });

  it("says that the secret is wrong, without showing it", async () => {
    const sandbox = await startSandbox({ port: 0, log: () => undefined });
    closing.push(() => sandbox.stop());
    const { appId, domain } = sandbox.lark;
    const log = memoryLog();
    const problem = await start({ appId, domain }, log).then(
      () => "it started",
      (error: Error) => error.message,
    );
    expect(problem).toMatch(/refuses this app: check LARK_APP_ID and LARK_APP_SECRET.*10014/);
    expect(problem).not.toContain("\n");
    expect(`${problem}${JSON.stringify(log.lines)}`).not.toContain("very-secret");
  });

  it("says that Lark cannot be reached", async () => {
    await expect(start({ domain: "http://127.0.0.1:9" })).rejects.toThrow(
      /cannot be reached: check the network/,
    );
  });

  it("says that the long connection stays shut", async () => {
    const domain = await serve((path) => {
      if (path.includes("tenant_access_token")) return { code: 0, tenant_access_token: "t-1", expire: 7200 };
      return path.includes("bot/v3/info")
        ? { code: 0, bot: { open_id: "ou_bot" } }
        : { code: 514, msg: "auth", data: {} };
    });
    await expect(start({ domain })).rejects.toThrow(/opens no long connection/);
  });

  it("gives up on a silent Lark after 10 s", { timeout: 30_000 }, async () => {
    const domain = await serve(() => undefined);
    await expect(start({ domain })).rejects.toThrow(/cannot be reached|does not answer/);
  });
});

describe("tokens", () => {
  it("renews a token that ran out inside HTTP 200, once", async () => {
    const tokens: string[] = [];
    let given = 0;
    const domain = await serve((path) => {
      if (path.includes("tenant_access_token")) {
        given += 1;
        tokens.push(`t-${given}`);
        return { code: 0, tenant_access_token: `t-${given}`, expire: 7200 };
      }
      return given < 2
        ? { code: 99991663, msg: "Invalid access token" }
        : { code: 0, data: { message_id: "om_1", chat_id: "oc_1" } };
    });
    const { chat } = createLark({ ...APP, domain, log: memoryLog() });
    const card = { title: "t", tone: "info" as const, summary: "s", body: [line("x")] };
    const to = { chat: "oc_1" };
    expect(await chat.post({ to, card, reading, key: "k" })).toEqual({ chat: "oc_1", id: "om_1" });
    expect(tokens).toEqual(["t-1", "t-2"]);
  });

  it("does not renew for ever", async () => {
    const domain = await serve((path) =>
      path.includes("tenant_access_token")
        ? { code: 0, tenant_access_token: "t", expire: 7200 }
        : { code: 99991663, msg: "Invalid access token" },
    );
    const { chat } = createLark({ ...APP, domain, log: memoryLog() });
    await expect(chat.listChats()).rejects.toMatchObject({ code: "not-authorised", retryable: false });
  });
});

describe("stop", () => {
  it("leaves no timer and no socket behind", async () => {
    const before = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const desk = await startDesk();
    await desk.lark.stop();
    const sent = await desk.say("hello", "@seedbed");
    expect(sent).toMatchObject({ ok: false });
    await desk.stop();
    const after = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    expect(after).toBeLessThanOrEqual(before);
  });
});

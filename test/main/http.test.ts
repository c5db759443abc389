/** The program with credentials: it hears both platforms by HTTP or by socket, tells how it is, and serves nothing else. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startSandbox } from "../../src/sandbox/start.ts";
import { type BuiltMain, buildMain } from "../support/built-main.ts";
import { findFreePort } from "../support/database.ts";
import { handsAt, LARK_CHAT, SLACK_CHANNEL, until } from "../support/local-bot.ts";
import type { Transport } from "../support/web.ts";

let main: BuiltMain;
beforeAll(async () => {
  main = await buildMain();
});
afterAll(() => main?.remove());

/** A local Slack and Lark here, and the program as another process that is given their credentials. */
async function startBoth(transport: Transport) {
  const port = await findFreePort();
  const botUrl = `http://127.0.0.1:${port}`;
  const both = { slack: transport, lark: transport };
  const sandbox = await startSandbox({ port: 0, log: () => undefined, transport: both, botUrl });
  onTestFinished(() => sandbox.stop());
  const folder = await mkdtemp(join(tmpdir(), "seedbed-main-"));
  // As root the store runs under another account, which has to be let in.
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { slack, lark } = sandbox;
  const http = {
    SLACK_SIGNING_SECRET: slack.signingSecret,
    LARK_MODE: "http",
    LARK_VERIFICATION_TOKEN: lark.verificationToken,
    LARK_ENCRYPT_KEY: lark.encryptKey,
  };
  const program = main.start({
    PORT: String(port),
    DATA_DIR: folder,
    ADMIN_EMAILS: "marketer@acme.example",
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    LARK_DOMAIN: lark.domain,
    LARK_APP_ID: lark.appId,
    LARK_APP_SECRET: lark.appSecret,
    ...(transport === "http" ? http : { SLACK_APP_TOKEN: slack.appToken }),
  });
  onTestFinished(async () => void (await program.kill("SIGKILL")));
  return { program, botUrl, person: handsAt(sandbox.url) };
}

const healthAt = async (url: string) => {
  const response = await fetch(`${url}/healthz`).catch(() => undefined);
  return response && { status: response.status, state: (await response.json()) as object };
};

test.for<Transport>(["http", "socket"])(
  "by %s: healthy, hears, answers, stops",
  {
    timeout: 120_000,
  },
  async (transport) => {
    const { program, botUrl, person } = await startBoth(transport);
    const seen: unknown[] = [];
    await until(
      async () => {
        const health = await healthAt(botUrl);
        if (health !== undefined) seen.push(health);
        return health?.status === 200 ? health : undefined;
      },
      "the program to be healthy",
      60_000,
    );
    // it listens before it is ready, and says so
    expect(seen[0]).toMatchObject({ status: 503, state: { ready: false, store: "not open yet" } });
    const link = { transport, connected: true };
    expect(seen.at(-1)).toEqual({
      status: 200,
      state: { ready: true, store: "reachable", platforms: { slack: link, lark: link } },
    });

    const text = "/vet 小鹿护肤 followers=82k";
    expect(await person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text })).toEqual({
      ok: true,
    });
    await person.sees("slack", "marketer", SLACK_CHANNEL, "小鹿护肤: not enough data yet", 20_000);
    const asked = await person.post("lark/say", { user: "partner", chat: LARK_CHAT, text: "@seedbed 帮助" });
    expect(asked).toMatchObject({ ok: true });

    for (const path of ["/", "/sandbox/api/state", "/sandbox/slack/api/auth.test", "/slack/other"]) {
      expect((await fetch(botUrl + path)).status).toBe(404);
    }
    const forged = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    expect((await fetch(`${botUrl}/slack/events`, forged)).status).toBe(transport === "http" ? 401 : 404);
    expect(await program.kill("SIGTERM")).toBe(0);
    expect(program.output()).not.toContain("sandbox-slack-signing-secret");
  },
);

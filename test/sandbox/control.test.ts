/** The control API: state, clock, faults, files, the stream, and who may call it. */
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "../../src/sandbox/start.ts";
import type { BotHooks } from "../../src/sandbox/world.ts";
import { type Desk, newClient, startDesk } from "./support-slack.ts";

let desk: Desk;

beforeEach(async () => {
  desk = await startDesk();
});

afterEach(async () => {
  await desk.stop();
});

interface State {
  now: string;
  next: string | null;
  bot: { ready: boolean };
  slack: {
    users: { name: string; role: string; tz: string }[];
    channels: { name: string; members: string[] }[];
  };
}

const state = async (): Promise<State> => (await desk.get("state")) as unknown as State;

/** A bot that has things to do at given times and writes down when it did them. */
function reminderBot(dueTimes: string[]) {
  let now = Date.now();
  const due = dueTimes.map((text) => Date.parse(text)).sort((a, b) => a - b);
  const done: string[] = [];
  const hooks: BotHooks = {
    setClock: async (to) => {
      now = Math.max(now, Date.parse(to));
      return new Date(now).toISOString();
    },
    runDue: async () => {
      while (due[0] !== undefined && due[0] <= now) {
        const at = due.shift() ?? 0;
        done.push(`${new Date(at).toISOString()} seen at ${new Date(now).toISOString()}`);
      }
      return { next: due[0] === undefined ? null : new Date(due[0]).toISOString(), job: "send-digest" };
    },
    whenIdle: async () => undefined,
  };
  return { hooks, done };
}

describe("state", () => {
  it("names the people and channels, and whether the bot is ready", async () => {
    const before = await state();
    expect(before.slack.users.map((user) => user.name)).toEqual([
      "marketer",
      "manager",
      "finance",
      "admin",
      "guest",
    ]);
    expect(before.slack.channels[0]).toMatchObject({ name: "#spring-launch" });
    expect(before.slack.channels[0]?.members).toHaveLength(5);
    expect(before).toMatchObject({ bot: { ready: false }, next: null });
    desk.sandbox.setBotReady(true);
    expect((await state()).bot.ready).toBe(true);
  });

  it("survives a restart: messages, App Homes, files and the moved clock", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sandbox-"));
    const first = await startDesk({ folder });
    await first.say("marketer", "#spring-launch", "remember me");
    const { user } = await newClient(first.sandbox).users.lookupByEmail({ email: "admin@acme.example" });
    await newClient(first.sandbox).views.publish({
      user_id: user?.id ?? "",
      view: { type: "home", private_metadata: "kept home", blocks: [] },
    });
    await first.sandbox.attach(reminderBot([]).hooks);
    await first.post("clock", { advance: "P2D" });
    const { body } = await first.post("slack/upload", {
      user: "admin",
      channel: "#spring-launch",
      name: "a.txt",
      content: btoa("kept"),
    });
    const ts = (await first.messages("marketer", "#spring-launch"))[0]?.ts;
    await first.stop();

    const second = await startDesk({ folder });
    expect((await second.messages("marketer", "#spring-launch"))[0]).toMatchObject({
      ts,
      text: "remember me",
    });
    expect(await (await fetch(`${second.sandbox.url}/sandbox/api/files/${body.file}`)).text()).toBe("kept");
    expect(second.sandbox.world.now() - Date.now()).toBeGreaterThan(2 * 86_400_000 - 1_000);
    const { home } = await second.get("slack/home?user=admin&open=false");
    expect(home?.private_metadata).toBe("kept home");
    const later = await second.say("marketer", "#spring-launch", "again");
    expect(Number(later.ts)).toBeGreaterThan(Number(ts));
    await second.stop();
    await rm(folder, { recursive: true });
  });

  it("has lost nothing that was answered before a kill after a rest", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sandbox-"));
    const killed = await startDesk({ folder: join(folder, "killed") });
    await setTimeout(200);
    const upload = { user: "admin", channel: "#spring-launch", name: "a.txt", content: btoa("kept") };
    const { body } = await killed.post("slack/upload", upload);
    // what a kill leaves: nothing is closed, and whoever held it is gone
    await cp(join(folder, "killed"), join(folder, "left"), { recursive: true });
    await rm(join(folder, "left", "holder.json"));
    await killed.stop();

    const next = await startDesk({ folder: join(folder, "left") });
    expect(await next.messages("marketer", "#spring-launch")).toHaveLength(1);
    expect(await (await fetch(`${next.sandbox.url}/sandbox/api/files/${body.file}`)).text()).toBe("kept");
    await next.stop();
    await rm(folder, { recursive: true });
  });

  it("reads what was kept when files stood in the state", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sandbox-"));
    const file = {
      id: "F1",
      platform: "slack",
      name: "a.txt",
      mime: "text/plain",
      size: 3,
      content: btoa("old"),
    };
    await writeFile(
      join(folder, "sandbox.json"),
      JSON.stringify({ offsetMs: 0, seq: 1, parts: {}, files: [file] }),
    );
    const first = await startDesk({ folder });
    first.sandbox.world.changed();
    await first.stop();
    const second = await startDesk({ folder });
    expect(await (await fetch(`${second.sandbox.url}/sandbox/api/files/F1`)).text()).toBe("old");
    await second.stop();
    await rm(folder, { recursive: true });
  });
});

describe("the clock", () => {
  it("does not move without a bot", async () => {
    expect((await desk.post("clock", { advance: "PT1H" })).status).toBe(409);
  });

  it("stops at everything that is due on the way", async () => {
    const start = Date.now();
    const at = (hours: number) => new Date(start + hours * 3_600_000).toISOString();
    const bot = reminderBot([at(1), at(5), at(30)]);
    await desk.sandbox.attach(bot.hooks);
    expect(await state()).toMatchObject({ next: at(1), next_job: "send-digest" });

    const moved = (await desk.post("clock", { advance: "PT24H" })).body;
    expect(moved).toMatchObject({ ok: true, next: at(30) });
    expect(bot.done.map((line) => line.split(" ")[0])).toEqual([at(1), at(5)]);
    for (const line of bot.done) {
      const [due = "", , , seen = ""] = line.split(" ");
      expect(Date.parse(seen) - Date.parse(due)).toBeLessThan(1_000);
    }
    const ahead = Date.parse(moved.now ?? "") - start - 24 * 3_600_000;
    expect(ahead).toBeGreaterThanOrEqual(0);
    expect(ahead).toBeLessThan(5_000);

    expect((await desk.post("clock", { next: true })).body).toMatchObject({ ok: true, next: null });
    expect(bot.done).toHaveLength(3);
    expect((await state()).now >= at(30)).toBe(true);
    expect(
      (await desk.say("marketer", "#spring-launch", "hi")).ts?.startsWith(
        String(Math.floor((start + 30 * 3_600_000) / 1000)).slice(0, 6),
      ),
    ).toBe(true);
  });

  it("takes an instant with an offset, and never goes back", async () => {
    await desk.sandbox.attach(reminderBot([]).hooks);
    const to = await desk.post("clock", { to: "2040-01-05T09:00+08:00" });
    expect(to.body.now?.startsWith("2040-01-05T01:00:0")).toBe(true);
    for (const wrong of [
      { to: "2039-01-01T00:00Z" },
      { to: "tomorrow" },
      { advance: "one day" },
      { advance: "-PT1H" },
      { back: true },
    ])
      expect(await desk.post("clock", wrong)).toMatchObject({
        status: 400,
        body: { error: expect.any(String) },
      });
  });

  it("does one move at a time, and passes what stays due", async () => {
    const stuck = new Date(Date.now() + 60_000).toISOString();
    let running = 0;
    let most = 0;
    const hooks: BotHooks = {
      setClock: async (to) => {
        running += 1;
        most = Math.max(most, running);
        await setTimeout(20);
        running -= 1;
        return to;
      },
      runDue: async () => ({ next: stuck }),
      whenIdle: async () => undefined,
    };
    await desk.sandbox.attach(hooks);
    const moves = await Promise.all([1, 2, 3].map(async () => await desk.post("clock", { advance: "PT1H" })));
    expect(moves.map((move) => move.status)).toEqual([200, 200, 200]);
    expect(most).toBe(1);
    expect(desk.sandbox.world.now() - Date.now()).toBeGreaterThan(3 * 3_600_000 - 1_000);
  });
});

describe("the stream", () => {
  it("tells of messages, calls and the clock", async () => {
    const abort = new AbortController();
    const response = await fetch(`${desk.sandbox.url}/sandbox/api/stream`, { signal: abort.signal });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    await desk.say("marketer", "#spring-launch", "hi");
    await newClient(desk.sandbox).auth.test();
    desk.sandbox.world.moveTo(Date.now() + 3_600_000);
    let text = "";
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString();
      if (text.includes('"moved"')) break;
    }
    abort.abort();
    const events = text.split("\n").filter((line) => line.startsWith("data: "));
    expect(events.map((line) => JSON.parse(line.slice(6)) as object)).toEqual([
      expect.objectContaining({ platform: "slack", type: "message" }),
      expect.objectContaining({ platform: "calls", type: "slack", method: "auth.test" }),
      expect.objectContaining({ platform: "clock", type: "moved" }),
    ]);
  });
});

describe("who may call", () => {
  const ask = async (headers: Record<string, string>, path = "/sandbox/api/state"): Promise<number> =>
    await new Promise((resolve, reject) => {
      const call = request(`${desk.sandbox.url}${path}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      call.on("error", reject);
      call.end();
    });

  it("only this machine, by its own names, and only the page's own origin", async () => {
    const { port, url } = desk.sandbox;
    expect(await ask({})).toBe(200);
    expect(await ask({ host: `localhost:${port}` })).toBe(200);
    expect(await ask({ origin: url })).toBe(200);
    expect(await ask({ host: `evil.example:${port}` })).toBe(403);
    expect(await ask({ host: "127.0.0.1.evil.example" })).toBe(403);
    expect(await ask({ origin: "https://evil.example" })).toBe(403);
    expect(await ask({ origin: "null" })).toBe(403);
    expect(await ask({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await ask({ host: "evil.example" }, "/sandbox/slack/api/auth.test")).toBe(403);
  });

  it("and hears what is not there", async () => {
    expect(await ask({}, "/sandbox/api/nothing")).toBe(404);
    expect(await ask({}, "/sandbox/api/files/F0")).toBe(404);
  });

  it("and the page and the bot's own paths are served beside it", async () => {
    const pageDir = await mkdtemp(join(tmpdir(), "page-"));
    await writeFile(join(pageDir, "index.html"), "<title>Seedbed</title>");
    const bot = ({ url }: IncomingMessage, response: ServerResponse) => {
      if (url !== "/healthz") return false;
      response.end("well");
      return true;
    };
    const served = await startSandbox({ port: 0, log: () => undefined, pageDir, bot });
    const read = async (path: string) => await (await fetch(served.url + path)).text();
    expect(await read("/")).toBe("<title>Seedbed</title>");
    expect(await read("/healthz")).toBe("well");
    expect(await read("/missing.js")).toContain("Nothing is served at GET /missing.js");
    await served.stop();
    await rm(pageDir, { recursive: true });
  });

  it("and one sandbox a port", async () => {
    await expect(startSandbox({ port: desk.sandbox.port, log: () => undefined })).rejects.toThrow(
      `Port ${desk.sandbox.port} is in use: set PORT to a free one.`,
    );
  });
});

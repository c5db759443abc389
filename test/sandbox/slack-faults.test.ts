/** Ordered trouble: the local Slack misbehaves as asked, and nothing the app did or was told is lost for good. */
import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type Desk, newApp, newClient, startDesk, until } from "./support-slack.ts";

let desk: Desk;

beforeEach(async () => {
  desk = await startDesk({ slackRetriesMs: [0, 200, 400] });
});

afterEach(async () => {
  await desk.stop();
});

const order = async (kind: string, times = 1) =>
  await desk.post("faults", { platform: "slack", kind, times });

describe("faults of calls", () => {
  it("rate_limit answers 429 with the seconds to wait, and has no effect", async () => {
    await order("rate_limit", 2);
    const client = newClient(desk.sandbox);
    const post = async () => await client.chat.postMessage({ channel: "#spring-launch", text: "x" });
    for (const _ of [1, 2])
      await expect(post()).rejects.toMatchObject({ code: "slack_webapi_rate_limited_error", retryAfter: 1 });
    expect(await desk.messages("manager", "#spring-launch")).toEqual([]);
    expect(await post()).toMatchObject({ ok: true });
    expect((await desk.get("calls")).calls.map((call) => call.status)).toEqual([429, 429, 200]);
    expect(await desk.violations()).toEqual([]);
  });

  it("server_error answers 500 and has no effect", async () => {
    await order("server_error");
    const client = newClient(desk.sandbox);
    await expect(client.chat.postMessage({ channel: "#spring-launch", text: "x" })).rejects.toMatchObject({
      statusCode: 500,
    });
    expect(await desk.messages("manager", "#spring-launch")).toEqual([]);
  });

  it("lost_answer takes effect, breaks the connection, and the message is found by its metadata", async () => {
    await order("lost_answer");
    const client = newClient(desk.sandbox);
    const metadata = { event_type: "seedbed", event_payload: { key: "k-7" } };
    await expect(
      client.chat.postMessage({ channel: "#spring-launch", text: "once", metadata }),
    ).rejects.toMatchObject({ code: "slack_webapi_request_error" });
    const { channels } = await client.conversations.list({});
    const history = await client.conversations.history({
      channel: channels?.[0]?.id ?? "",
      include_all_metadata: true,
    });
    expect(history.messages).toMatchObject([{ text: "once", metadata }]);
  });

  it("slow takes effect at once and answers after 5 s", async () => {
    await order("slow");
    const before = performance.now();
    const call = newClient(desk.sandbox).chat.postMessage({ channel: "#spring-launch", text: "late" });
    await until("the message", async () => (await desk.messages("manager", "#spring-launch"))[0]);
    expect(performance.now() - before).toBeLessThan(4_500);
    await call;
    expect(performance.now() - before).toBeGreaterThan(4_900);
  });

  it("broken_answer takes effect and says that it failed", async () => {
    await order("broken_answer");
    const post = newClient(desk.sandbox).chat.postMessage({ channel: "#spring-launch", text: "once" });
    await expect(post).rejects.toMatchObject({ statusCode: 500 });
    expect(await desk.messages("manager", "#spring-launch")).toMatchObject([{ text: "once" }]);
  });

  it("rate_limit and slow last as long as they were ordered to", async () => {
    await desk.post("faults", { platform: "slack", kind: "rate_limit", seconds: 30 });
    await desk.post("faults", { platform: "slack", kind: "slow", seconds: 0.5 });
    const client = newClient(desk.sandbox);
    const post = async () => await client.chat.postMessage({ channel: "#spring-launch", text: "x" });
    await expect(post()).rejects.toMatchObject({ retryAfter: 30 });
    const before = performance.now();
    await post();
    expect(performance.now() - before).toBeGreaterThan(490);
  });

  it("hits uploads of bytes and response URLs too", async () => {
    const { slack, url } = desk.sandbox;
    const client = newClient(desk.sandbox);
    const place = await client.files.getUploadURLExternal({ filename: "a.csv", length: 3 });
    const upload = async () => await fetch(place.upload_url ?? "", { method: "POST", body: "abc" });
    await order("rate_limit");
    const refused = await upload();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    await order("lost_answer");
    await expect(upload()).rejects.toThrow("fetch failed");
    expect(await client.files.completeUploadExternal({ files: [{ id: place.file_id ?? "" }] })).toMatchObject(
      {
        files: [{ size: 3 }],
      },
    );
    await order("broken_answer");
    const gone = await fetch(`${url}/sandbox/slack/response/none`, { method: "POST", body: "{}" });
    expect([gone.status, slack.apiUrl.startsWith(url)]).toEqual([500, true]);
  });

  it("takes no order for a token that would run out: Slack's do not", async () => {
    expect(await order("token_expired")).toMatchObject({ status: 400 });
  });

  it("refuses an order for something that does not exist", async () => {
    expect(await order("earthquake")).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("kind") },
    });
  });
});

describe("faults of events", () => {
  let app: App;
  beforeEach(() => {
    app = newApp(desk.sandbox);
  });
  afterEach(async () => {
    await app.stop();
  });

  it("duplicate brings the same command twice, with one trigger", async () => {
    const triggers: string[] = [];
    app.command("/vet", async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    });
    await app.start();
    await order("duplicate");
    await desk.say("marketer", "#spring-launch", "/vet x");
    await until("the second delivery", () => (triggers.length === 2 ? true : undefined));
    expect(triggers[0]).toBe(triggers[1]);
    await desk.say("marketer", "#spring-launch", "/vet y");
    expect(triggers).toHaveLength(3);
  });

  it("duplicate brings the same event twice, with one event_id", async () => {
    const ids: string[] = [];
    app.event("message", async ({ body }) => {
      ids.push(body.event_id);
    });
    await app.start();
    await order("duplicate");
    await desk.say("marketer", "#spring-launch", "hi");
    await until("the second delivery", () => (ids.length === 2 ? true : undefined));
    expect(ids[0]).toBe(ids[1]);
  });

  it("late brings an event when its time has come, with the time at which it happened", async () => {
    const times: number[] = [];
    app.event("message", async ({ body }) => void times.push(body.event_time));
    await app.start();
    await desk.post("faults", { platform: "slack", kind: "late", seconds: 3_600 });
    const said = Math.floor(desk.sandbox.world.now() / 1_000);
    expect(await desk.say("marketer", "#spring-launch", "early")).toMatchObject({ ok: false });
    await desk.say("marketer", "#spring-launch", "after it");
    await until("the other message", () => times[0]);
    desk.sandbox.world.moveTo(desk.sandbox.world.now() + 3_600_000);
    await desk.sandbox.world.held.bringDue();
    await until("the late message", () => times[1]);
    expect(times).toHaveLength(2);
    expect(Math.abs((times[1] ?? 0) - said)).toBeLessThan(5);
  });

  it("drop_socket makes the app come again, and what was said in the gap arrives after it", async () => {
    const texts: (string | undefined)[] = [];
    app.message(async ({ message }) => {
      if (message.subtype === undefined) texts.push(message.text);
    });
    await app.start();
    await order("drop_socket");
    expect(await desk.say("marketer", "#spring-launch", "in the gap")).toMatchObject({
      ok: false,
      error: "The app is not connected.",
    });
    // the client itself waits 5 s before it connects again
    await until("the message after the gap", () => texts[0]);
    expect(texts).toEqual(["in the gap"]);
  });
});

describe("unacknowledged events", () => {
  it("come again with the attempt and the reason, at most three times", async () => {
    const { socket, envelopes } = await connect({ acknowledge: false });
    expect(await desk.say("marketer", "#spring-launch", "hello?")).toMatchObject({
      ok: false,
      error: "The app did not acknowledge within 3 s.",
    });
    await until("three retries", () => (envelopes.length === 4 ? true : undefined));
    socket.close();
    expect(envelopes.map((one) => [one.retry_attempt, one.retry_reason])).toEqual([
      [0, ""],
      [1, "timeout"],
      [2, "timeout"],
      [3, "timeout"],
    ]);
    expect(new Set(envelopes.map((one) => one.payload?.event_id)).size).toBe(1);
  }, 20_000);

  it("wait for the app when it is not there yet", async () => {
    expect(await desk.say("marketer", "@seedbed", "anyone?")).toMatchObject({ ok: false });
    const app = newApp(desk.sandbox);
    const texts: (string | undefined)[] = [];
    app.message(async ({ message }) => {
      if (message.subtype === undefined) texts.push(message.text);
    });
    await app.start();
    expect(await until("the message", () => texts[0])).toBe("anyone?");
    await app.stop();
  });
});

describe("connections", () => {
  it("share the events, and the eleventh is sent away", async () => {
    const sockets = await Promise.all(Array.from({ length: 11 }, async () => await connect()));
    const types = sockets.map((socket) => socket.first);
    expect(types.filter((first) => first.type === "hello")).toHaveLength(10);
    expect(types.filter((first) => first.type === "disconnect")).toMatchObject([
      { reason: "too_many_websockets" },
    ]);
    await Promise.all([1, 2, 3].map(async (index) => await desk.say("marketer", "@seedbed", `m${index}`)));
    expect(sockets.map((socket) => socket.envelopes.length).filter((length) => length > 0)).toEqual([
      1, 1, 1,
    ]);
    for (const { socket } of sockets) socket.close();
  });

  it("need the address that apps.connections.open gave, once", async () => {
    const url = await newUrl();
    const first = await connect({ url });
    expect(first.first.type).toBe("hello");
    await expect(connect({ url })).rejects.toThrow("refused");
    first.socket.close();
  });
});

async function newUrl(): Promise<string> {
  const client = newClient(desk.sandbox, desk.sandbox.slack.appToken);
  return (await client.apps.connections.open()).url ?? "";
}

interface Line {
  type: string;
  reason?: string;
  envelope_id?: string;
  retry_attempt?: number;
  retry_reason?: string;
  payload?: { event_id: string };
}

/** A bare socket, which acknowledges everything or nothing. */
async function connect({ url, acknowledge = true }: { url?: string; acknowledge?: boolean } = {}) {
  const socket = new WebSocket(url ?? (await newUrl()));
  const envelopes: Line[] = [];
  const first = await new Promise<Line>((resolve, reject) => {
    socket.on("error", () => reject(new Error("refused")));
    socket.on("message", (data) => {
      const line = JSON.parse((data as Buffer).toString()) as Line;
      if (line.envelope_id === undefined) resolve(line);
      else {
        envelopes.push(line);
        if (acknowledge) socket.send(JSON.stringify({ envelope_id: line.envelope_id }));
      }
    });
  });
  return { socket, first, envelopes };
}

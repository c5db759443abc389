/** The local Lark in trouble and at its limits: tokens, rates, files, ordered faults. */
import { createHmac } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { EventDispatcher, WSClient } from "@larksuiteoapi/node-sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type LarkHost, QUIET, refusalOf, startLark } from "./support-lark-host.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("the local Lark at its limits", () => {
  let host: LarkHost;
  beforeEach(async () => {
    host = await startLark({ retriesMs: [200, 200, 400, 800, 1600, 3200] });
  });
  afterEach(() => host.stop());

  const sendText = (text: string, uuid?: string) =>
    host.client.im.message.create({
      params: { receive_id_type: "email" },
      data: {
        receive_id: "partner@acme.example",
        msg_type: "text",
        content: JSON.stringify({ text }),
        ...(uuid && { uuid }),
      },
    });
  const seen = () => host.messages("partner", "@seedbed");

  it("gives tokens for the right secret only and reports a dead one inside HTTP 200", async () => {
    const { appId, appSecret } = host.platform.credentials;
    const token = (secret: string) =>
      host.client.auth.tenantAccessToken.internal({ data: { app_id: appId, app_secret: secret } });
    expect(await token(appSecret)).toMatchObject({ code: 0, expire: 7200 });
    expect(await token("guess")).toMatchObject({ code: 10014 });
    const expiry = Math.floor(Date.now() / 1000 - 1).toString(36);
    const signature = createHmac("sha256", appSecret).update(expiry).digest("hex");
    for (const dead of ["t-guess", `t-${expiry}.${signature}`]) {
      const headers = { authorization: `Bearer ${dead}` };
      const answer = await fetch(`${host.domain}/open-apis/im/v1/chats`, { headers });
      expect([answer.status, await answer.json()]).toMatchObject([200, { code: 99991663 }]);
    }
    const bare = await fetch(`${host.domain}/open-apis/bot/v3/info`);
    expect([bare.status, await bare.json()]).toMatchObject([400, { code: 99991661 }]);
  });

  it("answers 404 to a call Lark does not have", async () => {
    const response = await fetch(`${host.domain}/open-apis/im/v9/nothing`);
    expect([response.status, await response.text()]).toEqual([404, "404 page not found"]);
  });

  it("takes 5 messages a second to one person and says when the next may come", async () => {
    const answers = await Promise.all(Array.from({ length: 7 }, (_, n) => refusalOf(sendText(String(n)))));
    expect(answers.filter(({ code }) => code === 0)).toHaveLength(5);
    expect(answers.filter(({ code }) => code === 99991400)).toMatchObject([
      { status: 400, reset: "1" },
      { status: 400, reset: "1" },
    ]);
    expect(host.world.calls.filter((call) => call.violations.length > 0)).toHaveLength(2);
  });

  it("holds one API to 50 calls a second", async () => {
    // on a busy machine sixty calls may take longer than a second: then more at once are called for
    let answers: Awaited<ReturnType<typeof refusalOf>>[] = [];
    for (let count = 60; count <= 240 && !answers.some(({ status }) => status === 429); count *= 2) {
      answers = await Promise.all(Array.from({ length: count }, () => refusalOf(host.client.im.chat.list())));
    }
    expect(answers.some(({ status, code }) => status === 429 && code === 99991400)).toBe(true);
    expect(answers.filter(({ code }) => code === 0).length).toBeGreaterThanOrEqual(50);
  });

  it("carries a file from a person to the bot, byte for byte", async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 128, 0xe8, 0x8d]);
    let connected: Promise<unknown> = Promise.resolve();
    const received = new Promise<Buffer>((resolve, reject) => {
      const read = async ({ message }: { message: { message_id: string; content: string } }) => {
        const { file_key: key } = JSON.parse(message.content) as { file_key: string };
        const resource = await host.client.im.messageResource.get({
          path: { message_id: message.message_id, file_key: key },
          params: { type: "file" },
        });
        resolve(await buffer(resource.getReadableStream()));
      };
      connected = host.connect({ "im.message.receive_v1": (event: never) => void read(event).catch(reject) });
    });
    await connected;
    const file = { user: "partner", chat: "@seedbed", name: "达人.csv", content: bytes.toString("base64") };
    expect((await host.act("upload", file)).body).toMatchObject({ ok: true });
    expect(await received).toEqual(bytes);
    expect((await seen()).at(-1)).toMatchObject({
      type: "file",
      file: { name: "达人.csv", mime: "text/csv" },
    });
  });

  it("carries a file and an image from the bot to a person, byte for byte", async () => {
    const bytes = Buffer.from([80, 75, 3, 4, 0, 255, 13, 10, 45, 45]);
    const file = await host.client.im.file.create({
      data: { file_type: "stream", file_name: "报表.xlsx", file: bytes },
    });
    const image = await host.client.im.image.create({ data: { image_type: "message", image: PNG } });
    const post = (msg_type: string, content: object) =>
      host.client.im.message.create({
        params: { receive_id_type: "email" },
        data: { receive_id: "partner@acme.example", msg_type, content: JSON.stringify(content) },
      });
    await post("file", { file_key: file?.file_key });
    await post("image", { image_key: image?.image_key });
    expect(await seen()).toMatchObject([
      { type: "file", file: { name: "报表.xlsx", size: bytes.length } },
      { type: "image", file: { mime: "image/png", size: PNG.length } },
    ]);
    const kept = host.world.files.get(file?.file_key ?? "")?.content;
    expect(Buffer.from(kept ?? "", "base64")).toEqual(bytes);
    expect(await refusalOf(post("file", { file_key: "file_v3_other" }))).toMatchObject({ code: 230017 });
  });

  it("refuses empty uploads, images over 10 MB and what is no image", async () => {
    const image = (bytes: Buffer) =>
      refusalOf(host.client.im.image.create({ data: { image_type: "message", image: bytes } }));
    expect(await image(Buffer.alloc(0))).toMatchObject({ code: 234010 });
    expect(await image(Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]))).toMatchObject({ code: 234006 });
    expect(await image(Buffer.from("no picture"))).toMatchObject({ code: 234011 });
  });

  it("refuses a call on order, with the time to wait, and fails on order", async () => {
    host.world.addFault("lark", "rate_limit", 1);
    host.world.addFault("lark", "server_error", 1);
    expect(await refusalOf(host.client.im.chat.list())).toMatchObject({
      status: 429,
      code: 99991400,
      reset: "1",
    });
    expect(await refusalOf(host.client.im.chat.list())).toMatchObject({ status: 500 });
    expect(await refusalOf(host.client.im.chat.list())).toMatchObject({ code: 0 });
    expect(host.world.calls.every((call) => call.violations.length === 0)).toBe(true);
  });

  it("loses an answer after the send took effect; the same uuid finds it again", async () => {
    await host.client.im.chat.list();
    host.world.addFault("lark", "lost_answer", 1);
    await expect(sendText("once", "u1")).rejects.toMatchObject({ code: "ECONNRESET" });
    await sendText("once", "u1");
    expect(await seen()).toMatchObject([{ text: "once" }]);
  });

  it("takes effect at once and answers late on order", async () => {
    await host.client.im.chat.list();
    host.world.addFault("lark", "slow", 1);
    const from = Date.now();
    const answer = sendText("slow");
    await expect.poll(seen, { timeout: 2_000 }).toHaveLength(1);
    await answer;
    expect(Date.now() - from).toBeGreaterThanOrEqual(4_900);
  });

  it("says too many in both of its forms, turn by turn", async () => {
    host.world.addFault("lark", "rate_limit", 2, 7);
    const refused = { code: 99991400, reset: "7" };
    expect(await refusalOf(host.client.im.chat.list())).toMatchObject({ ...refused, status: 429 });
    expect(await refusalOf(host.client.im.chat.list())).toMatchObject({ ...refused, status: 400 });
  });

  it("takes effect and says that it failed on order", async () => {
    await host.client.im.chat.list();
    host.world.addFault("lark", "broken_answer", 1);
    expect(await refusalOf(sendText("once"))).toMatchObject({ status: 500 });
    expect(await seen()).toMatchObject([{ text: "once" }]);
  });

  it("lets a token run out on order, inside HTTP 200, and gives another", async () => {
    await host.client.im.chat.list();
    host.world.addFault("lark", "token_expired", 1);
    expect(await refusalOf(sendText("never"))).toMatchObject({ status: 200, code: 99991663 });
    // the client keeps its token, and that stays dead
    expect(await refusalOf(sendText("never"))).toMatchObject({ status: 200, code: 99991663 });
    const { appId, appSecret } = host.platform.credentials;
    const fresh = await host.client.auth.tenantAccessToken.internal({
      data: { app_id: appId, app_secret: appSecret },
    });
    const token = (fresh as { tenant_access_token?: string }).tenant_access_token ?? "";
    const answer = await fetch(`${host.domain}/open-apis/im/v1/chats`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.json()).toMatchObject({ code: 0 });
    expect(await seen()).toEqual([]);
  });

  it("brings an event late on order, with the time at which it happened", async () => {
    const times: number[] = [];
    await host.connect({
      "im.message.receive_v1": (event: { create_time: string }) => void times.push(Number(event.create_time)),
    });
    const said = host.world.now();
    host.world.addFault("lark", "late", 1);
    const held = await host.act("say", { user: "partner", chat: "@seedbed", text: "a" });
    expect(held.body).toMatchObject({ ok: false });
    host.world.moveTo(host.world.now() + 5 * 3_600_000);
    await host.world.held.bringDue();
    expect(times).toEqual([]);
    host.world.moveTo(host.world.now() + 3_600_000);
    await host.world.held.bringDue();
    await expect.poll(() => times).toHaveLength(1);
    expect((times[0] ?? 0) - said).toBeLessThan(5_000);
  });

  it("delivers an event twice under one id on order", async () => {
    const ids: string[] = [];
    await host.connect({
      "im.message.receive_v1": (event: { event_id: string }) => void ids.push(event.event_id),
    });
    host.world.addFault("lark", "duplicate", 1);
    await host.act("say", { user: "partner", chat: "@seedbed", text: "a" });
    await expect.poll(() => ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("drops the connection on order; the event comes after the reconnect", async () => {
    const texts: string[] = [];
    await host.connect({
      "im.message.receive_v1": (event: { message: { content: string } }) =>
        void texts.push(JSON.parse(event.message.content).text),
    });
    host.world.addFault("lark", "drop_socket", 1);
    const dropped = await host.act("say", { user: "partner", chat: "@seedbed", text: "later" });
    expect(dropped.body).toMatchObject({ ok: false });
    await expect.poll(() => texts, { timeout: 10_000 }).toEqual(["later"]);
  });

  it("sends each event to one of the connections, in pieces when it is large", async () => {
    const counts = [0, 0];
    for (const index of [0, 1]) {
      await host.connect({
        "im.message.receive_v1": () => {
          counts[index] = (counts[index] ?? 0) + 1;
        },
      });
    }
    for (const text of ["a", "b", "种".repeat(40_000), "d"]) {
      expect((await host.act("say", { user: "partner", chat: "@seedbed", text })).body).toMatchObject({
        ok: true,
      });
    }
    expect(counts).toEqual([2, 2]);
  });

  it("answers the client's pings, so that a watched connection stays", async () => {
    let reconnects = 0;
    const { appId, appSecret } = host.platform.credentials;
    const socket = new WSClient({
      appId,
      appSecret,
      domain: host.domain,
      wsConfig: { pingTimeout: 1 },
      logger: QUIET,
      onReconnecting: () => {
        reconnects += 1;
      },
    });
    await socket.start({ eventDispatcher: new EventDispatcher({ logger: QUIET }) });
    await pause(1_300);
    expect([socket.getConnectionStatus().state, reconnects]).toEqual(["connected", 0]);
    socket.close({ force: true });
  });

  it("lets no app in with a wrong secret, and no socket without an address of its own", async () => {
    const endpoint = await fetch(`${host.domain}/callback/ws/endpoint`, {
      method: "POST",
      body: JSON.stringify({ AppID: host.platform.credentials.appId, AppSecret: "guess" }),
    });
    expect(await endpoint.json()).toMatchObject({ code: 514 });
    const socket = new WebSocket(`${host.domain.replace("http", "ws")}/socket?device_id=guess`);
    const refused = await new Promise((resolve) => socket.once("error", resolve));
    expect(String(refused)).toContain("403");
  });
});

/** The program as people start it: it stops cleanly, survives a kill, and says in one line why it does not start. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type BuiltMain, buildMain, processesOf } from "../support/built-main.ts";
import { actionOf, type Hands, handsAt, SLACK_CHANNEL } from "../support/local-bot.ts";

const CARD = "小鹿护肤: not enough data yet";

let main: BuiltMain;
beforeAll(async () => {
  main = await buildMain();
});
afterAll(() => main.remove());

async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "seedbed-main-"));
  // As root the store runs under another account, which has to be let in.
  await chmod(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const vet = (person: Hands) =>
  person.post("slack/say", { user: "marketer", channel: SLACK_CHANNEL, text: "/vet 小鹿护肤 followers=82k" });

const cards = async (person: Hands) =>
  (await person.slack("marketer")).filter((message) => JSON.stringify(message).includes(CARD));

describe("without any setting, on a folder of its own", () => {
  test("stopped: no process is left, nothing acknowledged is lost", { timeout: 120_000 }, async () => {
    const folder = await newDataFolder();
    const env = { DATA_DIR: folder, PORT: "0" };
    const first = main.start(env);
    expect(await vet(handsAt(await first.url()))).toMatchObject({ ok: true });
    expect(await first.kill("SIGTERM")).toBe(0);
    expect(await processesOf(folder)).toEqual([]);

    const second = main.start(env);
    const person = handsAt(await second.url());
    await person.sees("slack", "marketer", SLACK_CHANNEL, CARD, 20_000);
    expect(await cards(person)).toHaveLength(1);
    expect(await second.kill("SIGINT")).toBe(0);
    expect(await processesOf(folder)).toEqual([]);
  });

  test("killed: the next start joins the same store and shows what was there", {
    timeout: 120_000,
  }, async () => {
    const folder = await newDataFolder();
    const env = { DATA_DIR: folder, PORT: "0" };
    const first = main.start(env);
    const before = handsAt(await first.url());
    await vet(before);
    await before.sees("slack", "marketer", SLACK_CHANNEL, CARD, 20_000);
    // the local platforms write what they show every 100 ms
    await new Promise((resolve) => setTimeout(resolve, 500));
    await first.kill("SIGKILL");
    expect(await processesOf(folder)).not.toEqual([]);

    const second = main.start(env);
    const person = handsAt(await second.url());
    const [card, ...others] = await cards(person);
    expect(others).toEqual([]);
    const action_id = actionOf(card ?? { text: "" }, "Add to shortlist");
    await person.post("slack/click", { user: "marketer", channel: SLACK_CHANNEL, ts: card?.ts, action_id });
    await person.sees("slack", "marketer", SLACK_CHANNEL, "On the shortlist", 20_000);
    expect(await cards(person)).toHaveLength(1);
    expect(await second.kill("SIGTERM")).toBe(0);
    expect(await processesOf(folder)).toEqual([]);
  });
});

test("a second one on the same folder is told who has it, and changes nothing", {
  timeout: 120_000,
}, async () => {
  const folder = await newDataFolder();
  const env = { DATA_DIR: folder, PORT: "0" };
  const first = main.start(env);
  const person = handsAt(await first.url());
  const second = main.start(env);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(
    `${folder}/sandbox is in use by process ${first.pid} at ${await first.url()}: use that one, stop it, or set DATA_DIR`,
  );
  expect(await vet(person)).toMatchObject({ ok: true });
  await person.sees("slack", "marketer", SLACK_CHANNEL, CARD, 20_000);
  expect(await first.kill("SIGTERM")).toBe(0);
});

describe("says in one line why it does not start", () => {
  /** The lines that are no mere report of a step. */
  const complaints = (output: string) =>
    output.split("\n").filter((line) => line !== "" && !line.includes('"level":30'));

  test("no database", { timeout: 60_000 }, async () => {
    const DATABASE_URL = "postgres://me:s3cret@127.0.0.1:1/shop";
    const started = main.start({ DATABASE_URL, DATA_DIR: await newDataFolder(), PORT: "0" });
    expect(await started.ended).toBe(1);
    expect(complaints(started.output())).toEqual([expect.stringContaining("DATABASE_URL")]);
    expect(started.output()).not.toContain("s3cret");
  });

  test("the port is taken", { timeout: 30_000 }, async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const started = main.start({ DATA_DIR: await newDataFolder(), PORT: String(port) });
    expect(await started.ended).toBe(1);
    expect(complaints(started.output())).toEqual([
      expect.stringContaining(`Port ${port} is in use: set PORT to a free one.`),
    ]);
  });

  test("a wrong and a half-set environment: one line each, no value shown", { timeout: 30_000 }, async () => {
    const started = main.start({ PORT: "many", SLACK_BOT_TOKEN: "xoxb-very-secret" });
    expect(await started.ended).toBe(1);
    const lines = complaints(started.output());
    expect(lines).toEqual([expect.stringMatching(/^PORT: /u), expect.stringMatching(/^SLACK_APP_TOKEN: /u)]);
    expect(started.output()).not.toContain("very-secret");
  });
});

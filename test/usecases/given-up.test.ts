/** A list whose job was given up: its card says so instead of promising, and a click goes on where it stopped. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TemplateInput } from "../../src/chat/template-data.ts";
import { openDues } from "../../src/store/dues.ts";
import type { Member } from "../../src/store/people.ts";
import { createGiveUp } from "../../src/usecases/delivery/give-up.ts";
import { startImport } from "../../src/usecases/imports/start-import.ts";
import { newest, runImports, shareList } from "../support/shared-lists.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { press } from "./calls.ts";
import { runDue } from "./clock.ts";

const SHEET = "昵称,小红书号,粉丝数,阅读中位数,互动中位数,图文报价\n甲,jia1,82000,41000,3000,30000000";

let bench: Bench;
let maya: Member;
/** ids of dead jobs that were tried again */
let retried: string[];

beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "marketer");
  retried = [];
  bench.ctx.retryDead = (id) => Promise.resolve(void retried.push(id));
});
afterEach(() => bench.close());

/** Everything that is due has failed as often as it may. */
async function giveUp(): Promise<void> {
  const due = await openDues(bench.store.db, bench.ctx.clock.now(), 100);
  const dead = due.map(({ key, job, payload }) => ({
    id: `job ${key}`,
    name: job,
    payload: { ...payload, due: key },
    error: "no room left",
    attempts: 5,
    failedAt: new Date(),
  }));
  bench.ctx.deadLetters = () => Promise.resolve(dead);
  await createGiveUp(bench.ctx)(new Set(due.map(({ key }) => key)));
}

async function whileNothingIsWritten(work: () => Promise<unknown>): Promise<void> {
  const { documents } = bench.ctx;
  bench.ctx.documents = { ...documents, workbook: () => Promise.reject(new Error("no room left")) };
  await expect(work()).rejects.toThrow("no room left");
  bench.ctx.documents = documents;
}

const ranking = () => newest(bench, "import-result");
const files = async () => (await bench.outbox()).filter(({ kind }) => kind === "file").length;
const resend = (data: { id?: string | undefined } | undefined) =>
  press(bench.as(maya), { command: "import resend", input: { import: data?.id ?? "" } });

test("the first file: the ranking says that it failed, and a click makes it after all", async () => {
  await whileNothingIsWritten(() => shareList(bench, maya, "a.csv", SHEET));
  expect((await ranking())?.fileFailedAt).toBeUndefined();
  await giveUp();
  const told = await ranking();
  expect(told).toMatchObject({ fileAskedAt: null, fileFailedAt: bench.ctx.clock.now().toString() });
  bench.setNow("2026-11-23T03:00:00Z");
  await giveUp();
  expect(await ranking()).toEqual(told);

  await resend(told);
  expect(await ranking()).toMatchObject({ fileAskedAt: "2026-11-23T03:00:00Z", fileFailedAt: null });
  expect(retried).toEqual([`job import-list:${told?.id}`]);
  await expect(resend(told)).rejects.toMatchObject({ code: "old-card" });
  await runImports(bench, SHEET);
  expect(await ranking()).toMatchObject({ fileAskedAt: null, fileFailedAt: null });
  expect(await files()).toBe(1);
  // the questions that the file goes along with came too
  expect(await newest(bench, "import-questions")).toBeDefined();
});

test("a file that was asked for anew: the card stops promising it", async () => {
  await shareList(bench, maya, "a.csv", SHEET);
  const { id = "" } = (await ranking()) ?? {};
  const call = { command: "import answer", input: { import: id, questions: "2:price" } };
  await press(bench.as(maya), call, { a0: "yes" });
  await resend({ id });
  await whileNothingIsWritten(() => runDue(bench));
  await giveUp();
  expect(await ranking()).toMatchObject({
    fileAskedAt: null,
    fileFailedAt: bench.ctx.clock.now().toString(),
  });
  await resend({ id });
  expect(retried).toEqual([expect.stringContaining(`job ranking-file:${id}:`)]);
  await runDue(bench);
  expect(await ranking()).toMatchObject({ changedAt: null, fileAskedAt: null, fileFailedAt: null });
  expect(await files()).toBe(2);
});

test("a list that could not be vetted to the end: the progress says so and is taken up again", async () => {
  const file = { platform: "slack", id: "F1", name: "a.csv" } as const;
  await startImport({ ctx: bench.as(maya), input: { file } });
  // the bench's Slack gives no files
  await expect(runDue(bench)).rejects.toThrow("slack");
  await giveUp();
  const told: TemplateInput<"import-progress"> | undefined = await newest(bench, "import-progress");
  expect(told?.failure).toEqual({ code: "given-up", details: {} });
  await resend(told);
  expect((await newest(bench, "import-progress"))?.failure).toBeNull();
  expect(retried).toEqual([`job import-list:${told?.id}`]);
});

test("what was not given up is not tried again", async () => {
  await shareList(bench, maya, "a.csv", SHEET);
  await giveUp();
  const shown = await ranking();
  expect(shown?.fileFailedAt).toBeUndefined();
  await expect(resend(shown)).rejects.toMatchObject({ code: "old-card" });
  expect(retried).toEqual([]);
});

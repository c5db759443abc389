/** How late an event may be and still count, and what its person is told when it does not. */
import { beforeEach, expect, onTestFinished, test } from "vitest";
import type { Inbound, InboundBody } from "../../src/chat/inbound.ts";
import { createDoor, type Door } from "../../src/usecases/intake/receive-event.ts";
import { type Bench, createBench } from "../support/use-case.ts";

let bench: Bench;
let door: Door;
beforeEach(async () => {
  bench = await createBench("2026-11-23T12:00:00Z");
  onTestFinished(() => bench.close());
  await bench.addMember("Maya", "marketer");
  await bench.addMember("Lena", "legal");
  door = createDoor(bench.ctx);
});

/** Brings an event that happened `minutes` before now; answers the templates that were sent for it. */
async function bring(body: InboundBody, minutes: number, user = "slack-Maya"): Promise<(string | null)[]> {
  const event: Inbound = {
    platform: "slack",
    eventKey: `${body.kind}-${minutes}-${user}`,
    happenedAt: bench.ctx.clock.now().subtract({ minutes }).toString(),
    user,
    where: { platform: "slack", chat: "C1", chatKind: "group" },
    body,
  };
  const before = (await bench.outbox()).length;
  await (await door.receive(event)).run();
  return (await bench.outbox()).slice(before).map(({ template }) => template);
}

const line = (text: string): InboundBody => ({ kind: "line", text, slash: true });
const click: InboundBody = { kind: "click", command: "help", input: {} };
const file = (name: string): InboundBody => ({
  kind: "file",
  file: { platform: "slack", id: "F1", name },
  text: "",
});
const DAY = 24 * 60;

test("a typed line counts for five minutes, then it is quoted back", async () => {
  expect(await bring(line("/help"), 5)).toEqual(["help"]);
  expect(await bring(line(`/vet 小鹿 ${"x".repeat(90)}`), 6)).toEqual(["refusal"]);
  const quoted = expect.stringMatching(/^\/vet 小鹿 x+…$/u);
  expect((await bench.outbox()).at(-1)?.data).toMatchObject({ details: { text: quoted } });
});

test("a click, a form and a file count for a day", async () => {
  const form: InboundBody = { kind: "submission", command: "help", input: {}, values: {} };
  for (const body of [click, form]) {
    expect(await bring(body, DAY - 1)).toEqual(["help"]);
    expect(await bring(body, DAY + 1)).toEqual(["refusal"]);
  }
  expect(await bring(file("a.csv"), DAY - 1)).toEqual(["import-progress"]);
  expect(await bring(file("b.csv"), DAY + 1)).toEqual(["refusal"]);
});

test("what was never meant for the bot gets no answer, however late it comes", async () => {
  expect(await bring(file("holiday.jpg"), DAY + 1)).toEqual([]);
  expect(await bring(file("list.csv"), DAY + 1, "slack-Lena")).toEqual([]);
});

/** The bot's coming and going: greeted once, whatever comes twice, late or in the wrong order. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Happening } from "../../src/chat/inbound.ts";
import { chatsOn } from "../../src/store/chats.ts";
import type { Member } from "../../src/store/people.ts";
import { noticeHappening } from "../../src/usecases/intake/notice-happening.ts";
import { createDoor } from "../../src/usecases/intake/receive-event.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { type } from "./calls.ts";

let bench: Bench;
let maya: Member;
beforeEach(async () => {
  bench = await createBench("2026-11-23T02:00:00Z");
  maya = await bench.addMember("Maya", "marketer", { platforms: ["slack", "lark"] });
});
afterEach(() => bench.close());

const happens = (what: Happening, more: { at?: string; name?: string; chat?: string } = {}) =>
  noticeHappening({
    ctx: bench.as(maya, { platform: "lark", chat: more.chat ?? "oc_new" }),
    input: { what, name: more.name ?? "春日新品群", at: more.at },
  });

const greetings = async () =>
  (await bench.outbox())
    .filter(({ template }) => template === "greeting")
    .map(({ lane, data }) => [lane, data]);
const known = async () => (await chatsOn(bench.store.db, "lark")).map(({ name }) => name);

it("a new group is remembered and greeted once, however often it is told", async () => {
  await happens("chat-joined");
  await happens("chat-joined");
  expect(await known()).toEqual(["春日新品群"]);
  expect(await greetings()).toEqual([
    ["lark:oc_new", { platform: "lark", place: "group", campaign: null, canBind: false }],
  ]);
});

it("a greeting knows the campaign of its chat, and whether there is one to bind", async () => {
  const line = "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2026-12-09";
  await type(bench.as(maya, { platform: "lark", chat: "oc_bound" }), line);
  await happens("chat-joined", { chat: "oc_bound" });
  await type(bench.as(maya), line.replace("春日新品", "秋日新品"));
  await happens("chat-joined", { chat: "oc_free" });
  expect((await greetings()).map(([, data]) => data)).toMatchObject([
    { campaign: "春日新品", canBind: false },
    { campaign: null, canBind: true },
  ]);
});

it("a removal takes the chat away, and a late invitation from before brings it not back", async () => {
  await happens("chat-joined", { at: "2026-11-23T01:00:00Z" });
  bench.setNow("2026-11-23T03:00:00Z");
  await happens("chat-left", { at: "2026-11-23T02:59:00Z" });
  expect(await known()).toEqual([]);
  await happens("chat-joined", { at: "2026-11-23T02:00:00Z" });
  expect(await known()).toEqual([]);
  bench.setNow("2026-11-23T04:00:00Z");
  await happens("chat-joined", { at: "2026-11-23T03:59:00Z" });
  expect(await known()).toEqual(["春日新品群"]);
  // six hours late, and from before the invitation above
  bench.setNow("2026-11-23T09:00:00Z");
  await happens("chat-left", { at: "2026-11-23T02:59:00Z" });
  expect(await known()).toEqual(["春日新品群"]);
  expect(await greetings()).toHaveLength(1);
});

it("a private chat is greeted at its first opening only", async () => {
  await happens("chat-entered", { chat: "oc_direct" });
  await happens("chat-entered", { chat: "oc_direct" });
  expect((await greetings()).map(([, data]) => data)).toMatchObject([{ place: "direct" }]);
});

it("what happens by itself is noticed hours late and run again after a crash, once", async () => {
  const door = createDoor(bench.ctx);
  const event = {
    platform: "lark",
    eventKey: "lark-event:1",
    happenedAt: "2026-11-22T20:00:00Z",
    user: "lark-Maya",
    where: { platform: "lark", chat: "oc_late", chatKind: "group" },
    body: { kind: "happened", what: "chat-joined", name: "春日新品群" },
  } as const;
  // acknowledged, and then the process was gone
  await door.receive(event);
  bench.setNow("2026-11-23T02:30:00Z");
  expect(await createDoor(bench.ctx).recover(0)).toBe(1);
  const again = await door.receive(event);
  await again.run();
  expect(await greetings()).toHaveLength(1);
});

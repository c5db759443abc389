/** Sending over real sockets: once under one key, found again, refused with the right meaning. */
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Card, line } from "../../src/chat/card.ts";
import { type Desk, pace, reading, startDesk } from "./support-lark.ts";

let desk: Desk;

beforeEach(async () => {
  desk = await startDesk();
});

afterEach(async () => {
  await desk.stop();
});

const card: Card = {
  title: "3 篇待审",
  tone: "warning",
  summary: "3 篇待审",
  body: [line("最早今天 18:00 截止")],
};
const post = (key: string, to: object = { chat: desk.group.id }) =>
  desk.lark.chat.post({ to, card, reading, key });

it("the same key sends once", async () => {
  const first = await post("same");
  const second = await post("same");
  expect(second).toEqual(first);
  expect(await desk.messages()).toHaveLength(1);
});

it("finds a card by its key among others, in groups and in private chats", async () => {
  const since = Temporal.Now.instant();
  const wanted = await post("wanted");
  await pace();
  await post("other");
  const alone = { user: desk.user("legal") };
  const secret = await post("private", alone);
  expect(await desk.lark.chat.find("wanted", { chat: desk.group.id }, since)).toEqual(wanted);
  expect(await desk.lark.chat.find("private", alone, since)).toEqual(secret);
  expect(
    await desk.lark.chat.find("private", { chat: desk.group.id, onlyFor: desk.user("legal") }, since),
  ).toEqual(secret);
  expect(await desk.lark.chat.find("never", { chat: desk.group.id }, since)).toBeUndefined();
});

it("a card for one reader in a group goes to their private chat", async () => {
  await post("mine", { chat: desk.group.id, onlyFor: desk.user("manager") });
  expect(await desk.messages()).toEqual([]);
  expect(await desk.messages("@seedbed", "manager")).toHaveLength(1);
});

it("a card older than 14 days cannot be updated", async () => {
  const sent = await post("old");
  const { world } = desk.sandbox;
  world.moveTo(world.now() + 15 * 24 * 3_600_000);
  await expect(desk.lark.chat.update(sent, { card, reading, key: "new" })).rejects.toMatchObject({
    code: "too-old",
    retryable: false,
  });
});

it("six messages at once meet the limit and learn how long to wait", async () => {
  const sent = await Promise.allSettled(["1", "2", "3", "4", "5", "6"].map((key) => post(key)));
  const refused = sent.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({
    code: "rate-limited",
    retryable: true,
    maybeSent: false,
    retryAfterMs: 1_000,
  });
});

it("a file that is empty or too large never leaves", async () => {
  const file = { to: { chat: desk.group.id }, name: "a.txt", mime: "text/plain", text: "", key: "f" };
  await expect(desk.lark.chat.postFile({ ...file, bytes: new Uint8Array() })).rejects.toMatchObject({
    code: "refused",
  });
  const large = { ...file, bytes: new Uint8Array(30 * 1024 * 1024 + 1) };
  await expect(desk.lark.chat.postFile(large)).rejects.toMatchObject({ code: "file-too-large" });
  await desk.lark.chat.postFile({ ...file, bytes: new TextEncoder().encode("x") });
  expect((await desk.messages()).map(({ type }) => type)).toEqual(["file"]);
});

it("knows people as far as Lark tells", async () => {
  const { chat } = desk.lark;
  expect(await chat.resolveUser(desk.user("manager"))).toEqual({
    name: "Jonas Weber",
    email: "manager@acme.example",
  });
  const stranger = desk.user("newcomer");
  expect(await chat.resolveUser(stranger)).toEqual({ name: `Lark · ${stranger.slice(-4)}` });
});

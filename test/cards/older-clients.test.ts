/** Where a platform refuses tables, charts and folds, the same card goes out once more in the plain form. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Desk, pace, reading, startDesk } from "../lark/support-lark.ts";
import { type Room, startRoom } from "../slack/room.ts";
import { cardKinds } from "../support/shown-kinds.ts";
import { catalogue } from "./catalogue.ts";

const CHANNEL = "#spring-launch";
const CHANNEL_ID = "C09SPRING1";
const MAYA = "U09K3MAYA1";
const NEWER = /"(?:data_table|data_visualization|container|plan|table|chart|collapsible_panel|person_list)"/;

let room: Room;
let desk: Desk;
beforeAll(async () => {
  room = await startRoom();
  desk = await startDesk();
});
afterAll(async () => {
  await room?.stop();
  await desk?.stop();
});
beforeEach(async () => {
  await room.act("clients", { platform: "slack", older: true });
  await desk.control("clients", { platform: "lark", older: true });
});
afterEach(async () => {
  await room.act("clients", { platform: "slack", older: false });
  await desk.control("clients", { platform: "lark", older: false });
});

const card = withoutAccounts(catalogue("en"));
const shownOnSlack = async (ts: string) =>
  (await room.messages("marketer", CHANNEL)).find((message) => message.ts === ts);
const postToSlack = (key: string, to: object = {}) =>
  room.slack.chat.post({ to: { chat: CHANNEL_ID, ...to }, card, reading, key });

test("a message in Slack goes out plain, with its table as lines, and is found by its key", async () => {
  const { id } = await postToSlack("plain");
  const shown = JSON.stringify((await shownOnSlack(id))?.blocks);
  expect(shown).not.toMatch(NEWER);
  expect(shown).toContain("小鹿护肤     71.2");
  expect(shown).toContain("Add to shortlist");
  const refused = (await calls("slack")).filter(({ answer }) =>
    JSON.stringify(answer).includes("invalid_blocks"),
  );
  expect(refused).toHaveLength(1);
});

test("an update in Slack goes out plain as well", async () => {
  const ref = await postToSlack("before");
  await room.slack.chat.update(ref, { card: { ...card, title: "Newer" }, reading, key: "after" });
  const shown = JSON.stringify((await shownOnSlack(ref.id))?.blocks);
  expect(shown).toContain("Newer");
  expect(shown).not.toMatch(NEWER);
});

test("so does what only one person sees, and what goes through a response URL", async () => {
  await postToSlack("ephemeral", { onlyFor: MAYA });
  await room.act("slack/say", { user: "marketer", channel: CHANNEL, text: "/vet x" });
  const { responseUrl } = (await room.next(({ where }) => where.responseUrl !== undefined)).where;
  await postToSlack("by url", { onlyFor: MAYA, responseUrl });
  const own = (await room.messages("marketer", CHANNEL)).filter(({ ephemeral }) => ephemeral);
  expect(own).toHaveLength(2);
  expect(JSON.stringify(own)).not.toMatch(NEWER);
});

test("a message and an update on Lark go out plain, with buttons and form", async () => {
  const ref = await desk.lark.chat.post({ to: { chat: desk.group.id }, card, reading, key: "plain" });
  const tags = async () => {
    const shown = (await desk.messages()).find(({ message_id: id }) => id === ref.id);
    return cardKinds(shown?.card);
  };
  expect(await tags()).toEqual(expect.arrayContaining(["markdown", "button", "form"]));
  expect((await tags()).join(" ")).not.toMatch(/table|chart|collapsible_panel|person_list/);
  await pace();
  await desk.lark.chat.update(ref, { card, reading, key: "again" });
  expect((await tags()).join(" ")).not.toMatch(/table|chart|collapsible_panel|person_list/);
  expect(desk.log.lines.filter(({ message }) => message.includes("plain form"))).toHaveLength(2);
});

test("none of this broke a rule of either platform", async () => {
  expect(await room.violations()).toEqual([]);
  expect(await desk.violations()).toEqual([]);
});

async function calls(platform: string): Promise<{ answer: unknown }[]> {
  const response = await fetch(`${room.sandbox.url}/sandbox/api/calls`);
  const all = ((await response.json()) as { calls: { platform: string; answer: unknown }[] }).calls;
  return all.filter((call) => call.platform === platform);
}

/** The people of the samples have no accounts in the sandbox. */
function withoutAccounts<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, held: unknown) => (key === "lark" || key === "slack" ? undefined : held)),
  ) as T;
}

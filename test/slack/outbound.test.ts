/** How cards reach their readers: for one person's eyes, through response URLs, on older clients, shortened. */
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { button, type Card, call, text } from "../../src/chat/card.ts";
import { createSlack } from "../../src/slack/app.ts";
import { catalogue, chinese, english, words } from "./catalogue.ts";
import { type Room, startRoom } from "./room.ts";

const CHANNEL = "#spring-launch";
const CHANNEL_ID = "C09SPRING1";
const MAYA = "U09K3MAYA1";
const OLIVER = "U09K3OLIV5";

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(async () => {
  await room?.stop();
});

const card = (title: string): Card => ({
  title,
  tone: "good",
  summary: title,
  body: [{ kind: "text", spans: [text(title)] }],
});
const texts = async (user: string, channel: string) =>
  (await room.messages(user, channel)).map((one) => one.text);

test("the whole catalogue is taken as it is, in both languages", async () => {
  for (const reading of [english, chinese]) {
    const ref = await room.slack.chat.post({
      to: { user: MAYA },
      card: catalogue,
      reading,
      key: `all ${reading.language}`,
    });
    const shown = (await room.messages("marketer", "@seedbed")).find(({ ts }) => ts === ref.id);
    const kinds = shown?.blocks.map(({ type }) => type);
    expect(kinds).toEqual(
      expect.arrayContaining(["header", "data_table", "data_visualization", "container", "actions"]),
    );
    expect(shown?.text).toBe(catalogue.summary);
  }
});

test("a card for one person in a channel is seen by nobody else", async () => {
  const to = { chat: CHANNEL_ID, onlyFor: MAYA };
  const ref = await room.slack.chat.post({ to, card: card("for Maya"), reading: english, key: "one" });
  expect(ref).toMatchObject({ chat: CHANNEL_ID });
  expect(await texts("marketer", CHANNEL)).toContain("for Maya");
  expect(await texts("manager", CHANNEL)).not.toContain("for Maya");
});

test("an answer through the response URL is seen by its reader, and its reference is that of no message", async () => {
  await room.act("slack/say", { user: "marketer", channel: CHANNEL, text: "/vet x" });
  const { responseUrl } = (await room.next(({ where }) => where.responseUrl !== undefined)).where;
  const to = { chat: CHANNEL_ID, onlyFor: MAYA, responseUrl };
  const ref = await room.slack.chat.post({ to, card: card("by url"), reading: english, key: "url" });
  expect((await room.messages("marketer", CHANNEL)).find((one) => one.text === "by url")?.ephemeral).toBe(
    true,
  );
  expect(ref).toEqual({ chat: CHANNEL_ID, id: "response:url" });
});

test("a response URL that is used up gives way to an ephemeral message", async () => {
  const to = {
    chat: CHANNEL_ID,
    onlyFor: MAYA,
    responseUrl: `${room.sandbox.url}/sandbox/slack/response/spent`,
  };
  await room.slack.chat.post({ to, card: card("second way"), reading: english, key: "second" });
  expect(await texts("marketer", CHANNEL)).toContain("second way");
});

test("who is not in the channel gets the card in private, where it is found by its key", async () => {
  const to = { chat: CHANNEL_ID, onlyFor: OLIVER };
  const ref = await room.slack.chat.post({ to, card: card("third way"), reading: english, key: "third" });
  expect(await texts("guest", "@seedbed")).toContain("third way");
  const since = Temporal.Now.instant().subtract({ minutes: 5 });
  expect(await room.slack.chat.find("third", to, since)).toEqual(ref);
});

test("a thread's answer carries the thread and is found in it", async () => {
  await room.act("slack/say", { user: "marketer", channel: CHANNEL, text: "a question" });
  const thread = (await room.messages("marketer", CHANNEL)).at(-1)?.ts ?? "";
  const to = { chat: CHANNEL_ID, thread };
  const ref = await room.slack.chat.post({ to, card: card("in thread"), reading: english, key: "threaded" });
  expect((await room.messages("marketer", CHANNEL)).find(({ ts }) => ts === ref.id)?.thread_ts).toBe(thread);
  expect(await room.slack.chat.find("threaded", to, Temporal.Now.instant())).toEqual(ref);
});

test("a file for a person goes to their private chat", async () => {
  const bytes = new TextEncoder().encode("x");
  const posting = {
    to: { user: MAYA },
    name: "brief.docx",
    mime: "application/octet-stream",
    bytes,
    text: "<here>",
    key: "f",
  };
  await room.slack.chat.postFile(posting);
  const shown = (await room.messages("marketer", "@seedbed")).find(
    ({ files }) => files[0]?.name === "brief.docx",
  );
  expect(shown?.text).toBe("&lt;here&gt;");
});

test("a broken card is an error when strict, and goes out short and says so when not", async () => {
  const broken: Card = {
    ...card("Too much"),
    body: [
      {
        kind: "actions",
        buttons: [button("Sound", call("vet", {})), button("Broken", call("vet", { a: "x".repeat(2_000) }))],
      },
    ],
  };
  const posting = { to: { user: MAYA }, card: broken, reading: english, key: "broken" };
  await expect(room.slack.chat.post(posting)).rejects.toMatchObject({
    code: "card-invalid",
    retryable: false,
  });

  const logged: object[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (object: object) => void logged.push(object),
  };
  const { botToken: token, apiUrl } = room.sandbox.slack;
  const ref = await createSlack({ token, apiUrl, log }).chat.post(posting);
  const shown = JSON.stringify((await room.messages("marketer", "@seedbed")).find(({ ts }) => ts === ref.id));
  expect(shown).toContain("Too much");
  expect(shown).toContain("Sound");
  expect(shown).not.toContain("Broken");
  expect(shown).toContain(words.shortened);
  expect(logged).toHaveLength(1);
});

test("none of this broke a rule of Slack but the spent response URL", async () => {
  expect(await room.violations()).toEqual(["response_url: expired_url"]);
});

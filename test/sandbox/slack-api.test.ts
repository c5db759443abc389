/** The unmodified Web API client against the local Slack: tokens, lookups, pages, messages, files, refusals. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, newClient, startDesk } from "./support-slack.ts";

let desk: Desk;
let client: ReturnType<typeof newClient>;

beforeAll(async () => {
  desk = await startDesk();
  client = newClient(desk.sandbox);
});

afterAll(async () => {
  await desk.stop();
});

const failed = async (call: Promise<unknown>): Promise<string> =>
  await call.then(
    () => "nothing: the call went through",
    (error: { data?: { error?: string }; message: string }) => error.data?.error ?? error.message,
  );

const DIRECT = async (): Promise<string> => {
  const { user } = await client.users.lookupByEmail({ email: "finance@acme.example" });
  const { channel } = await client.conversations.open({ users: user?.id ?? "" });
  return channel?.id ?? "";
};

describe("tokens", () => {
  it("are checked for every method", async () => {
    const { sandbox } = desk;
    expect(await client.auth.test()).toMatchObject({ ok: true, user: "seedbed", team: "Acme" });
    expect(await failed(newClient(sandbox, "xoxb-wrong").auth.test())).toBe("invalid_auth");
    expect(await failed(newClient(sandbox, "").auth.test())).toBe("not_authed");
    expect(await failed(client.apps.connections.open())).toBe("not_allowed_token_type");
    const appClient = newClient(sandbox, sandbox.slack.appToken);
    expect(await failed(appClient.chat.postMessage({ channel: "#spring-launch", text: "x" }))).toBe(
      "not_allowed_token_type",
    );
    expect((await appClient.apps.connections.open()).url).toMatch(
      /^ws:\/\/127\.0\.0\.1:\d+\/sandbox\/slack\/socket\?/,
    );
  });

  it("do not help with a method that is not there", async () => {
    expect(await failed(client.apiCall("chat.sing"))).toBe("unknown_method");
  });
});

describe("lookups", () => {
  it("find people by id and email, with zone and language", async () => {
    const { user } = await client.users.lookupByEmail({ email: "marketer@acme.example" });
    const info = await client.users.info({ user: user?.id ?? "", include_locale: true });
    expect(info.user).toMatchObject({
      name: "marketer",
      tz: "Europe/Berlin",
      locale: "en-US",
      profile: { email: "marketer@acme.example" },
    });
    expect(await failed(client.users.lookupByEmail({ email: "no@acme.example" }))).toBe("users_not_found");
    expect(await failed(client.users.info({ user: "U0" }))).toBe("user_not_found");
  });

  it("come in pages", async () => {
    const first = await client.users.list({ limit: 4 });
    expect(first.members).toHaveLength(4);
    const second = await client.users.list({ limit: 4, cursor: first.response_metadata?.next_cursor ?? "" });
    expect(second.members?.map((member) => member.name)).toEqual(["guest", "seedbed"]);
    expect(second.response_metadata?.next_cursor).toBe("");
    expect(await failed(client.users.list({ cursor: "nonsense" }))).toBe("invalid_cursor");
  });

  it("know the channels and their members", async () => {
    const { channels } = await client.conversations.list({ types: "public_channel" });
    expect(channels).toMatchObject([{ name: "spring-launch", is_member: true, num_members: 5 }]);
    const id = channels?.[0]?.id ?? "";
    expect((await client.conversations.members({ channel: id })).members).toHaveLength(5);
    expect((await client.conversations.info({ channel: await DIRECT() })).channel).toMatchObject({
      is_im: true,
    });
    expect((await client.users.conversations({ types: "public_channel,im" })).channels).toHaveLength(6);
    expect(await failed(client.conversations.info({ channel: "C0" }))).toBe("channel_not_found");
  });
});

describe("messages", () => {
  it("keep their metadata for those who ask, newest first, without replies", async () => {
    const channel = await DIRECT();
    const metadata = { event_type: "seedbed", event_payload: { key: "k1" } };
    const first = await client.chat.postMessage({ channel, text: "one", metadata });
    await client.chat.postMessage({ channel, text: "reply", thread_ts: first.ts ?? "" });
    const second = await client.chat.postMessage({ channel, text: "two" });

    const history = await client.conversations.history({ channel, include_all_metadata: true });
    expect(history.messages?.map((message) => message.text)).toEqual(["two", "one"]);
    expect(history.messages?.[1]).toMatchObject({ metadata, reply_count: 1 });
    expect((await client.conversations.history({ channel })).messages?.[1]?.metadata).toBeUndefined();
    const later = await client.conversations.history({ channel, oldest: first.ts ?? "" });
    expect(later.messages?.map((message) => message.ts)).toEqual([second.ts]);
    const replies = await client.conversations.replies({ channel, ts: first.ts ?? "" });
    expect(replies.messages?.map((message) => message.text)).toEqual(["one", "reply"]);
  });

  it("can be changed and taken back by their author alone", async () => {
    const { ts, channel = "" } = await client.chat.postMessage({ channel: "#spring-launch", text: "before" });
    await client.chat.update({ channel, ts: ts ?? "", text: "after" });
    expect(await desk.messages("admin", "#spring-launch")).toMatchObject([{ text: "after" }]);
    expect((await client.chat.getPermalink({ channel, message_ts: ts ?? "" })).permalink).toContain(channel);
    await client.reactions.add({ channel, timestamp: ts ?? "", name: "eyes" });
    expect(await failed(client.reactions.add({ channel, timestamp: ts ?? "", name: "eyes" }))).toBe(
      "already_reacted",
    );

    const theirs = await desk.say("marketer", "#spring-launch", "mine");
    expect(await failed(client.chat.update({ channel, ts: theirs.ts ?? "", text: "x" }))).toBe(
      "cant_update_message",
    );
    expect(await failed(client.chat.delete({ channel, ts: theirs.ts ?? "" }))).toBe("cant_delete_message");
    expect(await failed(client.chat.update({ channel, ts: "1.000001", text: "x" }))).toBe(
      "message_not_found",
    );
    await client.chat.delete({ channel, ts: ts ?? "" });
    expect(await desk.messages("admin", "#spring-launch")).toMatchObject([{ text: "mine" }]);
  });

  it("that only one person sees cannot be reached through the API", async () => {
    const { user } = await client.users.lookupByEmail({ email: "admin@acme.example" });
    const { channels } = await client.conversations.list({});
    const channel = channels?.[0]?.id ?? "";
    const { message_ts } = await client.chat.postEphemeral({ channel, user: user?.id ?? "", text: "psst" });
    expect(await failed(client.chat.update({ channel, ts: message_ts ?? "", text: "x" }))).toBe(
      "message_not_found",
    );
    const shown = async (name: string) =>
      (await desk.messages(name, "#spring-launch")).map((one) => one.text);
    expect(await shown("admin")).toContain("psst");
    expect(await shown("manager")).not.toContain("psst");
    const outsider = (await client.users.lookupByEmail({ email: "guest@elsewhere.example" })).user?.id ?? "";
    expect(await failed(client.chat.postEphemeral({ channel, user: outsider, text: "x" }))).toBe(
      "user_not_in_channel",
    );
  });

  it("need the app to be in the channel", async () => {
    const { channels } = await client.conversations.list({});
    const channel = channels?.[0]?.id ?? "";
    await client.conversations.leave({ channel });
    expect(await failed(client.chat.postMessage({ channel, text: "x" }))).toBe("not_in_channel");
    await client.conversations.join({ channel });
    expect(await client.chat.postMessage({ channel, text: "back" })).toMatchObject({ ok: true });
  });
});

describe("files", () => {
  it("go out through the SDK's own upload and are seen by people", async () => {
    const channel = await DIRECT();
    await client.files.uploadV2({
      channel_id: channel,
      filename: "brief.csv",
      file: Buffer.from("a,b\n1,2\n"),
      initial_comment: "The brief",
    });
    const last = (await desk.messages("finance", "@seedbed")).at(-1);
    expect(last).toMatchObject({ text: "The brief", files: [{ name: "brief.csv" }] });
    const id = last?.files[0]?.id ?? "";
    const bytes = await fetch(`${desk.sandbox.url}/sandbox/api/files/${id}`);
    expect(await bytes.text()).toBe("a,b\n1,2\n");
    expect((await client.files.info({ file: id })).file).toMatchObject({
      name: "brief.csv",
      mimetype: "text/csv",
    });
  });

  it("of people are read with the token, and a sign-in page comes without it", async () => {
    const upload = { user: "marketer", channel: "@seedbed", name: "笔记.csv", content: btoa("x,y") };
    const { body } = await desk.post("slack/upload", upload);
    const { file } = await client.files.info({ file: body.file ?? "" });
    const address = file?.url_private ?? "";
    const read = async (headers: Record<string, string>) => await (await fetch(address, { headers })).text();
    expect(await read({ authorization: `Bearer ${desk.sandbox.slack.botToken}` })).toBe("x,y");
    expect(await read({})).toContain("Sign in");
    expect(await failed(client.files.info({ file: "F0" }))).toBe("file_not_found");
  });
});

describe("the log of calls", () => {
  it("shows bodies, answers and what broke a rule", async () => {
    const { calls } = await desk.get("calls");
    expect(calls.find((call) => call.method === "chat.sing")).toMatchObject({
      platform: "slack",
      status: 200,
      answer: { ok: false, error: "unknown_method" },
      violations: ["unknown method: chat.sing"],
    });
    expect(
      calls.find((call) => call.method === "chat.postMessage" && call.violations.length === 0),
    ).toBeDefined();
  });
});

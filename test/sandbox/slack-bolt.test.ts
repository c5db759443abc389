/** The unmodified Bolt app against the local Slack: commands, messages, clicks, modals, homes, shortcuts. */
import type { App, BlockAction, ViewSubmitAction } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, newApp, startDesk, until } from "./support-slack.ts";

let desk: Desk;
let app: App;

beforeEach(async () => {
  desk = await startDesk();
  app = newApp(desk.sandbox);
});

afterEach(async () => {
  await app.stop();
  await desk.stop();
});

const button = (actionId: string, value?: string) => ({
  type: "button" as const,
  action_id: actionId,
  text: { type: "plain_text" as const, text: actionId },
  ...(value !== undefined && { value }),
});

describe("slash commands", () => {
  it("carry the fields of Slack, and their acknowledgement becomes an ephemeral message", async () => {
    let seen: Record<string, unknown> = {};
    app.command("/vet", async ({ command, ack }) => {
      seen = command;
      await ack({ text: "On it." });
    });
    await app.start();

    expect(await desk.say("marketer", "#spring-launch", "/vet some creator  fans=3")).toEqual({ ok: true });
    expect(seen).toMatchObject({
      command: "/vet",
      text: "some creator  fans=3",
      channel_name: "spring-launch",
      user_name: "marketer",
    });
    expect(await desk.messages("marketer", "#spring-launch")).toMatchObject([
      { text: "On it.", ephemeral: true },
    ]);
    expect(await desk.messages("manager", "#spring-launch")).toEqual([]);
  });

  it("fail for the person when the app does not acknowledge, and are not repeated", async () => {
    let times = 0;
    app.command("/slow", async () => {
      times += 1;
    });
    await app.start();

    expect(await desk.say("marketer", "@seedbed", "/slow")).toMatchObject({ ok: false });
    const [told] = await desk.messages("marketer", "@seedbed");
    expect(told).toMatchObject({ ephemeral: true, text: '/slow failed with the error "operation_timeout"' });
    expect(times).toBe(1);
  });

  it("fail at once without a connection", async () => {
    const before = performance.now();
    expect(await desk.say("marketer", "#spring-launch", "/vet x")).toMatchObject({ ok: false });
    // a bot that is there has 3 s to answer
    expect(performance.now() - before).toBeLessThan(2_900);
    expect(await desk.messages("marketer", "#spring-launch")).toMatchObject([
      { text: expect.stringMatching(/dispatch_failed/) },
    ]);
  });

  it("do not run in threads", async () => {
    await app.start();
    const parent = await desk.say("marketer", "#spring-launch", "hello");
    const answer = await desk.post("slack/say", {
      user: "marketer",
      channel: "#spring-launch",
      text: "/vet x",
      thread_ts: parent.ts,
    });
    expect(answer.body).toMatchObject({ ok: false, error: expect.stringMatching(/threads/) });
  });

  it("can be answered five times through response_url, in public too", async () => {
    const failures: number[] = [];
    app.command("/many", async ({ ack, respond }) => {
      await ack();
      for (let index = 0; index < 6; index += 1)
        await respond({
          text: `answer ${index}`,
          response_type: index === 0 ? "in_channel" : "ephemeral",
        }).catch(() => failures.push(index));
    });
    await app.start();
    await desk.say("marketer", "#spring-launch", "/many");
    await until("the sixth answer to be refused", () => failures[0]);

    expect(failures).toEqual([5]);
    expect(await desk.messages("marketer", "#spring-launch")).toHaveLength(5);
    expect(await desk.messages("manager", "#spring-launch")).toMatchObject([{ text: "answer 0" }]);
    expect(await desk.violations()).toEqual(["response_url: used_url"]);
  });
});

describe("messages", () => {
  it("arrive as message, and as app_mention when they name the app", async () => {
    const seen: string[] = [];
    app.message(async ({ message }) => {
      if (message.subtype === undefined) seen.push(`message ${message.channel_type} ${message.text}`);
    });
    app.event("app_mention", async ({ event }) => {
      seen.push(`mention ${event.text}`);
    });
    await app.start();
    const bot = (await app.client.auth.test({})).user_id;

    expect(await desk.say("marketer", "#spring-launch", "@seedbed vet <her> & him")).toMatchObject({
      ok: true,
    });
    await desk.say("finance", "@seedbed", "@seedbed hi");
    await until("three events", () => (seen.length >= 3 ? true : undefined));
    expect(seen.sort()).toEqual([
      `mention <@${bot}> vet &lt;her&gt; &amp; him`,
      `message channel <@${bot}> vet &lt;her&gt; &amp; him`,
      `message im <@${bot}> hi`,
    ]);
  });

  it("of the app come back to it as events too, which Bolt keeps from its listeners", async () => {
    const bodies: { user?: unknown; bot_id?: unknown }[] = [];
    app.use(async ({ payload, next }) => {
      bodies.push(payload as { user?: unknown });
      await next();
    });
    const raw: unknown[] = [];
    app.event("message", async ({ event }) => {
      raw.push(event);
    });
    await app.start();
    const posted = await app.client.chat.postMessage({ channel: "#spring-launch", text: "hi" });
    await app.client.chat.update({ channel: posted.channel ?? "", ts: posted.ts ?? "", text: "hello" });
    const changed = await until("the change", () => raw[0]);
    expect(changed).toMatchObject({ subtype: "message_changed", message: { text: "hello" } });
  });
});

describe("clicks", () => {
  it("carry the message, the value and what was chosen before", async () => {
    const bodies: BlockAction[] = [];
    app.action(/.*/, async ({ ack, body, respond }) => {
      await ack();
      bodies.push(body as BlockAction);
      if (bodies.length === 2) await respond({ text: "Done.", replace_original: true });
    });
    await app.start();
    const { ts } = await app.client.chat.postMessage({
      channel: "#spring-launch",
      text: "Choose",
      blocks: [
        {
          type: "actions",
          block_id: "row",
          elements: [
            {
              type: "static_select",
              action_id: "tier",
              options: ["mid", "top"].map((value) => ({ text: { type: "plain_text", text: value }, value })),
            },
            { type: "datepicker", action_id: "day", initial_date: "2027-01-05" },
            button("go", "payload"),
          ],
        },
      ],
    });

    const at = { user: "manager", channel: "#spring-launch", ts };
    expect((await desk.post("slack/click", { ...at, action_id: "tier", value: "top" })).body).toEqual({
      ok: true,
    });
    expect((await desk.post("slack/click", { ...at, action_id: "go" })).body).toEqual({ ok: true });
    expect(bodies[0]?.actions[0]).toMatchObject({ action_id: "tier", selected_option: { value: "top" } });
    expect(bodies[1]).toMatchObject({
      type: "block_actions",
      user: { username: "manager" },
      channel: { name: "spring-launch" },
      container: { type: "message", message_ts: ts, is_ephemeral: false },
      message: { ts, text: "Choose" },
      actions: [{ type: "button", action_id: "go", block_id: "row", value: "payload" }],
      state: {
        values: {
          row: { tier: { selected_option: { value: "top" } }, day: { selected_date: "2027-01-05" } },
        },
      },
    });
    await until("the replacement", async () =>
      (await desk.messages("manager", "#spring-launch"))[0]?.text === "Done." ? true : undefined,
    );
  });

  it("on ephemeral messages carry no message, and only the one person can do them", async () => {
    let body: BlockAction | undefined;
    app.action("ok", async ({ ack, body: given, respond }) => {
      await ack();
      body = given as BlockAction;
      await respond({ delete_original: true });
    });
    await app.start();
    const user = await userId("marketer");
    const { message_ts: ts } = await app.client.chat.postEphemeral({
      channel: "#spring-launch",
      user,
      text: "Only you",
      blocks: [{ type: "actions", elements: [button("ok")] }],
    });
    const click = { channel: "#spring-launch", ts, action_id: "ok" };
    expect((await desk.post("slack/click", { ...click, user: "manager" })).status).toBe(400);
    expect((await desk.post("slack/click", { ...click, user: "marketer" })).body).toEqual({ ok: true });
    expect(body?.message).toBeUndefined();
    expect(body?.container).toMatchObject({ is_ephemeral: true });
    await until("the message to go", async () =>
      (await desk.messages("marketer", "#spring-launch")).length === 0 ? true : undefined,
    );
  });

  it("that name nothing get told what there is", async () => {
    await app.start();
    const { ts } = await app.client.chat.postMessage({
      channel: "#spring-launch",
      text: "x",
      blocks: [
        {
          type: "actions",
          elements: [
            button("go"),
            { ...button("docs"), url: "https://acme.example/docs" },
            {
              type: "static_select",
              action_id: "tier",
              options: [{ text: { type: "plain_text", text: "Mid" }, value: "mid" }],
            },
          ],
        },
      ],
    });
    const at = { user: "manager", channel: "#spring-launch", ts };
    const wrong = async (call: object) => await desk.post("slack/click", { ...at, ...call });
    expect(await wrong({ action_id: "stop" })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/go, docs, tier/) },
    });
    expect(await wrong({ action_id: "tier", value: "top" })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/mid/) },
    });
    expect(await wrong({ action_id: "go", user: "nobody" })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/marketer/) },
    });
    expect(await wrong({ action_id: "go", channel: "#none" })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/#spring-launch/) },
    });
    expect((await wrong({ action_id: "docs" })).body).toEqual({ ok: true, url: "https://acme.example/docs" });
  });
});

const input = (blockId: string, element: object) => ({
  type: "input" as const,
  block_id: blockId,
  label: { type: "plain_text" as const, text: blockId },
  element: element as { type: "plain_text_input"; action_id: string },
});

const modal = (title: string, blocks: ReturnType<typeof input>[], more: object = {}) => ({
  type: "modal" as const,
  callback_id: "form",
  title: { type: "plain_text" as const, text: title },
  submit: { type: "plain_text" as const, text: "Send" },
  blocks,
  ...more,
});

describe("modals", () => {
  it("go the whole way: open, update, errors, push, submit", async () => {
    const seen: ViewSubmitAction[] = [];
    app.command("/form", async ({ ack, command, client }) => {
      await ack();
      const opened = await client.views.open({
        trigger_id: command.trigger_id,
        view: modal("Loading", [], { private_metadata: "m1" }),
      });
      await client.views.update({
        view_id: opened.view?.id ?? "",
        hash: opened.view?.hash ?? "",
        view: modal("Form", [
          input("name", { type: "plain_text_input", action_id: "name", max_length: 20 }),
          input("day", { type: "datepicker", action_id: "day", initial_date: "2027-02-01" }),
        ]),
      });
    });
    app.view("form", async ({ ack, body }) => {
      seen.push(body as ViewSubmitAction);
      if (seen.length === 1) await ack({ response_action: "errors", errors: { name: "Taken." } });
      else if (seen.length === 2) await ack({ response_action: "push", view: modal("Sure?", []) });
      else await ack({ response_action: "clear" });
    });
    await app.start();
    await desk.say("marketer", "#spring-launch", "/form");
    const view = await until("the form", async () => {
      const { view } = await desk.get("slack/view?user=marketer");
      return view?.title.text === "Form" ? view : undefined;
    });
    const submit = async (id: string, values: object) =>
      (await desk.post("slack/submit", { user: "marketer", view_id: id, values })).body;

    expect(await submit(view.id, {})).toMatchObject({
      ok: false,
      errors: { name: expect.stringMatching(/required/) },
    });
    expect(await submit(view.id, { name: "far too long for this input" })).toMatchObject({ ok: false });
    expect(seen).toHaveLength(0);
    expect(
      (await desk.post("slack/submit", { user: "marketer", view_id: view.id, values: { no: 1 } })).status,
    ).toBe(400);
    expect(await submit(view.id, { name: "Lu" })).toEqual({ ok: true, errors: { name: "Taken." } });
    expect(seen[0]?.view.state.values).toEqual({
      name: { name: { type: "plain_text_input", value: "Lu" } },
      day: { day: { type: "datepicker", selected_date: "2027-02-01" } },
    });
    expect(await submit(view.id, { name: "Lu 2", day: "2027-03-01" })).toEqual({ ok: true });
    const top = (await desk.get("slack/view?user=marketer")).view;
    expect(top?.title.text).toBe("Sure?");
    expect(await submit(top?.id ?? "", {})).toEqual({ ok: true });
    expect((await desk.get("slack/view?user=marketer")).view).toBeNull();
    expect((await desk.get("slack/view?user=manager")).view).toBeNull();
    expect(await desk.violations()).toEqual([]);
  });

  it("need a fresh trigger, once", async () => {
    const errors: string[] = [];
    app.shortcut("late", async ({ ack, shortcut, client }) => {
      await ack();
      const open = { trigger_id: shortcut.trigger_id, view: modal("One", []) };
      await client.views.open(open);
      await client.views.open(open).catch((error: Error) => errors.push(error.message));
    });
    app.shortcut("later", async ({ ack, shortcut, client }) => {
      await ack();
      await new Promise((resolve) => setTimeout(resolve, 3_100));
      const open = { trigger_id: shortcut.trigger_id, view: modal("Two", []) };
      await client.views.open(open).catch((error: Error) => errors.push(error.message));
    });
    await app.start();
    await desk.post("slack/shortcut", { user: "marketer", callback_id: "late" });
    await desk.post("slack/shortcut", { user: "marketer", callback_id: "later" });
    await until("both refusals", () => (errors.length === 2 ? true : undefined));
    expect(errors).toEqual([
      "An API error occurred: exchanged_trigger_id",
      "An API error occurred: expired_trigger_id",
    ]);
  });

  it("tell of their closing when they asked to", async () => {
    let closed = false;
    app.shortcut("open", async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({
        trigger_id: shortcut.trigger_id,
        view: modal("One", [], { notify_on_close: true }),
      });
    });
    app.view({ callback_id: "form", type: "view_closed" }, async ({ ack, body }) => {
      await ack();
      closed = "is_cleared" in body && !body.is_cleared;
    });
    await app.start();
    await desk.post("slack/shortcut", { user: "marketer", callback_id: "open" });
    const view = await until(
      "the modal",
      async () => (await desk.get("slack/view?user=marketer")).view ?? undefined,
    );
    expect((await desk.post("slack/close", { user: "marketer", view_id: view.id })).body).toEqual({
      ok: true,
    });
    expect(closed).toBe(true);
  });
});

describe("the App Home and message shortcuts", () => {
  it("shows what the app publishes when it is opened", async () => {
    app.event("app_home_opened", async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: "home", blocks: [{ type: "actions", elements: [button("refresh")] }] },
      });
    });
    const clicked: string[] = [];
    app.action("refresh", async ({ ack, body }) => {
      await ack();
      clicked.push((body as BlockAction).container["type"] as string);
    });
    await app.start();
    const { home } = await desk.get("slack/home?user=finance");
    expect(home?.blocks).toMatchObject([{ type: "actions" }]);
    const click = { user: "finance", view_id: home?.id, action_id: "refresh" };
    expect((await desk.post("slack/click", click)).body).toEqual({ ok: true });
    expect(clicked).toEqual(["view"]);
  });

  it("hands a message to a shortcut", async () => {
    let text: string | undefined;
    app.shortcut({ callback_id: "vet_this", type: "message_action" }, async ({ ack, shortcut }) => {
      await ack();
      text = shortcut.message.text;
    });
    await app.start();
    const { ts } = await desk.say("marketer", "#spring-launch", "look at her");
    const call = { user: "manager", callback_id: "vet_this", channel: "#spring-launch", ts };
    expect((await desk.post("slack/shortcut", call)).body).toEqual({ ok: true });
    expect(text).toBe("look at her");
  });
});

async function userId(name: string): Promise<string> {
  const found = await app.client.users.lookupByEmail({ email: `${name}@acme.example` });
  return found.user?.id ?? "";
}

/** The control calls of the local Slack: what the page, scripts and tests do as a person. */
import { Hono } from "hono";
import { z } from "zod";
import { answerError, readBody, readQuery, WrongCall } from "../control-call.ts";
import { clickMessage, clickView } from "./click.ts";
import type { Slack } from "./context.ts";
import { createInvitations } from "./control-invite.ts";
import { homeOpened } from "./events.ts";
import { globalShortcut, messageShortcut } from "./interactions.ts";
import { channelNamed, messageAt, personNamed, viewWithId } from "./lookup.ts";
import { shownMessage } from "./message-shapes.ts";
import type { Person } from "./people.ts";
import { outcome, sayCommand, sayMessage, shareFile } from "./say.ts";
import { closeView, submitView } from "./submit.ts";
import { apiView } from "./views.ts";

const HOME_WAIT_MS = 2_000;

const Say = z.object({
  user: z.string(),
  channel: z.string(),
  text: z.string().min(1),
  thread_ts: z.string().optional(),
});

const Upload = z.object({
  user: z.string(),
  channel: z.string(),
  name: z.string().min(1),
  content: z.base64(),
  text: z.string().default(""),
  thread_ts: z.string().optional(),
});

const Click = z.object({
  user: z.string(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  view_id: z.string().optional(),
  action_id: z.string(),
  block_id: z.string().optional(),
  value: z.unknown().optional(),
});

const Submit = z.object({
  user: z.string(),
  view_id: z.string(),
  values: z.record(z.string(), z.unknown()).default({}),
});

const Close = z.object({ user: z.string(), view_id: z.string(), all: z.boolean().default(false) });

const Shortcut = z.object({
  user: z.string(),
  callback_id: z.string(),
  channel: z.string().optional(),
  ts: z.string().optional(),
});

/** Everything under `/sandbox/api/slack`. */
export function createControl(slack: Slack): Hono {
  const control = new Hono();
  control.onError(answerError);

  control.post("/say", async (c) => {
    const { user, channel: name, text, thread_ts } = await readBody(c, Say);
    const person = personNamed(slack, user);
    const channel = channelNamed(slack, name, person);
    if (thread_ts !== undefined) messageAt(slack, channel, thread_ts, person);
    if (!/^\/\S/.test(text)) return c.json(await sayMessage(slack, person, channel, text, thread_ts));
    if (thread_ts !== undefined) return c.json({ ok: false, error: "Slack runs no commands in threads." });
    return c.json(await sayCommand(slack, person, channel, text));
  });

  control.post("/upload", async (c) => {
    const call = await readBody(c, Upload);
    const person = personNamed(slack, call.user);
    const channel = channelNamed(slack, call.channel, person);
    const threadTs = call.thread_ts === undefined ? {} : { threadTs: call.thread_ts };
    const bytes = Buffer.from(call.content, "base64");
    return c.json(
      await shareFile(slack, person, channel, { name: call.name, bytes, text: call.text, ...threadTs }),
    );
  });

  control.get("/messages", (c) => {
    const { channel: name, user } = readQuery(c, z.object({ channel: z.string(), user: z.string() }));
    const person = personNamed(slack, user);
    const channel = channelNamed(slack, name, person);
    const messages = slack.workspace.messagesIn(channel.id, person.id);
    return c.json({ messages: messages.map((message) => shownMessage(slack, message)) });
  });

  control.post("/click", async (c) => {
    const call = await readBody(c, Click);
    const person = personNamed(slack, call.user);
    const click = { actionId: call.action_id, blockId: call.block_id, value: call.value };
    if (call.view_id !== undefined)
      return c.json(await clickView(slack, person, viewWithId(slack, call.view_id, person), click));
    const { channel, message } = messageNamed(slack, call, person);
    return c.json(await clickMessage(slack, person, channel, message, click));
  });

  control.get("/view", (c) => {
    const { user } = readQuery(c, z.object({ user: z.string() }));
    const view = slack.views.top(personNamed(slack, user).id);
    return c.json({ view: view === undefined ? null : apiView(view) });
  });

  control.get("/home", async (c) => {
    const { user, open } = readQuery(c, z.object({ user: z.string(), open: z.string().default("true") }));
    const person = personNamed(slack, user);
    if (open !== "false") await openHome(slack, person);
    const home = slack.views.home(person.id);
    return c.json({ home: home === undefined ? null : apiView(home) });
  });

  control.post("/submit", async (c) => {
    const { user, view_id, values } = await readBody(c, Submit);
    const person = personNamed(slack, user);
    return c.json(await submitView(slack, person, viewWithId(slack, view_id, person), values));
  });

  control.post("/close", async (c) => {
    const { user, view_id, all } = await readBody(c, Close);
    const person = personNamed(slack, user);
    return c.json(await closeView(slack, person, viewWithId(slack, view_id, person), all));
  });

  control.post("/shortcut", async (c) => {
    const call = await readBody(c, Shortcut);
    const person = personNamed(slack, call.user);
    if (call.channel === undefined)
      return c.json(outcome(await slack.delivery.deliver(globalShortcut(slack, person, call.callback_id))));
    const { channel, message } = messageNamed(slack, call, person);
    const envelope = messageShortcut(slack, person, call.callback_id, channel, message);
    return c.json(outcome(await slack.delivery.deliver(envelope)));
  });

  control.route("/", createInvitations(slack));
  return control;
}

function messageNamed(
  slack: Slack,
  { channel: name, ts }: { channel?: string | undefined; ts?: string | undefined },
  person: Person,
) {
  if (name === undefined || ts === undefined) throw new WrongCall("Give channel and ts, or view_id.");
  const channel = channelNamed(slack, name, person);
  return { channel, message: messageAt(slack, channel, ts, person) };
}

/** Tells the app, and gives it a moment to publish, which it does after its acknowledgement. */
async function openHome(slack: Slack, person: Person): Promise<void> {
  const published = new Promise<void>((resolve) => {
    const timer = setTimeout(done, HOME_WAIT_MS);
    function look(event: { type: string; user?: unknown }): void {
      if (event.type === "home" && event.user === person.id) done();
    }
    function done(): void {
      clearTimeout(timer);
      slack.world.stream.off("event", look);
      resolve();
    }
    slack.world.stream.on("event", look);
  });
  const ack = await slack.delivery.deliver(homeOpened(slack, person.id));
  if (ack.ok) await published;
}

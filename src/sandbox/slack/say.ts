/** What a person types or drops into a channel: messages, slash commands, files. */
import { takeAnswer } from "./answers.ts";
import type { Slack } from "./context.ts";
import { fileShared, messageEvents } from "./events.ts";
import { mimeOf } from "./file-routes.ts";
import { slashCommand } from "./interactions.ts";
import { BOT, type Channel, type Person, SLACKBOT_ID } from "./people.ts";
import type { Ack, Envelope } from "./socket.ts";
import type { Message } from "./workspace.ts";

/** How a person's doing went: `ok` once the app acknowledged it. */
export type Outcome = { ok: true } | { ok: false; error: string };

export function outcome(ack: Ack): Outcome {
  if (ack.ok) return { ok: true };
  if (isLate(ack)) return { ok: false, error: "The app did not acknowledge within 3 s." };
  if (ack.error === "http_error") return { ok: false, error: "The app answered with an HTTP error." };
  return { ok: false, error: "The app is not connected." };
}

function isLate(ack: Ack): boolean {
  return !ack.ok && (ack.error === "timeout" || ack.error === "http_timeout");
}

/** Sends a message; answers its ts. */
export async function sayMessage(
  slack: Slack,
  person: Person,
  channel: Channel,
  text: string,
  threadTs?: string,
) {
  const message = slack.workspace.add({
    channel: channel.id,
    user: person.id,
    text: withMentions(slack, text),
    ...(threadTs !== undefined && { thread_ts: threadTs }),
  });
  const went = await deliverAll(slack, channel, messageEvents(slack, message, channel));
  return { ...went, ts: message.ts };
}

/** Runs a slash command; what Slack tells the person about a failure appears as an ephemeral message too. */
export async function sayCommand(
  slack: Slack,
  person: Person,
  channel: Channel,
  line: string,
): Promise<Outcome> {
  const ack = await slack.delivery.deliver(slashCommand(slack, person, channel, line));
  const command = line.split(/\s/, 1)[0];
  if (!ack.ok) {
    const reason = isLate(ack) ? "operation_timeout" : "dispatch_failed";
    const text = `${command} failed with the error "${reason}"`;
    slack.workspace.add({ channel: channel.id, user: SLACKBOT_ID, ephemeralTo: person.id, text });
    return outcome(ack);
  }
  const payload = typeof ack.payload === "string" ? { text: ack.payload } : ack.payload;
  if (isFilled(payload))
    takeAnswer(slack, `ack ${command}`, { user: person.id, channel: channel.id }, payload);
  return { ok: true };
}

/** Shares a file; answers its id and the ts of its message. */
export async function shareFile(
  slack: Slack,
  person: Person,
  channel: Channel,
  given: { name: string; bytes: Buffer; text: string; threadTs?: string },
) {
  const file = slack.world.addFile({
    platform: "slack",
    name: given.name,
    mime: mimeOf(given.name),
    size: given.bytes.length,
    content: given.bytes.toString("base64"),
  });
  const card = {
    id: file.id,
    title: given.name,
    user: person.id,
    created: Math.floor(slack.world.now() / 1000),
    channels: [channel.id],
    shared: true,
  };
  slack.workspace.kept.files[file.id] = card;
  const message: Message = slack.workspace.add({
    channel: channel.id,
    user: person.id,
    text: withMentions(slack, given.text),
    files: [file.id],
    ...(given.threadTs !== undefined && { thread_ts: given.threadTs }),
  });
  const events = [fileShared(slack, card, message), ...messageEvents(slack, message, channel)];
  const went = await deliverAll(slack, channel, events);
  return { ...went, ts: message.ts, file: file.id };
}

/** Slack tells the app only of channels it is in. */
async function deliverAll(slack: Slack, channel: Channel, events: readonly Envelope[]): Promise<Outcome> {
  if (!slack.workspace.isMember(channel)) return { ok: true };
  const acks = await Promise.all(events.map((event) => slack.delivery.deliver(event)));
  return outcome(acks.find((ack) => !ack.ok) ?? { ok: true, payload: undefined });
}

/** Escapes text as Slack does and turns `@name` into mentions. */
function withMentions({ workspace }: Slack, text: string): string {
  const known = new Map<string, string>([
    [BOT.name, BOT.userId],
    ...workspace.people.map((person): [string, string] => [person.name, person.id]),
  ]);
  const ids = new Set(known.values());
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped
    .replace(/&lt;@(\w+)&gt;/g, (whole, id: string) => (ids.has(id) ? `<@${id}>` : whole))
    .replace(/(^|[\s(])@([\w-]+)/g, (whole, before: string, name: string) => {
      const id = known.get(name.toLowerCase());
      return id === undefined ? whole : `${before}<@${id}>`;
    });
}

function isFilled(payload: unknown): payload is object {
  return typeof payload === "object" && payload !== null && Object.keys(payload).length > 0;
}

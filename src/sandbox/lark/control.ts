/** The control API of the local Lark: what a person does there, and what they see. */
import { Hono } from "hono";
import { z } from "zod";
import { answerError, readBody, readQuery, WrongCall } from "../control-call.ts";
import { isObject } from "./card-check.ts";
import { clickCard } from "./click-card.ts";
import { createInvitations } from "./control-invite.ts";
import { outcome, personNamed } from "./control-person.ts";
import type { Delivery } from "./delivery.ts";
import { menuChosen, messageReceived } from "./events.ts";
import { LIMITS } from "./limits.ts";
import { mimeOf } from "./mime.ts";
import type { Chat, Person } from "./people.ts";
import { type Message, senderName, type Tenant } from "./tenant.ts";
import { readText, writeText } from "./write-message.ts";

const Where = z.object({ user: z.string(), chat: z.string() });
/** `reply_to`: the id of the message that this one answers */
const Say = Where.extend({ text: z.string().min(1), reply_to: z.string().optional() });
const Upload = Where.extend({ name: z.string().min(1), content: z.base64(), text: z.string().optional() });
const ClickBody = z.object({
  user: z.string(),
  message_id: z.string(),
  name: z.string(),
  value: z.unknown().optional(),
  form: z.record(z.string(), z.unknown()).optional(),
});
const Menu = z.object({ user: z.string(), event_key: z.string().min(1).max(LIMITS.menuKey) });

export function createControl(tenant: Tenant, delivery: Delivery): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.post("/say", async (c) => {
    const { text, reply_to: answered, ...where } = await readBody(c, Say);
    const { person, chat } = place(tenant, where);
    return c.json(await say(tenant, delivery, person, chat, text, answered));
  });
  app.post("/upload", async (c) => {
    const { name, content, text, ...where } = await readBody(c, Upload);
    const { person, chat } = place(tenant, where);
    const shared = await share(tenant, delivery, person, chat, { name, content });
    if (text === undefined || text === "") return c.json(shared);
    const said = await say(tenant, delivery, person, chat, text);
    return c.json({ ...shared, ...said, message_id: shared.message_id });
  });
  app.get("/messages", (c) => {
    const { chat } = place(tenant, readQuery(c, Where));
    return c.json({ messages: tenant.inChat(chat.id).map((message) => shown(tenant, message)) });
  });
  app.post("/click", async (c) => {
    const { user, message_id: id, ...click } = await readBody(c, ClickBody);
    return c.json(await clickCard(tenant, delivery, personNamed(user), id, click));
  });
  app.post("/menu", async (c) => {
    const { user, event_key: key } = await readBody(c, Menu);
    return c.json(outcome(await delivery.event(menuChosen(tenant, personNamed(user), key))));
  });
  app.route("/", createInvitations(tenant, delivery));
  return app;
}

function place(tenant: Tenant, { user, chat: key }: z.output<typeof Where>): { person: Person; chat: Chat } {
  const person = personNamed(user);
  const chat = tenant.chats.find(key, person);
  if (chat?.members.includes(person.id)) return { person, chat };
  const theirs = tenant.chats.all.filter((one) => one.members.includes(person.id)).map((one) => one.name);
  throw new WrongCall(`${person.name} is in no chat ${key}; they are in: ${theirs.join(", ")}.`);
}

async function say(
  tenant: Tenant,
  delivery: Delivery,
  person: Person,
  chat: Chat,
  text: string,
  answered?: string,
) {
  const { heard: addressed, ...written } = writeText(text, chat);
  const heard = addressed && chat.hasBot;
  const message = tenant.add({
    chatId: chat.id,
    senderId: person.id,
    type: "text",
    ...written,
    ...replyTo(tenant, chat, answered),
  });
  const { id: message_id } = message;
  if (!heard)
    return { ok: true, message_id, note: "The bot did not hear it: in a group begin with @seedbed." };
  const ack = await delivery.event(messageReceived(tenant, message, person, chat));
  return { ...outcome(ack), message_id };
}

/** An answer stands under the first message of its chain. */
function replyTo(tenant: Tenant, chat: Chat, id: string | undefined) {
  if (id === undefined) return {};
  const parent = tenant.find(id);
  if (parent === undefined || parent.chatId !== chat.id)
    throw new WrongCall(`There is no message ${id} here.`);
  return { parentId: parent.id, rootId: parent.rootId ?? parent.id };
}

async function share(
  tenant: Tenant,
  delivery: Delivery,
  person: Person,
  chat: Chat,
  { name, content }: { name: string; content: string },
) {
  const size = Buffer.from(content, "base64").length;
  if (size === 0) throw new WrongCall(`${name} is empty.`);
  const mime = mimeOf(name);
  const isPicture = mime.startsWith("image/");
  const key = tenant.world.newId(isPicture ? "img_v3_" : "file_v3_", 20);
  tenant.world.addFile({ id: key, platform: "lark", name, mime, size, content });
  const message = tenant.add({
    chatId: chat.id,
    senderId: person.id,
    type: isPicture ? "image" : "file",
    content: JSON.stringify(isPicture ? { image_key: key } : { file_key: key, file_name: name }),
  });
  const file = { id: key, name, size };
  if (!chat.hasBot) return { ok: true, message_id: message.id, file };
  const ack = await delivery.event(messageReceived(tenant, message, person, chat));
  return { ...outcome(ack), message_id: message.id, file };
}

/** A message as the page shows it; `sender` is a handle, `file.id` fits `GET /sandbox/api/files/:id`. */
function shown(tenant: Tenant, message: Message) {
  const { id, type, content, mentions, deleted, parentId } = message;
  const times = { create_time: new Date(message.createdAt).toISOString() };
  const common = { message_id: id, sender: senderName(message), sender_id: message.senderId, type, ...times };
  const edited = message.updates > 0 && { update_time: new Date(message.updatedAt).toISOString() };
  const reply = parentId !== undefined && { reply_to: parentId };
  if (deleted) return { ...common, deleted, text: "" };
  return { ...common, ...edited, ...reply, ...bodyOf(tenant, type, content, mentions) };
}

function bodyOf(tenant: Tenant, type: string, content: string, mentions: Message["mentions"]) {
  const body: unknown = JSON.parse(content);
  if (type === "text") return { text: readText(content, mentions) };
  if (type === "interactive") return { text: "", card: body };
  if (type === "post") return { text: postText(body), post: body };
  const { file_key: fileKey, image_key: key = fileKey } = isObject(body) ? body : {};
  const file = tenant.world.files.get(String(key));
  if (file === undefined) return { text: "" };
  return { text: file.name, file: { id: file.id, name: file.name, mime: file.mime, size: file.size } };
}

/** The words of a rich text message, line by line, in the first language it has. */
function postText(post: unknown): string {
  const [first] = isObject(post) ? Object.values(post) : [];
  if (!isObject(first) || !Array.isArray(first["content"])) return "";
  const lines = [first["title"], ...first["content"].map(lineText)];
  return lines.filter((line) => typeof line === "string" && line !== "").join("\n");
}

function lineText(line: unknown): string {
  if (!Array.isArray(line)) return "";
  const texts = line.map((part: unknown) => (isObject(part) ? part["text"] : undefined));
  return texts.filter((text) => typeof text === "string").join("");
}

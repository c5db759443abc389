/** Control calls about the bot's membership: into a group, out of it, and a private chat that a person opens. */
import { Hono } from "hono";
import { z } from "zod";
import { answerError, readBody, WrongCall } from "../control-call.ts";
import { outcome, personNamed } from "./control-person.ts";
import type { Delivery } from "./delivery.ts";
import { botMembership, directChatEntered } from "./events.ts";
import type { Person } from "./people.ts";
import type { Tenant } from "./tenant.ts";

/** Whoever is in the tenant may invite: the first person, unless one is named. */
const Group = z.object({ chat: z.string().min(1), user: z.string().default("partner") });

export function createInvitations(tenant: Tenant, delivery: Delivery): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.post("/invite", async (c) => {
    const { chat: name, user } = await readBody(c, Group);
    const person = personNamed(user);
    const chat = groupNamed(tenant, person, name) ?? tenant.chats.addGroup(name);
    if (chat.hasBot) throw new WrongCall(`Seedbed is in ${chat.name} already.`);
    tenant.chats.setBot(chat, true);
    const ack = await delivery.event(botMembership(tenant, person, chat, "added"));
    return c.json({ ...outcome(ack), chat: chat.id });
  });
  app.post("/remove", async (c) => {
    const { chat: name, user } = await readBody(c, Group);
    const person = personNamed(user);
    const chat = groupNamed(tenant, person, name);
    if (!chat?.hasBot) throw new WrongCall(`Seedbed is in no group ${name}.`);
    tenant.chats.setBot(chat, false);
    return c.json(outcome(await delivery.event(botMembership(tenant, person, chat, "deleted"))));
  });
  app.post("/enter", async (c) => {
    const person = personNamed((await readBody(c, z.object({ user: z.string() }))).user);
    const chat = tenant.chats.direct(person);
    if (chat === undefined) throw new WrongCall(`${person.name} has no private chat with Seedbed.`);
    return c.json(outcome(await delivery.event(directChatEntered(tenant, person, chat))));
  });
  return app;
}

function groupNamed(tenant: Tenant, person: Person, name: string) {
  const chat = tenant.chats.find(name, person);
  if (chat?.kind === "direct") throw new WrongCall("Seedbed is in every private chat already.");
  if (chat !== undefined && !chat.members.includes(person.id))
    throw new WrongCall(`${person.name} is not in ${chat.name}.`);
  return chat;
}

/** Carries out a person's click on a card: asks the bot, shows its toast, puts its card in place. */
import { WrongCall } from "../control-call.ts";
import { type CardAnswer, readCardAnswer } from "./card-answer.ts";
import { isObject } from "./card-check.ts";
import { type Click, clickOn } from "./click.ts";
import type { Delivery } from "./delivery.ts";
import { type CardAction, cardAction } from "./events.ts";
import type { Person } from "./people.ts";
import type { Message, Tenant } from "./tenant.ts";

/** @throws WrongCall when there is no such card or element for this person */
export async function clickCard(
  tenant: Tenant,
  delivery: Delivery,
  person: Person,
  id: string,
  click: Click,
) {
  const message = cardOf(tenant, person, id);
  if (tenant.isDead(message))
    return { ok: false, error: "The card is older than 14 days and cannot be used." };
  const card: unknown = JSON.parse(message.content);
  const outcome = clickOn(isObject(card) ? card : {}, click, person, tenant.world.now());
  if ("refused" in outcome) return { ok: false, error: outcome.refused };
  if ("url" in outcome) return { ok: true, url: outcome.url };
  return ask(tenant, delivery, person, message, outcome.action);
}

function cardOf(tenant: Tenant, person: Person, id: string): Message {
  const message = tenant.find(id);
  const chat = message && tenant.chats.find(message.chatId);
  if (message === undefined || message.deleted || !chat?.members.includes(person.id)) {
    throw new WrongCall(`${person.name} sees no message ${id}.`);
  }
  if (message.type !== "interactive") throw new WrongCall(`${id} is no card.`);
  return message;
}

async function ask(tenant: Tenant, delivery: Delivery, person: Person, message: Message, action: CardAction) {
  const { world, callbacks } = tenant;
  const token = world.newId("c-", 32).toLowerCase();
  const right = { messageId: message.id, at: world.now(), uses: 0, answered: false };
  callbacks.set(token, right);
  const ack = await delivery.callback(cardAction(tenant, message, person, { action, token }));
  if (!ack.ok) return { ok: false, error: ack.error, code: 200340 };
  right.answered = true;
  const answer = readCardAnswer(tenant, ack.answer, person);
  recordBroken(tenant, action, ack.answer, answer);
  if (!answer.ok)
    return { ok: false, error: `The bot's answer is not valid (${answer.code}).`, code: answer.code };
  const { toast, card } = answer;
  if (card !== undefined) tenant.rewrite(message, JSON.stringify(card));
  return { ok: true, ...(toast && { toast }), ...(card && { card }) };
}

function recordBroken(tenant: Tenant, action: CardAction, answer: unknown, read: CardAnswer): void {
  const violations = read.ok ? read.warnings : read.violations;
  if (violations.length === 0) return;
  const call = { platform: "lark", method: "card.action.trigger", body: action } as const;
  tenant.world.record({ ...call, status: read.ok ? 200 : 400, answer, violations });
}

/** Finds the chat that a send means by `receive_id_type` and `receive_id`. */
import { type Answer, badParameter, refusal } from "./answers.ts";
import { type Chat, findPerson } from "./people.ts";
import type { Tenant } from "./tenant.ts";

const KEYS = { open_id: "id", union_id: "unionId", user_id: "userId", email: "email" } as const;

export function chatToSendTo(tenant: Tenant, type: string | undefined, id: unknown): Chat | Answer {
  if (typeof id !== "string" || id === "") return badParameter("receive_id is missing");
  if (type === "chat_id") {
    const chat = id.startsWith("oc_") ? tenant.chats.find(id) : undefined;
    if (chat?.hasBot) return chat;
    return refusal(230002, "The bot can not be outside the group.", `not in chat ${id}`);
  }
  if (type === undefined || !(type in KEYS)) return badParameter(`receive_id_type ${type} is not known`);
  const person = findPerson(id);
  const chat = person?.[KEYS[type as keyof typeof KEYS]] === id ? tenant.chats.direct(person) : undefined;
  return chat ?? refusal(230034, "The receive_id is invalid.", `unknown ${type} ${id}`);
}

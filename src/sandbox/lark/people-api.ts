/** Who is there: the bot itself, people and chats. */
import { type Answer, refusal, success } from "./answers.ts";
import type { ApiMethod, Call } from "./api.ts";
import { LIMITS } from "./limits.ts";
import { BOT, type Chat, findPerson, PEOPLE, type Person, TENANT_KEY } from "./people.ts";
import type { Tenant } from "./tenant.ts";

const ID_KEYS = { open_id: "id", union_id: "unionId", user_id: "userId" } as const;

export function peopleMethods(tenant: Tenant): ApiMethod[] {
  const contact = "/open-apis/contact/v3/users";
  const chats = "/open-apis/im/v1/chats";
  return [
    { name: "bot.info", verb: "GET", path: "/open-apis/bot/v3/info", run: botInfo },
    { name: "contact.user.batchGetId", verb: "POST", path: `${contact}/batch_get_id`, run: idsByEmail },
    { name: "contact.user.get", verb: "GET", path: `${contact}/:user_id`, run: getPerson },
    { name: "im.chat.list", verb: "GET", path: chats, run: (call) => listChats(tenant, call) },
    {
      name: "im.chat.get",
      verb: "GET",
      path: `${chats}/:chat_id`,
      run: (call) => getChat(tenant, call),
    },
    {
      name: "im.chatMembers.get",
      verb: "GET",
      path: `${chats}/:chat_id/members`,
      run: (call) => listMembers(tenant, call),
    },
  ];
}

function botInfo(): Answer {
  const bot = { activate_status: 2, app_name: BOT.name, avatar_url: "", ip_white_list: [], open_id: BOT.id };
  return { status: 200, body: { code: 0, msg: "ok", bot } };
}

const idKey = (type = "open_id") => ID_KEYS[type as keyof typeof ID_KEYS] as keyof Person | undefined;

const badField = (what: string) => refusal(99992402, `field validation failed, ext=${what}`, what);

function idsByEmail({ params, data }: Call): Answer {
  const key = idKey(params["user_id_type"]);
  const { emails = [], mobiles = [] } = data as { emails?: unknown; mobiles?: unknown };
  if (key === undefined) return badField("user_id_type is not known");
  if (!Array.isArray(emails) || !Array.isArray(mobiles)) return badField("emails and mobiles are lists");
  const most = LIMITS.page.emails;
  if (emails.length > most || mobiles.length > most)
    return badField(`up to ${most} emails or mobiles a call`);
  const byEmail = emails.map((email: unknown) => {
    const person = PEOPLE.find((one) => one.email !== undefined && one.email === email);
    return { ...(person && { user_id: person[key] }), email };
  });
  return success({ user_list: [...byEmail, ...mobiles.map((mobile: unknown) => ({ mobile }))] });
}

function getPerson({ path, params }: Call): Answer {
  const key = idKey(params["user_id_type"]);
  const { user_id: id = "" } = path;
  const person = findPerson(id);
  if (key === undefined || person?.[key] !== id) {
    return refusal(
      99992351,
      "The request you send is not a valid {user_id} or not exists.",
      `unknown user ${id}`,
    );
  }
  if (person.tenantKey !== TENANT_KEY) {
    return refusal(41050, "no user authority error", undefined);
  }
  return success({ user: personItem(person) });
}

function personItem(person: Person) {
  return {
    union_id: person.unionId,
    user_id: person.userId,
    open_id: person.id,
    name: person.displayName,
    en_name: person.name,
    email: person.email,
    gender: 0,
    status: { is_frozen: false, is_resigned: false, is_activated: true, is_exited: false, is_unjoin: false },
    department_ids: ["0"],
    employee_type: 1,
    job_title: person.role,
  };
}

function chatItem(chat: Chat) {
  const name = chat.kind === "group" ? chat.name : "";
  return {
    avatar: "",
    name,
    description: "",
    external: false,
    tenant_key: TENANT_KEY,
    chat_status: "normal",
  };
}

function listChats(tenant: Tenant, { params }: Call): Answer {
  const groups = tenant.chats.all.filter((chat) => chat.kind === "group" && chat.hasBot);
  return page(groups, params, LIMITS.page.chats, (chat) => ({ chat_id: chat.id, ...chatItem(chat) }));
}

function getChat(tenant: Tenant, { path }: Call): Answer {
  const chat = chatById(tenant, path["chat_id"]);
  if ("status" in chat) return chat;
  const mode = { chat_mode: chat.kind === "group" ? "group" : "p2p", chat_type: "private" };
  const counts = { user_count: String(chat.members.length), bot_count: "1" };
  return success({ ...chatItem(chat), ...mode, ...counts });
}

function listMembers(tenant: Tenant, { path, params }: Call): Answer {
  const chat = chatById(tenant, path["chat_id"]);
  if ("status" in chat) return chat;
  const key = idKey(params["member_id_type"]);
  if (key === undefined) return badField("member_id_type is not known");
  const members = PEOPLE.filter((person) => chat.members.includes(person.id));
  const answer = page(members, params, LIMITS.page.members, (person) => ({
    member_id_type: params["member_id_type"] ?? "open_id",
    member_id: person[key],
    name: person.displayName,
    tenant_key: person.tenantKey,
  }));
  return answer;
}

function chatById(tenant: Tenant, id = ""): Chat | Answer {
  const chat = id.startsWith("oc_") ? tenant.chats.find(id) : undefined;
  if (chat?.hasBot) return chat;
  return refusal(232006, "Your request specifies a chat_id which is invalid.", `unknown chat ${id}`);
}

function page<T>(all: readonly T[], params: Call["params"], most: number, show: (one: T) => object): Answer {
  const { page_size: size = "20", page_token: token = "0" } = params;
  const count = Number(size);
  if (!Number.isInteger(count) || count < 1 || count > most)
    return badField(`page_size goes from 1 to ${most}`);
  const from = Number(token);
  const hasMore = from + count < all.length;
  const items = all.slice(from, from + count).map(show);
  return success({ items, page_token: hasMore ? String(from + count) : "", has_more: hasMore });
}

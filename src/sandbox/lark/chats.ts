/** The chats of the local Lark: who is in them, the bot included, and how control calls and sends find them. */
import type { World } from "../world.ts";
import { BOT_HANDLE, type Chat, newGroup, type Person, seedChats } from "./people.ts";

export class Chats {
  readonly all: Chat[];
  readonly #world: World;

  /** @param saved what an earlier run left behind */
  constructor(world: World, saved: Chat[] | undefined) {
    this.#world = world;
    this.all = saved ?? seedChats();
  }

  /** The chat with this id or name; `@seedbed` is the private chat of `person`. */
  find(key: string, person?: Person): Chat | undefined {
    const byId = this.all.find((chat) => chat.id === key);
    if (byId !== undefined) return byId;
    if (key === `@${BOT_HANDLE}` || key === BOT_HANDLE) return person && this.direct(person);
    return this.all.find((chat) => chat.kind === "group" && chat.name === key);
  }

  direct(person: Person): Chat | undefined {
    return this.all.find((chat) => chat.kind === "direct" && chat.members.includes(person.id));
  }

  addGroup(name: string): Chat {
    const group = newGroup(name, this.#world.newId("group"), false);
    this.all.push(group);
    return group;
  }

  /** The bot comes into a group or goes. */
  setBot(chat: Chat, isThere: boolean): void {
    chat.hasBot = isThere;
    this.#world.emit({ platform: "bot", type: isThere ? "added" : "removed", chat: chat.id });
    this.#world.changed();
  }
}

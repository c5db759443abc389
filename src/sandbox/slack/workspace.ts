/** What the local Slack remembers: channels, messages, files, modals and homes, kept over a restart. */
import type { World } from "../world.ts";
import type { Block } from "./blocks.ts";
import type { ViewSource } from "./check-view.ts";
import type { StateValues } from "./element-values.ts";
import { BOT, type Channel, PEOPLE, type Person, seedChannels } from "./people.ts";

export interface Message {
  ts: string;
  /** channel id */
  channel: string;
  /** author's user id */
  user: string;
  text: string;
  blocks?: Block[];
  thread_ts?: string;
  /** user id of the only person who sees it */
  ephemeralTo?: string;
  /** file ids */
  files?: string[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  edited?: { user: string; ts: string };
  reactions?: { name: string; users: string[] }[];
  /** what each person chose in the message's menus and inputs, by user id */
  chosen?: Record<string, StateValues>;
}

/** What Slack knows of a file beyond its bytes, which the World holds under the same id. */
export interface FileCard {
  id: string;
  title: string;
  user: string;
  created: number;
  /** channel ids */
  channels: string[];
  /** false between the request for an upload address and its completion */
  shared: boolean;
}

/** A view on somebody's screen. */
export interface View {
  id: string;
  user: string;
  source: ViewSource;
  hash: string;
  chosen: StateValues;
  root: string;
  previous: string | null;
}

interface Kept {
  lastMicros: number;
  channels: Channel[];
  messages: Message[];
  files: Record<string, FileCard>;
  /** a person's open modals, the one on top last, by user id */
  modals: Record<string, View[]>;
  homes: Record<string, View>;
}

/** The state of the local Slack and the simple questions everyone asks of it. */
export class Workspace {
  readonly people: readonly Person[] = PEOPLE;
  readonly kept: Kept;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.kept = world.keep<Kept>("slack", () => this.kept) ?? {
      lastMicros: 0,
      channels: seedChannels(),
      messages: [],
      files: {},
      modals: {},
      homes: {},
    };
  }

  get channels(): readonly Channel[] {
    return this.kept.channels;
  }

  /** @param nameOrId `marketer`, `@marketer` or a `U…` id */
  findPerson(nameOrId: string): Person | undefined {
    const name = nameOrId.replace(/^@/, "");
    return this.people.find((person) => person.id === nameOrId || person.name === name);
  }

  /**
   * @param nameOrId `#spring-launch`, `spring-launch`, a `C…` or `D…` id, or `@seedbed`
   * @param viewer the user id whose direct-message channel `@seedbed` means
   */
  findChannel(nameOrId: string, viewer?: string): Channel | undefined {
    return this.channels.find((channel) => {
      if (channel.id === nameOrId) return true;
      if (channel.kind === "direct")
        return viewer !== undefined && channel.members.includes(viewer) && channel.name === nameOrId;
      return channel.name.replace(/^#/, "") === nameOrId.replace(/^#/, "");
    });
  }

  /** A new public channel of everyone but guests, without the app. @param name with or without `#` */
  addChannel(name: string): Channel {
    const members = this.people.filter(({ role }) => role !== "guest").map(({ id }) => id);
    const channel: Channel = {
      id: this.#world.newId("C"),
      name: `#${name.replace(/^#/, "")}`,
      kind: "channel",
      members,
    };
    this.kept.channels.push(channel);
    return channel;
  }

  /** The app comes into a channel or goes. */
  setApp(channel: Channel, isThere: boolean): void {
    const others = channel.members.filter((id) => id !== BOT.userId);
    channel.members = isThere ? [...others, BOT.userId] : others;
    this.#world.emit({ platform: "bot", type: isThere ? "added" : "removed", channel: channel.id });
    this.#world.changed();
  }

  /** The direct-message channel of a person with the app; everyone has one. */
  directChannel(userId: string): Channel | undefined {
    return this.channels.find((channel) => channel.kind === "direct" && channel.members.includes(userId));
  }

  /** A message timestamp of now: unique, later than all before, in seconds with six decimals. */
  nextTs(): string {
    const micros = Math.max(Math.floor(this.#world.now()) * 1_000, this.kept.lastMicros + 1);
    this.kept.lastMicros = micros;
    return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, "0")}`;
  }

  add(message: Omit<Message, "ts">): Message {
    const stored: Message = { ts: this.nextTs(), ...message };
    this.kept.messages.push(stored);
    this.changed("message", stored);
    return stored;
  }

  find(channelId: string, ts: string): Message | undefined {
    return this.kept.messages.find((message) => message.channel === channelId && message.ts === ts);
  }

  remove(message: Message): void {
    this.kept.messages.splice(this.kept.messages.indexOf(message), 1);
    this.changed("message_deleted", message);
  }

  /** Messages of a channel, oldest first; without a viewer only those that everyone sees. */
  messagesIn(channelId: string, viewer?: string): Message[] {
    return this.kept.messages.filter(
      (message) =>
        message.channel === channelId &&
        (message.ephemeralTo === undefined || message.ephemeralTo === viewer),
    );
  }

  /** Says that a message is new, changed or gone, so that it is kept and the page reads it again. */
  changed(type: "message" | "message_changed" | "message_deleted", message: Message): void {
    const { channel, ts, user, ephemeralTo } = message;
    this.#world.emit({ platform: "slack", type, channel, ts, user, to: ephemeralTo });
    this.#world.changed();
  }

  isMember(channel: Channel, userId: string = BOT.userId): boolean {
    return channel.members.includes(userId);
  }
}

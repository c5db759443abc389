/** From Lark's events to the bot's one door: store first, answer, then work. */
import { EventDispatcher, LoggerLevel } from "@larksuiteoapi/node-sdk";
import type { Inbound, Receive, Reception } from "../chat/inbound.ts";
import { withAnsweredFile } from "./answered-file.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import type { CallLark } from "./client.ts";
import { type Log, sdkLogger } from "./log.ts";
import { readAction } from "./read-action.ts";
import { readHappening } from "./read-happening.ts";
import { readMenu } from "./read-menu.ts";
import { readMessage } from "./read-message.ts";
import { type CardAnswer, NOT_STORED, toastOf } from "./toast.ts";

interface Listening {
  call: CallLark;
  receive: Receive;
  chats: ChatDirectory;
  /** the bot's open_id */
  bot: string;
  log: Log;
}

interface Heard {
  /** what goes back to a click */
  answer: CardAnswer | undefined;
  /** the work; begin it when the answer has left */
  run(): void;
}

/**
 * Takes one event, whichever way it came: its type, and its header and content in one object.
 * Rejects when an event could not be stored, so that Lark brings it again.
 */
export type Listener = (type: string, event: Record<string, unknown>) => Promise<Heard>;

/** What happens without anybody asking. */
const HAPPENINGS = {
  "im.chat.access_event.bot_p2p_chat_entered_v1": "chat-entered",
  "im.chat.member.bot.added_v1": "chat-joined",
  "im.chat.member.bot.deleted_v1": "chat-left",
} as const;

const TYPES = [
  "im.message.receive_v1",
  "application.bot.menu_v6",
  "card.action.trigger",
  ...(Object.keys(HAPPENINGS) as (keyof typeof HAPPENINGS)[]),
] as const;

export function createListener({ call, receive, chats, bot, log }: Listening): Listener {
  return async (type, event) => {
    switch (type) {
      case "im.message.receive_v1":
        return await take(await withAnsweredFile(call, event, readMessage(event, bot, chats)));
      case "application.bot.menu_v6":
        return await take(readMenu(event, chats));
      case "card.action.trigger":
        return await takeClick(await readAction(event, chats));
      case "im.chat.access_event.bot_p2p_chat_entered_v1":
      case "im.chat.member.bot.added_v1":
      case "im.chat.member.bot.deleted_v1":
        return await take(readHappening(event, HAPPENINGS[type], chats));
      default:
        return NOTHING;
    }
  };

  async function take(inbound: Inbound | undefined): Promise<Heard> {
    return inbound === undefined ? NOTHING : { answer: undefined, run: begin(await receive(inbound)) };
  }

  /** Lark brings a click only once: a person whose click is lost is told. */
  async function takeClick(inbound: Inbound | undefined): Promise<Heard> {
    if (inbound === undefined) return NOTHING;
    try {
      const reception = await receive(inbound);
      return { answer: toastOf(reception.acknowledgement), run: begin(reception) };
    } catch (error) {
      log.error({ err: error, eventKey: inbound.eventKey }, "A click on Lark could not be stored.");
      return { ...NOTHING, answer: NOT_STORED };
    }
  }

  function begin(reception: Reception): () => void {
    return () => {
      reception.run().catch((error: unknown) => log.error({ err: error }, "Work on a Lark event failed."));
    };
  }
}

const NOTHING: Heard = { answer: undefined, run: () => undefined };

/** For the long connection: the SDK writes the answer as soon as the handler is done; the work begins a turn later. */
export function createDispatcher(listener: Listener, log: Log, secret: string): EventDispatcher {
  const dispatcher = new EventDispatcher({ logger: sdkLogger(log, secret), loggerLevel: LoggerLevel.error });
  const handle = (type: string) => async (event: object) => {
    const { answer, run } = await listener(type, { ...event });
    setImmediate(run);
    return answer;
  };
  return dispatcher.register(Object.fromEntries(TYPES.map((type) => [type, handle(type)])));
}

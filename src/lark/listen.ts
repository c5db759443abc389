/** From Lark's events to the bot's one door: store first, answer, then work. */
import { EventDispatcher, LoggerLevel } from "@larksuiteoapi/node-sdk";
import type { Inbound, Receive, Reception } from "../chat/inbound.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import { type Log, sdkLogger } from "./log.ts";
import { readAction } from "./read-action.ts";
import { readMenu } from "./read-menu.ts";
import { readMessage } from "./read-message.ts";
import { type CardAnswer, NOT_STORED, toastOf } from "./toast.ts";

interface Listening {
  receive: Receive;
  chats: ChatDirectory;
  /** the bot's open_id */
  bot: string;
  log: Log;
  secret: string;
}

/** A dispatcher knows nothing of how events come in: long connection now, signed HTTP if need be. */
export function createDispatcher({ receive, chats, bot, log, secret }: Listening): EventDispatcher {
  const dispatcher = new EventDispatcher({ logger: sdkLogger(log, secret), loggerLevel: LoggerLevel.error });
  // a rejection goes on to the SDK, which then asks Lark to bring the event again
  const take = async (inbound: Inbound | undefined): Promise<void> => {
    if (inbound !== undefined) runAfterAnswer(await receive(inbound), log);
  };
  return dispatcher.register({
    "im.message.receive_v1": async (event) => await take(readMessage({ ...event }, bot, chats)),
    "application.bot.menu_v6": async (event) => await take(readMenu({ ...event }, chats)),
    "card.action.trigger": async (event: object): Promise<CardAnswer> => {
      const inbound = await readAction({ ...event }, chats);
      if (inbound === undefined) return {};
      try {
        const reception = await receive(inbound);
        runAfterAnswer(reception, log);
        return toastOf(reception.acknowledgement);
      } catch (error) {
        // Lark brings a click only once: the person is told instead
        log.error({ err: error, eventKey: inbound.eventKey }, "A click on Lark could not be stored.");
        return NOT_STORED;
      }
    },
  });
}

/** The SDK writes the answer as soon as the handler's promise is settled; the work begins a turn later. */
function runAfterAnswer(reception: Reception, log: Log): void {
  setImmediate(() => {
    reception.run().catch((error: unknown) => log.error({ err: error }, "Work on a Lark event failed."));
  });
}

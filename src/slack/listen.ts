/** Store first, acknowledge then, work last: how everything that comes from Slack passes through the one door. */
import { App, type ReceiverEvent, type RespondFn } from "@slack/bolt";
import type { Acknowledgement, Inbound, Receive, Reception } from "../chat/inbound.ts";
import type { Connection } from "./connect.ts";
import type { Log } from "./log.ts";
import { type BotIdentity, readEvent } from "./read-event.ts";
import { readClick, readCommand, readSubmission } from "./read-inbound.ts";
import { readShortcut } from "./read-shortcut.ts";

const NOT_STORED = "This did not get through. Please try again.\n刚才的操作没有成功，请再试一次。";

/** The real acknowledgement of an event, while Bolt holds an empty one. */
const ACKNOWLEDGE = "acknowledge";

/** Bolt acknowledges events before their listeners run; here an event that was not stored must come again. */
class StoreFirstApp extends App {
  override processEvent(event: ReceiverEvent): Promise<void> {
    const { event: inner } = event.body;
    if (inner === undefined) return super.processEvent(event);
    const customProperties = { ...event.customProperties, [ACKNOWLEDGE]: event.ack };
    return super.processEvent({ ...event, customProperties, ack: async () => undefined });
  }
}

/**
 * Hands everything that `connection` receives to `receive`.
 * When `receive` rejects, an event stays unacknowledged, so that Slack sends it again; a person who typed a command,
 * clicked or submitted is told to try again, since Slack repeats none of these.
 */
export function listen(
  connection: Connection,
  token: string,
  bot: BotIdentity,
  receive: Receive,
  log: Log,
): void {
  const app = new StoreFirstApp({
    receiver: connection.receiver,
    authorize: async () => ({ botToken: token, botId: bot.botId, botUserId: bot.userId }),
    // own messages are passed over in readEvent: Bolt would drop them without an acknowledgement
    ignoreSelf: false,
    convoStore: false,
    logger: connection.logger,
    clientOptions: connection.clientOptions,
  });

  app.event(/.*/, async ({ body, context }) => {
    const receptions: Reception[] = [];
    for (const inbound of readEvent(body, bot)) receptions.push(await receive(inbound));
    await finish(context[ACKNOWLEDGE](), receptions);
  });

  app.command(/.*/, async ({ body, ack }) => {
    const reception = await store(readCommand(body));
    const said = reception === "not-stored" ? NOT_STORED : urgentLine(reception?.acknowledgement);
    await finish(ack(said === undefined ? undefined : { response_type: "ephemeral", text: said }), [
      reception,
    ]);
  });

  app.action(/.*/, async ({ body, ack, respond }) => {
    const reception = await store(readClick(body));
    const said = reception === "not-stored" ? NOT_STORED : urgentLine(reception?.acknowledgement);
    await finish(ack(), [reception]);
    if (said !== undefined) await whisper(respond, said);
  });

  app.shortcut(/.*/, async ({ body, ack }) => {
    const reception = await store(readShortcut(body));
    await finish(ack(), [reception]);
  });

  app.view({ type: "view_submission" }, async ({ body, view, ack }) => {
    const fields = view.blocks.flatMap((block) => (block.type === "input" ? (block.block_id ?? []) : []));
    const reception = await store(readSubmission(body));
    const errors = reception === "not-stored" ? { "": NOT_STORED } : reception?.acknowledgement.errors;
    const shown = errors === undefined ? undefined : errorsAt(fields, errors);
    const acknowledged = shown === undefined ? ack() : ack({ response_action: "errors", errors: shown });
    await finish(acknowledged, [reception]);
  });

  async function store(inbound: Inbound | undefined): Promise<Reception | "not-stored" | undefined> {
    if (inbound === undefined) return undefined;
    try {
      return await receive(inbound);
    } catch (error) {
      log.error({ err: error, eventKey: inbound.eventKey }, "What came from Slack could not be stored");
      return "not-stored";
    }
  }

  /** What is stored gets done even if the acknowledgement is lost: Slack then sends it again, and that is a duplicate. */
  async function finish(
    acknowledged: Promise<void>,
    receptions: readonly (Reception | "not-stored" | undefined)[],
  ): Promise<void> {
    try {
      await acknowledged;
    } catch (error) {
      log.warn({ err: error }, "An acknowledgement did not reach Slack");
    }
    for (const reception of receptions) {
      if (reception !== undefined && reception !== "not-stored") void reception.run();
    }
  }

  async function whisper(respond: RespondFn, text: string): Promise<void> {
    try {
      await respond({ response_type: "ephemeral", replace_original: false, text });
    } catch (error) {
      log.warn({ err: error }, "A short answer to a click did not reach Slack");
    }
  }
}

/** Slack has no toast: only what a person must not miss is worth a message of its own. */
function urgentLine(acknowledgement: Acknowledgement | undefined): string | undefined {
  const toast = acknowledgement?.toast;
  return toast?.tone === "warning" || toast?.tone === "danger" ? toast.text : undefined;
}

/** Slack wants each error at an input of the modal: what belongs to none of them stands at the first. */
function errorsAt(
  fields: readonly string[],
  errors: Record<string, string>,
): Record<string, string> | undefined {
  const [first] = fields;
  if (first === undefined || Object.keys(errors).length === 0) return undefined;
  const shown: Record<string, string> = {};
  for (const [field, text] of Object.entries(errors)) {
    const at = fields.includes(field) ? field : first;
    shown[at] = shown[at] === undefined ? text : `${shown[at]}\n${text}`;
  }
  return shown;
}

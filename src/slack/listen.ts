/** Store first, acknowledge then, work last: how everything that comes from Slack passes through the one door. */
import type { Acknowledgement, Inbound, Receive, Reception } from "../chat/inbound.ts";
import { errorsAt } from "./form-errors.ts";
import type { Log } from "./log.ts";
import { sendResponse } from "./post-card.ts";
import { readEvent } from "./read-event.ts";
import type { BotIdentity } from "./read-happening.ts";
import { readClick, readCommand, readSubmission } from "./read-inbound.ts";
import { readShortcut } from "./read-shortcut.ts";

const NOT_STORED = "This did not get through. Please try again.\n刚才的操作没有成功，请再试一次。";

/** Tells Slack that something arrived, with the answer that it carries back. */
export type Acknowledge = (answer?: object) => Promise<void>;

/**
 * Takes one delivery of Slack, whichever way it came.
 * When an event cannot be stored it rejects without an acknowledgement, so that Slack sends the event again; a person who
 * typed a command, clicked or submitted is told to try again, since Slack repeats none of these.
 */
export type Listener = (body: Readonly<Record<string, unknown>>, acknowledge: Acknowledge) => Promise<void>;

type Stored = Reception | "not-stored" | undefined;

export function createListener(bot: BotIdentity, receive: Receive, log: Log): Listener {
  return async (body, acknowledge) => {
    switch (body["type"]) {
      case "event_callback":
        return await takeEvent(body, acknowledge);
      case "block_actions":
        return await takeClick(body, acknowledge);
      case "view_submission":
        return await takeSubmission(body, acknowledge);
      case "shortcut":
      case "message_action":
        return await finish(acknowledge, undefined, [await store(readShortcut(body))]);
      default:
        return await takeCommand(body, acknowledge);
    }
  };

  async function takeEvent(body: unknown, acknowledge: Acknowledge): Promise<void> {
    const receptions: Reception[] = [];
    for (const inbound of readEvent(body, bot)) receptions.push(await receive(inbound));
    await finish(acknowledge, undefined, receptions);
  }

  /** What is no command either, such as a closed form, is only acknowledged. */
  async function takeCommand(body: unknown, acknowledge: Acknowledge): Promise<void> {
    const stored = await store(readCommand(body));
    const said = urgentLine(stored);
    const answer = said === undefined ? undefined : { response_type: "ephemeral", text: said };
    await finish(acknowledge, answer, [stored]);
  }

  async function takeClick(body: Readonly<Record<string, unknown>>, acknowledge: Acknowledge): Promise<void> {
    const stored = await store(readClick(body));
    await finish(acknowledge, undefined, [stored]);
    const said = urgentLine(stored);
    if (said !== undefined) await whisper(body["response_url"], said);
  }

  async function takeSubmission(body: unknown, acknowledge: Acknowledge): Promise<void> {
    const stored = await store(readSubmission(body));
    const errors = stored === "not-stored" ? { "": NOT_STORED } : stored?.acknowledgement.errors;
    const shown = errors && errorsAt(body, errors);
    await finish(acknowledge, shown && { response_action: "errors", errors: shown }, [stored]);
  }

  async function store(inbound: Inbound | undefined): Promise<Stored> {
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
    acknowledge: Acknowledge,
    answer: object | undefined,
    all: readonly Stored[],
  ): Promise<void> {
    try {
      await acknowledge(answer);
    } catch (error) {
      log.warn({ err: error }, "An acknowledgement did not reach Slack");
    }
    for (const stored of all) {
      if (stored !== undefined && stored !== "not-stored") void stored.run();
    }
  }

  /** The acknowledgement of a click carries nothing back. */
  async function whisper(responseUrl: unknown, text: string): Promise<void> {
    if (typeof responseUrl !== "string") return;
    try {
      await sendResponse(responseUrl, "ephemeral", undefined, { text });
    } catch (error) {
      log.warn({ err: error }, "A short answer to a click did not reach Slack");
    }
  }
}

/** Slack has no toast: only what a person must not miss is worth a message of its own. */
function urgentLine(stored: Stored): string | undefined {
  if (stored === "not-stored") return NOT_STORED;
  const toast: Acknowledgement["toast"] = stored?.acknowledgement.toast;
  return toast?.tone === "warning" || toast?.tone === "danger" ? toast.text : undefined;
}

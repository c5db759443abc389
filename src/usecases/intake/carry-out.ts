/** Carries out what an event means, and answers whatever goes wrong on the way. */
import type { Inbound } from "../../chat/inbound.ts";
import type { Ctx, Services } from "../ctx.ts";
import { AlreadyDone, PersonChanged } from "../unit.ts";
import { answerError, answerMeaning } from "./answer-trouble.ts";
import type { Person } from "./identify-person.ts";
import { noticeHappening } from "./notice-happening.ts";
import type { FailedCall, Meaning } from "./understand-event.ts";

/**
 * @returns false when nothing could be answered: the event stays in the inbox and is run again
 * @throws PersonChanged
 */
export async function tryOut(ctx: Ctx, meaning: Meaning): Promise<boolean> {
  try {
    if (meaning.kind === "run") await meaning.command.run({ ctx, input: meaning.input as never });
    else if (meaning.kind === "happened") await noticeHappening({ ctx, input: meaning });
    else await answerMeaning(ctx, meaning);
    return true;
  } catch (error) {
    if (error instanceof AlreadyDone) return true;
    if (error instanceof PersonChanged) throw error;
    return answerOrKeep(ctx, meaning.kind === "run" ? meaning : undefined, error);
  }
}

/** @throws PersonChanged */
export async function answerOrKeep(ctx: Ctx, call: FailedCall | undefined, error: unknown): Promise<boolean> {
  try {
    await answerError(ctx, call, error);
    return true;
  } catch (failure) {
    if (failure instanceof AlreadyDone) return true;
    if (failure instanceof PersonChanged) throw failure;
    ctx.log.error(
      { inbox: ctx.inboxKey, err: failure },
      "an event could not be answered and stays in the inbox",
    );
    return false;
  }
}

export function contextOf(services: Services, event: Inbound, person: Person): Ctx {
  return {
    ...services,
    actor: person.member,
    personVersion: person.version,
    account: person.account,
    where: event.where,
    inboxKey: event.eventKey,
    dueKey: undefined,
  };
}

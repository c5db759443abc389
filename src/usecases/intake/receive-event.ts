/** The one door for everything people do: understand, store, acknowledge, run. Also runs again what a crash left over. */
import type { Inbound, Receive, Reception } from "../../chat/inbound.ts";
import { AppError } from "../../domain/errors.ts";
import { finishInbox } from "../../store/inbox.ts";
import { createInboxWriter } from "../../store/inbox-writer.ts";
import type { Services } from "../ctx.ts";
import { PersonChanged } from "../unit.ts";
import { formErrors, toastFor } from "./acknowledgement.ts";
import { createBacklog, type LeftOver } from "./backlog.ts";
import { answerOrKeep, contextOf, tryOut } from "./carry-out.ts";
import { createFlood } from "./flood.ts";
import type { Person } from "./identify-person.ts";
import { meaningNow } from "./meaning-now.ts";
import { createPeopleSeen } from "./people-seen.ts";
import { createReceiptTimes } from "./receipt-times.ts";
import { type Asking, opensForm, showForm } from "./show-form.ts";
import type { Meaning } from "./understand-event.ts";

export interface Door {
  receive: Receive;
  /** Runs events that were acknowledged and not finished and are not at work here; answers how many. */
  recover(olderThanMs: number): Promise<number>;
  whenIdle(): Promise<void>;
}

const NOTHING: Reception = { acknowledgement: {}, run: () => Promise.resolve() };

/** For so long the process that received an event may still be opening its form. */
const OPENING_MS = 15_000;

export function createDoor(services: Services): Door {
  const people = createPeopleSeen(services);
  const inbox = createInboxWriter(services.store.db);
  const receiptTime = createReceiptTimes(services.clock);
  const flood = createFlood();
  const backlog = createBacklog(services, flood.ebb, runAgain);

  async function receive(event: Inbound): Promise<Reception> {
    const leave = flood.enter();
    try {
      return await takeIn(event);
    } finally {
      leave();
    }
  }

  async function takeIn(event: Inbound): Promise<Reception> {
    let person = await people.lately(event.platform, event.user);
    let meaning = await meaningNow(services, event, person);
    if (endsHere(event, meaning)) {
      // no transaction will check who this is
      person = await people.now(event.platform, event.user);
      meaning = await meaningNow(services, event, person);
    }
    if (meaning.kind === "ignored") return NOTHING;
    if (meaning.kind === "wrong" && event.body.kind === "submission") {
      return { ...NOTHING, acknowledgement: formErrors(contextOf(services, event, person), meaning) };
    }
    if (!(await store(event))) return NOTHING;
    if (opensForm(event, meaning)) return openForm(event, person, meaning);
    return {
      acknowledgement: toastFor(event, () => contextOf(services, event, person)),
      run: () => backlog.begin(event, () => carryOut(event, person, meaning)),
    };
  }

  /** @returns false when the event is known already */
  async function store(event: Inbound): Promise<boolean> {
    const first = backlog.expect(event);
    let fresh = false;
    try {
      fresh = await inbox.store(event, receiptTime(event));
      return fresh;
    } finally {
      if (first && !fresh) backlog.leave(event);
    }
  }

  /** The event counts as done once the form stands before the person; until then it is asked for by a button instead. */
  async function openForm(event: Inbound, person: Person, meaning: Asking): Promise<Reception> {
    const ctx = contextOf(services, event, person);
    try {
      await showForm(ctx, event, meaning);
      await finishInbox(services.store.db, event.eventKey, services.clock.now());
      backlog.leave(event);
      return NOTHING;
    } catch (error) {
      services.log.warn({ inbox: event.eventKey, err: error }, "a form did not open");
      const answer = () =>
        error instanceof AppError ? answerOrKeep(ctx, meaning, error) : carryOut(event, person, meaning);
      return { acknowledgement: {}, run: () => backlog.begin(event, answer) };
    }
  }

  /** @returns false when nothing could be answered: the event stays in the inbox and is run again */
  async function carryOut(event: Inbound, person: Person, meaning: Meaning): Promise<boolean> {
    try {
      return await tryOut(contextOf(services, event, person), meaning);
    } catch (error) {
      if (!(error instanceof PersonChanged)) throw error;
      const changed = await people.now(event.platform, event.user);
      const anew = await meaningNow(services, event, changed);
      return tryOut(contextOf(services, event, changed), anew);
    }
  }

  async function runAgain({ event, receivedAt }: LeftOver): Promise<boolean> {
    const person = await people.lately(event.platform, event.user);
    const meaning = await meaningNow(services, event, person, receivedAt);
    const age = services.clock.now().since(receivedAt).total("milliseconds");
    if (opensForm(event, meaning) && age < OPENING_MS) return false;
    return carryOut(event, person, meaning);
  }

  return {
    receive,
    recover: (olderThanMs) => backlog.catchUp(services.clock.now().subtract({ milliseconds: olderThanMs })),
    whenIdle: backlog.whenIdle,
  };
}

/** Whether something is said or shown, or nothing done, without a transaction of its own. */
function endsHere(event: Inbound, meaning: Meaning): boolean {
  if (meaning.kind === "ignored" || opensForm(event, meaning)) return true;
  return meaning.kind === "wrong" && event.body.kind === "submission";
}

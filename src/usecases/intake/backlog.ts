/** The work of stored events: each person's in order, a few at a time, the next of it in memory and the rest in the inbox. */
import type { Temporal } from "temporal-polyfill";
import type { Inbound } from "../../chat/inbound.ts";
import { unfinishedInbox } from "../../store/inbox.ts";
import type { Services } from "../ctx.ts";
import { createGate } from "./gate.ts";

export type LeftOver = Awaited<ReturnType<typeof unfinishedInbox>>[number];

export interface Backlog {
  /** Says that an event is about to be stored: until `begin` or `leave` it is nobody else's. Answers false when it is so already. */
  expect(event: Inbound): boolean;
  /** Takes back `expect`: nothing is left to do for the event, or nothing was stored. */
  leave(event: Inbound): void;
  /** Does the work of a stored event in its turn. Resolves when it is done, or left to be read from the inbox. */
  begin(event: Inbound, work: Work): Promise<void>;
  /** Works on what is in the inbox, not finished and not at work here; answers how many events that were. */
  catchUp(before?: Temporal.Instant): Promise<number>;
  whenIdle(): Promise<void>;
}

/** @returns false when the event stays in the inbox and is to be tried again at a later sweep */
type Work = () => Promise<boolean>;

/**
 * Answers made at the same time; more would only make acknowledgements late, past the platforms' 3 s. Where more wait, they
 * are made one by one: that takes as long for all of them, and acknowledgements half of the time.
 */
const AT_ONCE = 4;
/** Most events whose work waits in memory; more stay in the inbox until these are down to `FEW`. */
const MOST = 300;
const FEW = 60;
const PAGE = 200;
/** An event is acknowledged within seconds or not at all. */
const EXPECTED_MS = 30_000;

interface Expected {
  /** in real time */
  since: number;
  /** the inbox was read meanwhile and had the event already: it was left to whoever expected it */
  passedOver: boolean;
}

/**
 * @param ebb resolves when a piece of work may begin
 * @param runAgain does the work of an event that was read from the inbox
 */
export function createBacklog(
  services: Services,
  ebb: () => Promise<void>,
  runAgain: (row: LeftOver) => Promise<boolean>,
): Backlog {
  const expected = new Map<string, Expected>();
  const atWork = new Map<string, Promise<void>>();
  const lastOf = new Map<string, Promise<void>>();
  /** failed in a way that may pass: not tried again before the next sweep */
  const setAside = new Set<string>();
  const gate = createGate(() => (atWork.size > AT_ONCE ? 1 : AT_ONCE));
  // until it is known what an earlier process left, what comes goes behind it
  let behind = true;
  let leftToInbox = 0;
  let reading: Promise<number> | undefined;
  let onFew: (() => void) | undefined;

  /** What one person does is carried out in order: a draft may follow the vetting it needs by a second. */
  function track({ eventKey, platform, user }: Inbound, work: Work): Promise<void> {
    const person = `${platform}:${user}`;
    const before = lastOf.get(person) ?? Promise.resolve();
    const enter = () =>
      gate.enter(async () => {
        await ebb();
        if (!(await done(eventKey, work))) setAside.add(eventKey);
      });
    const running = before.then(enter).finally(() => {
      atWork.delete(eventKey);
      if (lastOf.get(person) === running) lastOf.delete(person);
      if (atWork.size <= FEW) onFew?.();
    });
    atWork.set(eventKey, running);
    lastOf.set(person, running);
    return running;
  }

  async function done(key: string, work: Work): Promise<boolean> {
    try {
      return await work();
    } catch (err) {
      services.log.error({ inbox: key, err }, "an event could not be carried out and stays in the inbox");
      return false;
    }
  }

  async function few(): Promise<void> {
    if (atWork.size <= FEW) return;
    await new Promise<void>((resolve) => {
      onFew = resolve;
    });
  }

  function read(before?: Temporal.Instant): Promise<number> {
    reading ??= readOn(before);
    return reading;
  }

  /** Reads the inbox from its oldest end until nothing is in it that is not known here. */
  async function readOn(before: Temporal.Instant | undefined): Promise<number> {
    let count = 0;
    try {
      for (;;) {
        await few();
        const left = leftToInbox;
        const all = behind || before === undefined;
        const limit = PAGE + atWork.size + expected.size + setAside.size;
        const rows = await unfinishedInbox(services.store.db, { limit, before: all ? undefined : before });
        for (const row of rows) {
          if (isKnown(row.key)) {
            passOver(row.key);
            continue;
          }
          count += 1;
          void track(row.event, () => runAgain(row));
        }
        if (rows.length === limit || left !== leftToInbox || (behind && !all)) continue;
        if (all) behind = false;
        return count;
      }
    } finally {
      // at once: whoever leaves an event to the inbox from here on must read anew
      reading = undefined;
    }
  }

  function isBusy(): boolean {
    return atWork.size > 0 || reading !== undefined;
  }

  function isKnown(key: string): boolean {
    return atWork.has(key) || setAside.has(key) || isExpected(key);
  }

  /** An adapter that failed after the event was stored never begins its work. */
  function isExpected(key: string): boolean {
    const known = expected.get(key);
    if (known !== undefined && performance.now() - known.since < EXPECTED_MS) return true;
    expected.delete(key);
    return false;
  }

  function passOver(key: string): void {
    const known = expected.get(key);
    if (known !== undefined) known.passedOver = true;
  }

  async function readAnew(): Promise<void> {
    leftToInbox += 1;
    await read().catch((err: unknown) => {
      services.log.error({ err }, "the inbox could not be read and is read again at the next sweep");
    });
  }

  return {
    expect({ eventKey }) {
      const first = !isExpected(eventKey);
      if (first) expected.set(eventKey, { since: performance.now(), passedOver: false });
      return first;
    },

    leave({ eventKey }) {
      const isLeftOver = expected.get(eventKey)?.passedOver === true;
      expected.delete(eventKey);
      // one that was brought again while an earlier process's work was being taken up
      if (isLeftOver) void readAnew();
    },

    async begin(event, work) {
      expected.delete(event.eventKey);
      const same = atWork.get(event.eventKey);
      if (same !== undefined) return same;
      behind ||= atWork.size >= MOST;
      if (!behind) return track(event, work);
      await readAnew();
      await atWork.get(event.eventKey);
    },

    async catchUp(before) {
      setAside.clear();
      const count = await read(behind ? undefined : before);
      await Promise.all(atWork.values());
      return count;
    },

    async whenIdle() {
      while (isBusy()) await Promise.all([reading, ...atWork.values()]);
    },
  };
}

/** The one door for everything people do: understand, store, acknowledge, run. Also runs again what a crash left over. */
import { Temporal } from "temporal-polyfill";
import type { Acknowledgement, Inbound, Receive, Reception } from "../chat/inbound.ts";
import type { PlatformName } from "../chat/ports.ts";
import { createReading, type Reading } from "../chat/reading.ts";
import { AppError } from "../domain/errors.ts";
import { copyAt } from "../store/card-copies.ts";
import { finishInbox, storeInbound, unfinishedInbox } from "../store/inbox.ts";
import { answerError, answerMeaning } from "./answer-trouble.ts";
import type { Ctx, Services } from "./ctx.ts";
import { createGate } from "./gate.ts";
import { identifyPerson, type Person } from "./identify-person.ts";
import { noticeHappening } from "./notice-happening.ts";
import { isStale, type Meaning, staleMeaning, understandEvent } from "./understand-event.ts";
import { AlreadyDone } from "./unit.ts";

export interface Door {
  receive: Receive;
  /** Runs events that were acknowledged and not finished and are not at work here; answers how many. */
  recover(olderThanMs: number): Promise<number>;
  whenIdle(): Promise<void>;
}

/** Answers made at the same time; more would only make acknowledgements late, past the platforms' 3 s. */
const AT_ONCE = 4;

type LeftOver = Awaited<ReturnType<typeof unfinishedInbox>>[number];

const NOTHING: Reception = { acknowledgement: {}, run: () => Promise.resolve() };

export function createDoor(services: Services): Door {
  const atWork = new Map<string, Promise<void>>();
  const lastOf = new Map<string, Promise<void>>();
  const gate = createGate(AT_ONCE);

  async function receive(event: Inbound): Promise<Reception> {
    const person = await identifyPerson(services, event.platform, event.user);
    const meaning = await meaningOf(services, event, person);
    if (meaning.kind === "ignored") return NOTHING;
    const ctx = contextOf(services, event, person);
    if (meaning.kind === "wrong" && event.body.kind === "submission") {
      return { ...NOTHING, acknowledgement: { errors: formErrors(event.platform, meaning, readingOf(ctx)) } };
    }
    const opens = meaning.kind === "ask" && canOpenForm(event);
    const fresh = await storeInbound(services.store.db, event, services.clock.now());
    if (!fresh) return NOTHING;
    if (opens) return openForm(ctx, event, meaning, tracked);
    return {
      acknowledgement: toastFor(event, ctx),
      run: () => tracked(event, () => carryOut(ctx, meaning)),
    };
  }

  /** What one person does is carried out in order: a draft may follow the vetting it needs by a second. */
  function tracked({ eventKey, platform, user }: Inbound, work: () => Promise<void>): Promise<void> {
    const person = `${platform}:${user}`;
    const before = lastOf.get(person) ?? Promise.resolve();
    const enter = () => gate.enter(work);
    const running = before
      // what failed before is no reason not to do this
      .then(enter, enter)
      .finally(() => {
        atWork.delete(eventKey);
        if (lastOf.get(person) === running) lastOf.delete(person);
      });
    atWork.set(eventKey, running);
    lastOf.set(person, running);
    return running;
  }

  async function recover(olderThanMs: number): Promise<number> {
    const before = services.clock.now().subtract({ milliseconds: olderThanMs });
    const left = (await unfinishedInbox(services.store.db, before)).filter((row) => !atWork.has(row.key));
    for (const row of left) {
      await tracked(row.event, () => runAgain(row)).catch((error: unknown) => {
        services.log.error(
          { inbox: row.key, err: error },
          "an event could not be run again and stays in the inbox",
        );
      });
    }
    return left.length;
  }

  async function runAgain(row: LeftOver): Promise<void> {
    const person = await identifyPerson(services, row.event.platform, row.event.user);
    const meaning = await meaningOf(services, row.event, person, row.receivedAt);
    await carryOut(contextOf(services, row.event, person), meaning);
  }

  return {
    receive,
    recover,
    async whenIdle() {
      while (atWork.size > 0) await Promise.all(atWork.values());
    },
  };
}

/** @param receivedAt when it was stored, for one that waits since then */
async function meaningOf(
  services: Services,
  event: Inbound,
  person: Person,
  receivedAt?: Temporal.Instant,
): Promise<Meaning> {
  const meaning = understandEvent(event, person.member, services.commands);
  if (meaning.kind === "ignored") return meaning;
  const since =
    receivedAt ?? (event.happenedAt === undefined ? undefined : Temporal.Instant.from(event.happenedAt));
  const age = since === undefined ? 0 : services.clock.now().since(since).total("milliseconds");
  if (isStale(event, age)) return staleMeaning(event);
  return (await refuseOldCard(services, event)) ?? meaning;
}

/** A card that was renewed decides nothing any more: the copy that counts may show another state by now. */
async function refuseOldCard(services: Services, { body, where }: Inbound): Promise<Meaning | undefined> {
  if (where.message === undefined || (body.kind !== "click" && body.kind !== "submission")) return undefined;
  const copy = await copyAt(services.store.db, where.platform, where.message);
  if (copy === undefined || copy.replacedBy === null) return undefined;
  return { kind: "refused", code: "old-card", details: { renewed: "yes", card: copy.cardKey ?? "" } };
}

/** Never rejects: what cannot be answered stays in the inbox and is run again. */
async function carryOut(ctx: Ctx, meaning: Meaning): Promise<void> {
  try {
    if (meaning.kind === "run") await meaning.command.run({ ctx, input: meaning.input as never });
    else if (meaning.kind === "happened") await noticeHappening({ ctx, input: meaning });
    else await answerMeaning(ctx, meaning);
  } catch (error) {
    if (error instanceof AlreadyDone) return;
    await answerOrKeep(ctx, meaning.kind === "run" ? meaning.command.name : "", error);
  }
}

async function answerOrKeep(ctx: Ctx, command: string, error: unknown): Promise<void> {
  try {
    await answerError(ctx, command, error);
  } catch (failure) {
    if (failure instanceof AlreadyDone) return;
    ctx.log.error(
      { inbox: ctx.inboxKey, err: failure },
      "an event could not be answered and stays in the inbox",
    );
  }
}

/** The event counts as done once the form stands before the person; until then it is asked for by a button instead. */
async function openForm(
  ctx: Ctx,
  event: Inbound,
  meaning: Extract<Meaning, { kind: "ask" }>,
  inOrder: (event: Inbound, work: () => Promise<void>) => Promise<void>,
): Promise<Reception> {
  try {
    await showForm(ctx, event, meaning);
    await finishInbox(ctx.store.db, event.eventKey, ctx.clock.now());
    return NOTHING;
  } catch (error) {
    ctx.log.warn({ inbox: event.eventKey, err: error }, "a form did not open");
    const answer = () =>
      error instanceof AppError ? answerOrKeep(ctx, meaning.command.name, error) : carryOut(ctx, meaning);
    return { acknowledgement: {}, run: () => inOrder(event, answer) };
  }
}

async function showForm(ctx: Ctx, event: Inbound, meaning: Extract<Meaning, { kind: "ask" }>): Promise<void> {
  const reading = readingOf(ctx);
  const form = await meaning.command.form?.({ ctx, input: meaning.raw, reading });
  if (form === undefined) throw new AppError("internal");
  const { chat, chatKind, thread, trigger } = event.where;
  const to = chatKind === "direct" ? { user: event.user, thread } : { chat, thread };
  await ctx.chats[event.platform]?.open({ form, reading, to, trigger, key: event.eventKey });
}

/** Slack opens a form only for a click or a slash command; Lark's forms are cards. */
function canOpenForm(event: Inbound): boolean {
  return event.platform === "lark" || event.where.trigger !== undefined;
}

function contextOf(services: Services, event: Inbound, person: Person): Ctx {
  return {
    ...services,
    actor: person.member,
    account: person.account,
    where: event.where,
    inboxKey: event.eventKey,
    dueKey: undefined,
  };
}

export function readingOf(ctx: Ctx): Reading {
  const language = ctx.actor?.language ?? (ctx.where?.platform === "lark" ? "zh-CN" : "en");
  return createReading(language, ctx.actor?.zone ?? "Asia/Shanghai", ctx.messages[language]);
}

/** Slack shows an error at its field; Lark shows one line for all, so each names its field. */
function formErrors(
  platform: PlatformName,
  { command, problems }: Extract<Meaning, { kind: "wrong" }>,
  { m }: Reading,
): Record<string, string> {
  const words = m.common.inputProblem.problems;
  return Object.fromEntries(
    problems.map(({ field, value, problem }) => {
      const wrong = words[problem](value ?? "");
      const label = command.fields[field]?.label(m) ?? field;
      return [field, platform === "lark" ? m.common.labelled(label, wrong) : wrong];
    }),
  );
}

/** Only a click wants a word at once; a typed line sees its answer arrive. */
function toastFor(event: Inbound, ctx: Ctx): Acknowledgement {
  if (event.body.kind === "line" || event.body.kind === "file") return {};
  return { toast: { tone: "info", text: readingOf(ctx).m.common.working } };
}

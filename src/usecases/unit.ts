/** One transaction of a use case: its writes, its audit row, its messages and its planned things, all or nothing. */
import type { Temporal } from "temporal-polyfill";
import type { Destination, PlatformName } from "../chat/ports.ts";
import type { TemplateInput, TemplateName } from "../chat/template-data.ts";
import { AppError } from "../domain/errors.ts";
import { insertAudit } from "../store/audit.ts";
import { inTransaction, type Transaction, type Write } from "../store/database.ts";
import { cancelDue, planDue, takeDue } from "../store/dues.ts";
import { queueAllHomes } from "../store/homes.ts";
import { takeInbox } from "../store/inbox.ts";
import { insertPost, laneOf, refreshCopies } from "../store/outbox.ts";
import { memberOfAccount, privateAddress } from "../store/people.ts";
import type { Ctx } from "./ctx.ts";

/** Where a message goes: back to where the call came from, to a member privately, or to a chat. */
export type Recipient =
  | { reply: "all" | "actor" }
  | { member: string }
  | { platform: PlatformName; to: Destination };

interface Outgoing<Name extends TemplateName> {
  to: Recipient;
  template: Name;
  data: TemplateInput<Name>;
  /** what the card shows, such as `draft:<id>`; `refresh` reaches every copy of it */
  cardKey?: string;
  /** unique for this message; made from the event and the order of sending when left out */
  key?: string;
}

export interface Unit {
  readonly tx: Transaction;
  readonly now: Temporal.Instant;
  /** Lets a write travel with the commit; nothing later in the unit may need its answer. Its failure undoes all. */
  write: Write;
  audit(verb: string, subject: string, details?: Record<string, unknown>): Promise<void>;
  send<Name extends TemplateName>(message: Outgoing<Name>): Promise<void>;
  sendFile(file: { to: Recipient; fileId: string; text: string; key?: string }): Promise<void>;
  /** Draws every sent or waiting copy of a card anew. */
  refresh<Name extends TemplateName>(
    cardKey: string,
    template: Name,
    data: TemplateInput<Name>,
  ): Promise<void>;
  plan(due: {
    key: string;
    job: string;
    payload: Record<string, unknown>;
    at: Temporal.Instant;
  }): Promise<void>;
  cancel(keyPrefix: string): Promise<void>;
  /** Lets a lane send after the commit that something was put into by hand. */
  wake(lane: string): void;
}

/** What changes somebody's open work: every home that was opened is looked at again. */
const CHANGES_WORK =
  /^(?:draft\.(?:submit|approve|changes)|wave\.(?:set|posted|link)|pay\.(?:plan|paid|open)|list\.(?:submit|decide|close)|quote\.set|hold\.ended|creator\.handover|import\.(?:ask|say|map|finish|answer|cancel|fail)|campaign\.(?:create|bind)|person\.(?:add|change|link|settings)|creator\.forget)$/u;

/** Another delivery of the same event, or another process, has done this already: nothing is left to do. */
export class AlreadyDone extends Error {
  override readonly name = "AlreadyDone";
}

/** Who acts has another role, zone or account than when their event was understood: it must be understood anew. */
export class PersonChanged extends Error {
  override readonly name = "PersonChanged";
}

/**
 * Runs `work` in one transaction and marks what caused it as done.
 * The audit row and the messages leave with the commit: an answer of `audit` or `send` says only that they are on the way.
 * @throws AlreadyDone when the event or the due thing behind `ctx` was finished before
 * @throws PersonChanged when the event was understood with an older record of the person who acts
 */
export async function transact<T>(ctx: Ctx, work: (unit: Unit) => Promise<T>): Promise<T> {
  const lanes = new Set<string>();
  let planned = false;
  const result = await inTransaction(ctx.store.db, async (tx, write) => {
    const now = ctx.clock.now();
    await takeCause(ctx, tx, now);
    let audited = false;
    let changesWork = false;
    let count = 0;
    const nextKey = (key: string | undefined) => {
      count += 1;
      return key ?? `${ctx.inboxKey ?? ctx.dueKey ?? ctx.newId("act")}:${count}`;
    };
    const unit: Unit = {
      tx,
      now,
      write,
      async audit(verb, subject, details = {}) {
        audited = true;
        changesWork ||= CHANGES_WORK.test(verb);
        write(
          insertAudit(tx, { id: ctx.newId("aud"), actor: actorOf(ctx), verb, subject, details, at: now }),
        );
      },
      async send(message) {
        const address = await addressOf(ctx, tx, message.to);
        lanes.add(laneOf(address.platform, address.destination));
        const post = insertPost(tx, {
          id: ctx.newId("msg"),
          key: nextKey(message.key),
          kind: "post",
          ...address,
          template: message.template,
          data: message.data,
          cardKey: message.cardKey,
          createdAt: now,
        });
        write(post);
      },
      async sendFile(file) {
        const address = await addressOf(ctx, tx, file.to);
        lanes.add(laneOf(address.platform, address.destination));
        const post = insertPost(tx, {
          id: ctx.newId("msg"),
          key: nextKey(file.key),
          kind: "file",
          ...address,
          fileId: file.fileId,
          data: { text: file.text },
          createdAt: now,
        });
        write(post);
      },
      async refresh(cardKey, template, data) {
        const touched = await refreshCopies(tx, { cardKey, template, data, newId: ctx.newId, now });
        for (const lane of touched) lanes.add(lane);
      },
      async plan(due) {
        planned ||= due.at.epochMilliseconds <= now.epochMilliseconds;
        await planDue(tx, due);
      },
      async cancel(keyPrefix) {
        await cancelDue(tx, keyPrefix, now);
      },
      wake(lane) {
        lanes.add(lane);
      },
    };
    const value = await work(unit);
    if (!audited) throw new Error("A use case wrote no audit row.");
    if (changesWork) for (const lane of await queueAllHomes(tx)) lanes.add(lane);
    return value;
  });
  ctx.wake(lanes);
  if (planned) ctx.sweepSoon();
  return result;
}

/** Marks what caused this as done and keeps its row locked, so that two processes cannot both act on it. */
async function takeCause(ctx: Ctx, tx: Transaction, now: Temporal.Instant): Promise<void> {
  if (ctx.inboxKey !== undefined) {
    const taken = await takeInbox(tx, ctx.inboxKey, now, ctx.account);
    if (taken === undefined) throw new AlreadyDone(ctx.inboxKey);
    if (ctx.personVersion !== undefined && ctx.personVersion !== taken.personVersion)
      throw new PersonChanged(ctx.inboxKey);
  }
  if (ctx.dueKey !== undefined && !(await takeDue(tx, ctx.dueKey, now))) throw new AlreadyDone(ctx.dueKey);
}

function actorOf(ctx: Ctx): string {
  if (ctx.actor !== undefined) return ctx.actor.id;
  if (ctx.account !== undefined) return `${ctx.account.platform}:${ctx.account.userId}`;
  return `job:${ctx.dueKey ?? "start"}`;
}

interface Address {
  platform: PlatformName;
  destination: Destination;
  readerId?: string | undefined;
}

async function addressOf(ctx: Ctx, tx: Transaction, recipient: Recipient): Promise<Address> {
  if ("platform" in recipient) return addressAt(tx, recipient.platform, recipient.to);
  if ("member" in recipient) {
    const address = await privateAddress(tx, recipient.member, Object.keys(ctx.chats) as PlatformName[]);
    if (address === undefined) throw new AppError("unknown-person", { member: recipient.member });
    return { platform: address.platform, destination: { user: address.userId }, readerId: recipient.member };
  }
  return replyAddress(ctx, recipient.reply);
}

/** A person's own chat is read in the person's language, whoever sends there. */
async function addressAt(
  tx: Transaction,
  platform: PlatformName,
  destination: Destination,
): Promise<Address> {
  const { chat, user } = destination;
  if (chat !== undefined || user === undefined) return { platform, destination };
  const reader = await memberOfAccount(tx, platform, user);
  return { platform, destination, readerId: reader?.member.id };
}

function replyAddress(ctx: Ctx, audience: "all" | "actor"): Address {
  const { where, account } = ctx;
  if (where === undefined || account === undefined) throw new Error("A job has nobody to reply to.");
  const readerId = ctx.actor?.id;
  if (where.chatKind === "direct") {
    const destination: Destination = { user: account.userId, thread: where.thread };
    return { platform: where.platform, destination, readerId };
  }
  const destination: Destination = { chat: where.chat, thread: where.thread, responseUrl: where.responseUrl };
  if (audience === "all") return { platform: where.platform, destination };
  return { platform: where.platform, destination: { ...destination, onlyFor: account.userId }, readerId };
}

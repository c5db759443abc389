/** Publishes one person's home as it stands at that moment, so that nothing older can come after it. */
import { createHash } from "node:crypto";
import { type Chat, ChatError } from "../../chat/ports.ts";
import type { Reading } from "../../chat/reading.ts";
import { AppError } from "../../domain/errors.ts";
import { type HomeRow, recordPublished } from "../../store/homes.ts";
import type { OutboxRow } from "../../store/outbox.ts";
import { memberOfAccount } from "../../store/people.ts";
import type { Services } from "../ctx.ts";
import { readingFor } from "../delivery/reading-for.ts";
import { homeCardOf } from "./home-card.ts";
import { zoneOf } from "./plan-digests.ts";

/**
 * To be called once the sending of `row` has been noted: what is read from then on is what a later change would find.
 * A home that looks as it did is not published again, unless it was opened or nobody knows what the last try did.
 */
export async function publishHome(services: Services, row: OutboxRow, chat: Chat): Promise<undefined> {
  const user = row.destination.home;
  if (chat.publishHome === undefined || user === undefined) throw new AppError("internal", { home: row.id });
  const { version, shown } = row.data as HomeRow;
  const { template, data, reading } = await contentOf(services, row.platform, user).catch(readAgainLater);
  const { at: _, ...lasting } = { at: "", ...data };
  const looks = createHash("sha256")
    .update(JSON.stringify([template, lasting, reading.language, reading.zone]))
    .digest("hex");
  if (looks !== shown || row.unanswered) {
    const { data: schema, render } = services.templates[template] ?? {};
    if (schema === undefined || render === undefined) throw new Error(`There is no template "${template}".`);
    await chat.publishHome(user, { card: render(schema.parse(data), reading), reading });
  }
  await recordPublished(services.store.db, row.id, { version, shown: looks }, services.clock.now());
  return undefined;
}

/** The store may be away for a moment, which is no reason to give the home up. */
function readAgainLater(cause: unknown): never {
  throw new ChatError("unreachable", "What the home shows could not be read", { retryable: true, cause });
}

async function contentOf(
  services: Services,
  platform: OutboxRow["platform"],
  user: string,
): Promise<{ template: string; data: object; reading: Reading }> {
  const { db } = services.store;
  const member = (await memberOfAccount(db, platform, user))?.member;
  const language = member?.language ?? (platform === "lark" ? "zh-CN" : "en");
  const zone = member === undefined ? "Asia/Shanghai" : zoneOf(member);
  const reading = readingFor(services, platform, language, zone);
  if (member === undefined) return { template: "home-stranger", data: {}, reading };
  return { template: "home", data: await homeCardOf(services, db, member, services.clock.now()), reading };
}

/** One person on one platform, what they do there in their private chat with the bot, and what comes of it. */
import { expect } from "vitest";
import type { RecordedCall } from "../../../src/sandbox/world.ts";
import { insertFile } from "../../../src/store/files.ts";
import { transact } from "../../../src/usecases/unit.ts";
import { actionOf, type LocalBot, type SeenMessage, until } from "../../support/local-bot.ts";

const DIRECT = "@seedbed";
const PATIENCE_MS = 90_000;

export interface Side {
  platform: "slack" | "lark";
  /** calls that share a file are preceded by this one */
  beforeSharing: string;
  say(line: string): Promise<unknown>;
  vet(name: string): Promise<unknown>;
  /** presses “Add to shortlist” on the card of this name */
  press(name: string): Promise<unknown>;
  seen(): Promise<SeenMessage[]>;
  order(kind: string, times: number, seconds?: number): Promise<void>;
}

export function slackSide({ person }: Pick<LocalBot, "person">, user = "marketer"): Side {
  const seen = () => person.slack(user, DIRECT);
  const say = (text: string) => person.post("slack/say", { user, channel: DIRECT, text });
  return {
    platform: "slack",
    beforeSharing: "upload",
    say,
    vet: (name) => say(`vet ${name} followers=82k`),
    async press(name) {
      const card = cardOf(await seen(), name);
      const click = { user, channel: DIRECT, ts: card.ts, action_id: actionOf(card, "Add to shortlist") };
      return person.post("slack/click", click);
    },
    seen,
    order: (kind, times, seconds) => order(person, "slack", kind, times, seconds),
  };
}

export function larkSide({ person }: Pick<LocalBot, "person">, user = "partner"): Side {
  const seen = () => person.lark(user, DIRECT);
  const say = (text: string) => person.post("lark/say", { user, chat: DIRECT, text });
  return {
    platform: "lark",
    beforeSharing: "im.file.create",
    say,
    vet: (name) => say(`/看号 ${name} 粉丝=8.2万`),
    async press(name) {
      const { message_id } = cardOf(await seen(), name);
      return person.post("lark/click", { user, message_id, name: "加入入选名单" });
    },
    seen,
    order: (kind, times, seconds) => order(person, "lark", kind, times, seconds),
  };
}

async function order(
  person: LocalBot["person"],
  platform: string,
  kind: string,
  times: number,
  seconds?: number,
): Promise<void> {
  expect(await person.post("faults", { platform, kind, times, seconds })).toMatchObject({ ok: true });
}

function cardOf(messages: readonly SeenMessage[], name: string): SeenMessage {
  const card = messages.findLast((message) => isCardOf(message, name));
  if (card === undefined) throw new Error(`There is no card of ${name}.`);
  return card;
}

function isCardOf({ blocks, card }: SeenMessage, name: string): boolean {
  return new RegExp(`${name}(?:: not enough|：数据不足)`, "u").test(JSON.stringify(blocks ?? card ?? ""));
}

/** Waits until nothing is left to send or to do, back-offs included. */
export async function settled({ bot }: LocalBot): Promise<void> {
  await until(
    async () => {
      await bot.whenIdle();
      return (await count(bot, "outbox where state = 'queued'")) === 0 ? true : undefined;
    },
    "everything to be sent",
    PATIENCE_MS,
  );
}

export async function count(bot: LocalBot["bot"], from: string, values: unknown[] = []): Promise<number> {
  const { rows } = await bot.ctx.store.pool.query<{ n: number }>(
    `select count(*)::int as n from seedbed.${from}`,
    values,
  );
  return rows[0]?.n ?? 0;
}

/** Names in the order in which their cards stand in the chat, one for each card. */
export async function cardsSeen(side: Side, names: readonly string[]): Promise<string[]> {
  return (await side.seen()).flatMap((message) => names.filter((name) => isCardOf(message, name)));
}

/** Each vetting is one creator, one vetting, one audit row and one card; the cards stand in the order of asking. */
export async function expectVetted(local: LocalBot, side: Side, names: readonly string[]): Promise<void> {
  const { bot } = local;
  await until(
    async () =>
      (await count(bot, "creators where name = any($1)", [names])) >= names.length ? true : undefined,
    `${names.join(", ")} to be vetted`,
    PATIENCE_MS,
  );
  await settled(local);
  const vettings = "vettings v join seedbed.creators c on c.id = v.creator_id where c.name = any($1)";
  const audits =
    "audit a join seedbed.creators c on c.id = a.subject where a.verb = 'creator.vet' and c.name = any($1)";
  expect(await count(bot, "creators where name = any($1)", [names])).toBe(names.length);
  expect(await count(bot, vettings, [names])).toBe(names.length);
  expect(await count(bot, audits, [names])).toBe(names.length);
  expect((await cardsSeen(side, names)).toSorted()).toEqual(names.toSorted());
}

export async function expectInOrder(side: Side, names: readonly string[]): Promise<void> {
  expect(await cardsSeen(side, names)).toEqual(names);
}

/** Each press is one entry, one audit row, and one card that shows it. */
export async function expectShortlisted(
  local: LocalBot,
  side: Side,
  names: readonly string[],
): Promise<void> {
  await settled(local);
  const of = (alias: string) => `join seedbed.creators c on c.id = ${alias} where c.name = any($1)`;
  expect(await count(local.bot, `shortlist_entries s ${of("s.creator_id")}`, [names])).toBe(names.length);
  const audits = `audit a ${of("a.subject")} and a.verb = 'shortlist.add'`;
  expect(await count(local.bot, audits, [names])).toBe(names.length);
  const shown = (await side.seen()).filter(
    (message) =>
      names.some((name) => isCardOf(message, name)) &&
      /On the shortlist|已入选：/u.test(JSON.stringify(message.blocks ?? message.card)),
  );
  expect(shown).toHaveLength(names.length);
}

/** Sends a file to the person's private chat as a use case would. */
export async function sendFile({ bot }: LocalBot, side: Side, name: string): Promise<void> {
  const { rows } = await bot.ctx.store.pool.query<{ user: string }>(
    `select user_id as "user" from seedbed.accounts where platform = $1 and name = any($2)`,
    [side.platform, side.platform === "slack" ? ["Maya Lindqvist"] : ["林晓雯"]],
  );
  await transact(bot.ctx, async (unit) => {
    const content = Buffer.from(`the content of ${name}`);
    await insertFile(unit.tx, { id: name, name, mime: "text/plain", content, createdAt: unit.now });
    await unit.audit("test.file", name);
    const to = { platform: side.platform, to: { user: rows[0]?.user } };
    await unit.sendFile({ to, fileId: name, text: `here is ${name}` });
  });
}

export async function expectFiles(local: LocalBot, side: Side, names: readonly string[]): Promise<void> {
  await settled(local);
  const messages = await side.seen();
  const shared = messages.flatMap(({ file, files = [] }) => [...files, ...(file ? [file] : [])]);
  expect(shared.map(({ name }) => name).filter((name) => names.includes(name))).toEqual(names);
  for (const name of names) {
    const lines = messages.filter(({ text }) => text.includes(`here is ${name}`));
    expect(lines).toHaveLength(1);
  }
}

/** Runs `act` as soon as the bot has made this call: what is ordered then hits the next one. */
export function afterCall({ sandbox }: LocalBot, method: string, act: () => void): void {
  const listen = (event: { platform: string; method?: unknown }) => {
    if (event.platform !== "calls" || event.method !== method) return;
    sandbox.world.stream.off("event", listen);
    act();
  };
  sandbox.world.stream.on("event", listen);
}

/** What a call was about: the same call about the same place must wait. Undefined for one about no place. */
function targetOf({ method, body }: RecordedCall): string | undefined {
  const { channel, ts, path, params, data } = body as Record<string, Record<string, unknown> | undefined>;
  const place = [channel, ts, path?.["message_id"], params?.["container_id"], data?.["receive_id"]];
  return place.every((part) => part === undefined) ? undefined : JSON.stringify([method, ...place]);
}

/** No call was repeated sooner than the platform had asked for. @returns how many refusals there were */
export function expectPatience(
  { sandbox }: Pick<LocalBot, "sandbox">,
  side: Pick<Side, "platform">,
  seconds: number,
): number {
  const calls = sandbox.world.calls.filter(({ platform }) => platform === side.platform);
  const refused = calls.filter(
    ({ status, answer }) => status === 429 || JSON.stringify(answer).includes("99991400"),
  );
  for (const call of refused) {
    const target = targetOf(call);
    const again = calls.find((other) => other.seq > call.seq && targetOf(other) === target);
    if (target === undefined || again === undefined) continue;
    const waited = Date.parse(again.at) - Date.parse(call.at);
    expect(waited, `${target} again`).toBeGreaterThanOrEqual(seconds * 1_000 - 25);
  }
  return refused.length;
}

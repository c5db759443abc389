/** Measures vetting: one creator typed into a chat, and lists of 3,000 and 50,000 from the drop to the ranked card. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Sandbox, startSandbox } from "../src/sandbox/start.ts";
import { csvList } from "./list.ts";
import { createDatabase, type Process, startProcess } from "./process.ts";
import { LONG, measureReading, parseAlone, type Reading, ROUNDS } from "./reading.ts";

/** Through the whole bot: times in ms, memory in MB. Null for the long list where it did not end in `LONG_PATIENCE_MS`. */
export interface Batches {
  /** 3,000 rows from the drop to the ranked card */
  usual: number;
  /** `LONG` rows from when the bot says that it is at work until all scores and facts are committed */
  stored: number | null;
  /** the same while somebody types one vet after the other */
  storedBusy: number | null;
  /** only taking the same file apart, by the clock, just before and just after the list of `stored`: the faster of both */
  parse: number;
  /** the same from the drop to the ranked card */
  ranked: number | null;
  /** the same until every row is vetted and its file is in the chat */
  filed: number | null;
  /** from the drop of the long list until the bot says that it is at work */
  accepted: number;
  /** above what the bot's process takes when nothing happens */
  memory: number;
  /** a typed vet until its card is posted: with nothing else to do, and while the long list is vetted */
  vetP50: number;
  vetP95: number;
  besideP50: number;
  besideP95: number;
}

export interface Vetting {
  reading: Reading;
  batches?: Batches;
}

/** The long list is not waited for any longer: what is known by then is shown. */
export const LONG_PATIENCE_MS = 90_000;
const USUAL = 3_000;
const TYPED = 40;
/** Slack's pace in one channel. */
const PACE_MS = 1_100;
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 10;
const BYTES_PER_MB = 1024 * 1024;
const NUMBERS =
  "followers=82k likes=1900 saves=1100 comments=130 reads=41000 active=52% category=beauty quote=3000";

/**
 * @param said gets what is known before the batches, which take minutes
 * @returns no batches where one of them did not end in time: what else is known is not lost for it
 */
export async function measureVetting(serverUrl: string, said: (known: Vetting) => void): Promise<Vetting> {
  const reading = await measureReading();
  said({ reading });
  try {
    return { reading, batches: await measureBatches(serverUrl) };
  } catch (error) {
    process.stderr.write(`The lists from the drop to the card are left out: ${String(error)}\n`);
    return { reading };
  }
}

async function measureBatches(serverUrl: string): Promise<Batches> {
  const database = await createDatabase(serverUrl);
  const sandbox = await startSandbox({ port: 0, log: () => undefined });
  const { botToken, appToken, apiUrl } = sandbox.slack;
  const env = { BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl };
  const bot = await startProcess("sandbox.child.js", { ...env, DATABASE_URL: database.url });
  try {
    sandbox.setBotReady(true);
    await typed(sandbox, 5, () => false);
    const alone = sharesOf(await typed(sandbox, TYPED, () => false));
    const warm = await drop(sandbox, "warm.csv", csvList(USUAL, 1_000_000));
    await warm.ranked;
    // its file is made behind the card, and would be measured with the next list
    await callWith(sandbox, "files.completeUploadExternal", "warm");
    const { ranked } = await drop(sandbox, "usual.csv", csvList(USUAL, 2_000_000));
    const usual = await ranked;
    await callWith(sandbox, "files.completeUploadExternal", "usual");
    await sleep(PACE_MS);
    const rounds: Quiet[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await parseAlone();
      const list = { name: `long${round}.csv`, first: 3_000_000 + round * LONG };
      const long = await measureLong(sandbox, bot, database.url, list);
      rounds.push({ ...long, parse: Math.min(before, await parseAlone()) });
      await sleep(PACE_MS);
    }
    const quiet = middleOf(rounds);
    const over = new AbortController();
    const typing = typed(sandbox, Number.POSITIVE_INFINITY, () => over.signal.aborted);
    const busy = await measureLong(sandbox, bot, database.url, { name: "busy.csv", first: 4_000_000 });
    over.abort();
    const beside = sharesOf(await typing);
    return {
      usual,
      ...quiet,
      storedBusy: busy.stored,
      memory: Math.max(busy.memory, ...rounds.map(({ memory }) => memory)),
      vetP50: alone.p50,
      vetP95: alone.p95,
      besideP50: beside.p50,
      besideP95: beside.p95,
    };
  } finally {
    await bot.kill();
    await sandbox.stop();
    await database.drop();
  }
}

type LongBatch = Pick<Batches, "accepted" | "stored" | "ranked" | "filed" | "memory">;
type Quiet = LongBatch & Pick<Batches, "parse">;

/** The one in the middle by how often its list could have been taken apart meanwhile. */
function middleOf(rounds: readonly Quiet[]): Quiet {
  const times = ({ stored, parse }: Quiet) => (stored ?? Number.POSITIVE_INFINITY) / parse;
  const sorted = rounds.toSorted((a, b) => times(a) - times(b));
  return sorted[Math.floor(sorted.length / 2)] as Quiet;
}

/** @param first the number of its first creator */
async function measureLong(
  sandbox: Sandbox,
  bot: Process,
  databaseUrl: string,
  { name, first }: { name: string; first: number },
): Promise<LongBatch> {
  const idle = await bot.memory();
  const list = csvList(LONG, first);
  const began = performance.now();
  const dropped = await drop(sandbox, name, list, LONG_PATIENCE_MS);
  const { accepted } = dropped;
  const over = new AbortController();
  const committed = commitOf(databaseUrl, over.signal);
  let peak = idle;
  const watching = (async () => {
    while (!over.signal.aborted) {
      peak = Math.max(peak, await bot.memory());
      await sleep(100);
    }
  })();
  const ranked = await dropped.ranked.catch(() => null);
  const filed =
    ranked === null
      ? null
      : (await callWith(sandbox, "files.completeUploadExternal", "ranked", LONG_PATIENCE_MS)) - began;
  over.abort();
  await watching;
  const at = await committed;
  const stored = at === null ? null : at - began - accepted;
  return { accepted, stored, ranked, filed, memory: (peak - idle) / BYTES_PER_MB };
}

/** When the scores of the list at work came to stand in the database: nobody says so in a chat. Null where they did not. */
async function commitOf(url: string, over: AbortSignal): Promise<number | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    while (!over.aborted) {
      const { rows } = await client.query("select 1 from seedbed.list_import_parts where part = 0");
      if (rows.length > 0) return performance.now();
      await sleep(LOOK_EVERY_MS);
    }
    return null;
  } finally {
    await client.end();
  }
}

/**
 * Types one vet after the other, at the pace at which Slack takes messages, in a private chat: in the channel of a list
 * they would wait for its progress, since Slack takes one message a second there.
 */
async function typed(sandbox: Sandbox, most: number, isOver: () => boolean): Promise<number[]> {
  const latencies: number[] = [];
  while (latencies.length < most && !isOver()) {
    const name = `单人${sandbox.world.calls.length}`;
    const posted = callWith(sandbox, "chat.postMessage", name);
    const began = performance.now();
    await post(sandbox, "say", { channel: "@seedbed", text: `/vet ${name} ${NUMBERS}` });
    latencies.push((await posted) - began);
    await sleep(PACE_MS);
  }
  return latencies;
}

/** Shares a file, and says how long it took until the bot's first card and until the ranking. */
async function drop(
  sandbox: Sandbox,
  name: string,
  bytes: Buffer,
  patienceMs = PATIENCE_MS,
): Promise<{ accepted: number; ranked: Promise<number> }> {
  const content = bytes.toString("base64");
  const first = callWith(sandbox, "chat.postMessage", name);
  const title = `${name}: ${(bytes.toString().split("\n").length - 1).toLocaleString("en-US")} creators ranked`;
  const last = Promise.race([
    callWith(sandbox, "chat.update", title, patienceMs),
    callWith(sandbox, "chat.postMessage", title, patienceMs),
  ]);
  const began = performance.now();
  await post(sandbox, "upload", { name, content });
  return { accepted: (await first) - began, ranked: last.then((at) => at - began) };
}

/** When the bot first made a call of this kind with this text, counted from now. */
function callWith(
  { world }: Sandbox,
  method: string,
  text: string,
  patienceMs = PATIENCE_MS,
): Promise<number> {
  let seen = world.calls.at(-1)?.seq ?? 0;
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      world.stream.off("event", look);
    };
    const look = () => {
      for (const call of world.calls.filter(({ seq }) => seq > seen)) {
        seen = call.seq;
        if (call.method !== method || !JSON.stringify(call.body).includes(text)) continue;
        stop();
        resolve(performance.now());
        return;
      }
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`The bot never sent “${text}”.`));
    }, patienceMs);
    timer.unref();
    world.stream.on("event", look);
  });
}

async function post(sandbox: Sandbox, what: string, body: object): Promise<void> {
  const response = await fetch(`${sandbox.url}/sandbox/api/slack/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user: "marketer", channel: "#spring-launch", ...body }),
  });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`);
}

function sharesOf(latencies: readonly number[]): { p50: number; p95: number } {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

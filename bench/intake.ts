/** Measures one app: how fast it takes in slash commands, and how fast Seedbed carries out what it took in. */
import { setTimeout as sleep } from "node:timers/promises";
import { type App, type AppName, startApp } from "./app.ts";
import { USERS, type Way } from "./child.ts";

/** Acknowledgements: by number, in ms, and the app's CPU time for each in microseconds. */
export type Intake = Record<"rate" | "p50" | "p99" | "cpu" | "count", number>;
/** Commands carried out after the burst, a second; and CPU time of all that was done for one, in microseconds. */
export type Whole = Record<"rate" | "cpu" | "meanwhile", number>;
/** A constant stream: acknowledgements in ms. */
export type Stream = Record<"p50" | "p99" | "count" | "unfinished", number>;

/** By number and not by time: on a slow machine, too, the code is compiled before it is measured. */
const WARM_UP = 3_000;
const BURST = 10_000;
const UNDER_WAY = 16;
/** To carry out a whole burst takes minutes: so long it is looked at. */
const WHOLE_MS = 20_000;
const STREAM_MS = 10_000;
const STREAM_EVERY_MS = 10;
/** Many creators, as on a list: one creator alone would only measure the wait for its lock. */
const CREATORS = 500;
const NUMBERS =
  "followers=82k notes=23 likes=1900 saves=1100 comments=130 reads=41000 active=52% female=88% fit=4 quality=4 category=beauty quote=3000";

/** A burst of commands, each sender sending its next when the last is acknowledged; then the time until all are done. */
export async function measureBurst(
  name: AppName,
  way: Way,
  serverUrl: string,
): Promise<{ intake: Intake; whole: Whole }> {
  const app = await startApp(name, way, serverUrl);
  try {
    await burst(app, WARM_UP);
    if (name === "seedbed") await drained(app);
    const before = await app.cpu();
    const started = performance.now();
    const latencies = await burst(app, BURST);
    const seconds = (performance.now() - started) / 1_000;
    const cpu = (await app.cpu()) - before;
    const count = latencies.length;
    const intake = { rate: count / seconds, ...sharesOf(latencies), cpu: cpu / count, count };
    if (name === "peer") return { intake, whole: { rate: 0, cpu: 0, meanwhile: 0 } };
    const left = await app.unfinished();
    const began = { at: performance.now(), cpu: await app.cpu() };
    await drained(app, WHOLE_MS);
    const done = left - (await app.unfinished());
    const rate = done / ((performance.now() - began.at) / 1_000);
    const each = intake.cpu + ((await app.cpu()) - began.cpu) / done;
    return { intake, whole: { rate, cpu: each, meanwhile: count - left } };
  } finally {
    await app.stop();
  }
}

/** A hundred commands a second, sent whether or not earlier ones are acknowledged. */
export async function measureStream(name: AppName, serverUrl: string): Promise<Stream> {
  const app = await startApp(name, "http", serverUrl);
  try {
    await burst(app, WARM_UP);
    if (name === "seedbed") await drained(app);
    const started = performance.now();
    const sent: Promise<number>[] = [];
    for (let at = 0; at < STREAM_MS; at += STREAM_EVERY_MS) {
      await sleep(Math.max(0, started + at - performance.now()));
      // counted from when it was due, so that a late sender hides nothing
      sent.push(sendOne(app, sent.length).then(() => performance.now() - started - at));
    }
    const latencies = await Promise.all(sent);
    const unfinished = name === "seedbed" ? await app.unfinished() : 0;
    return { ...sharesOf(latencies), count: latencies.length, unfinished };
  } finally {
    await app.stop();
  }
}

async function burst(app: App, count: number): Promise<number[]> {
  const latencies: number[] = [];
  let next = 0;
  const one = async () => {
    while (next < count) {
      next += 1;
      const sent = performance.now();
      await sendOne(app, next);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, one));
  return latencies;
}

function sendOne(app: App, number: number): Promise<void> {
  return app.command(USERS[number % USERS.length] ?? "", `博主${number % CREATORS} ${NUMBERS}`);
}

async function drained(app: App, patienceMs = Number.POSITIVE_INFINITY): Promise<void> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end && (await app.unfinished()) > 0) await sleep(100);
}

function sharesOf(latencies: readonly number[]): { p50: number; p99: number } {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Drives one app with slash commands, a fixed number under way at once, and measures acknowledgements. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startBenchSlack } from "./slack-server.ts";

export interface Figures {
  /** acknowledged commands a second */
  rate: number;
  /** ms from sending to acknowledgement */
  p50: number;
  p99: number;
  /** CPU time of the app's process a command, in microseconds; the database's own is not in it */
  cpu: number;
  count: number;
}

const WARM_UP_MS = 2_000;
const MEASURED_MS = 6_000;
const UNDER_WAY = 16;
/** Many creators, as on a list: one creator alone would only measure the wait for its lock. */
const CREATORS = 500;
const NUMBERS =
  "followers=82k notes=23 likes=1900 saves=1100 comments=130 reads=41000 active=52% female=88% fit=4 quality=4 category=beauty quote=3000";

/** @param child name of the compiled file of the app, such as `peer.child.js` */
export async function measure(child: string, databaseUrl: string): Promise<Figures> {
  const slack = await startBenchSlack();
  const app = fork(fileURLToPath(new URL(child, import.meta.url)), {
    env: { ...process.env, SLACK_API_URL: slack.apiUrl, DATABASE_URL: databaseUrl },
  });
  try {
    await answerOf(app, "ready");
    await slack.connected();
    await drive(slack.command, WARM_UP_MS);
    const before = await cpuOf(app);
    const started = performance.now();
    const latencies = await drive(slack.command, MEASURED_MS);
    const seconds = (performance.now() - started) / 1_000;
    const cpu = (await cpuOf(app)) - before;
    const sorted = latencies.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return {
      rate: sorted.length / seconds,
      p50: at(0.5),
      p99: at(0.99),
      cpu: cpu / sorted.length,
      count: sorted.length,
    };
  } finally {
    app.kill("SIGKILL");
    await once(app, "exit");
    await slack.close();
  }
}

async function drive(command: (text: string) => Promise<void>, ms: number): Promise<number[]> {
  const end = performance.now() + ms;
  const latencies: number[] = [];
  let next = 0;
  const one = async () => {
    while (performance.now() < end) {
      next += 1;
      const sent = performance.now();
      await command(`博主${next % CREATORS} ${NUMBERS}`);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, one));
  return latencies;
}

async function cpuOf(app: ChildProcess): Promise<number> {
  const answer = answerOf(app, "cpu");
  app.send("cpu?");
  return answer;
}

/** The next message of the app that holds `name`; an app that ends instead is an error. */
async function answerOf(app: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`The measured app ended with ${code ?? "a signal"}.`));
    app.once("exit", onExit);
    const onMessage = (message: unknown) => {
      if (typeof message !== "object" || message === null || !(name in message)) return;
      app.off("message", onMessage);
      app.off("exit", onExit);
      resolve(Number((message as Record<string, unknown>)[name]));
    };
    app.on("message", onMessage);
  });
}

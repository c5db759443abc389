/** Processes that are measured, each with a database of its own on the bench's server. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pg from "pg";

export interface BenchDatabase {
  url: string;
  drop(): Promise<void>;
}

let databases = 0;

export async function createDatabase(serverUrl: string): Promise<BenchDatabase> {
  databases += 1;
  const name = `bench_${databases}`;
  await query(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => query(serverUrl, `drop database ${name} with (force)`) };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** As scripts/start.mjs sets it. */
const HEAP_GROWTH = "--heap-growing-percent=40";

export interface Process {
  /** where it hears HTTP requests, 0 when it does not */
  port: number;
  /** CPU time so far, in microseconds */
  cpu(): Promise<number>;
  /** all memory it takes at the moment, in bytes */
  memory(): Promise<number>;
  kill(): Promise<void>;
}

/** @param file name of the compiled file, such as `peer.child.js` */
export async function startProcess(file: string, env: Readonly<Record<string, string>>): Promise<Process> {
  const execArgv = [HEAP_GROWTH];
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env },
    execArgv,
  });
  const port = await answerOf(child, "ready");
  return {
    port,
    cpu: () => ask(child, "cpu"),
    memory: () => ask(child, "memory"),
    async kill() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** Runs a file that measures one thing and ends. @returns what it measured */
export async function measureIn(file: string, env: Readonly<Record<string, string>>): Promise<number> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { env: { ...process.env, ...env } });
  const value = await answerOf(child, "value");
  child.disconnect();
  return value;
}

async function ask(child: ChildProcess, name: string): Promise<number> {
  const answer = answerOf(child, name);
  child.send(`${name}?`);
  return answer;
}

/** The next message of the process that holds `name`; one that ends instead is an error. */
async function answerOf(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`The measured process ended with ${code ?? "a signal"}.`));
    child.once("exit", onExit);
    const onMessage = (message: unknown) => {
      if (typeof message !== "object" || message === null || !(name in message)) return;
      child.off("message", onMessage);
      child.off("exit", onExit);
      resolve(Number((message as Record<string, unknown>)[name]));
    };
    child.on("message", onMessage);
  });
}

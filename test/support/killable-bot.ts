/** A bot that can be killed at any point, the outside world that outlives it, and the means to hold it at a point. */
import { Client } from "pg";
import { type Sandbox, startSandbox } from "../../src/sandbox/start.ts";
import type { BuiltProgram, Child } from "./child.ts";
import { createTestDatabase } from "./database.ts";
import { type Hands, handsAt, until } from "./local-bot.ts";

interface Hold {
  /** Lets go of the tables. */
  release(): Promise<void>;
}

/** A session that is there already: on a busy machine opening one takes a second. */
interface Holder {
  take(sql: string): Promise<Hold>;
}

export interface KillableBot {
  sandbox: Sandbox;
  person: Hands;
  start(): Promise<void>;
  /** SIGKILL; what it was doing ends there. */
  kill(): Promise<void>;
  /** Lets time pass for the platforms and, from its next start, for the bot. Only while it is not running. */
  passTime(ms: number): Promise<void>;
  whenIdle(): Promise<void>;
  runDue(): Promise<void>;
  /** Plans a thing that is due now and says `key` in the Slack channel. */
  plan(key: string): Promise<void>;
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** The number that a `select count(*)` of these tables and conditions gives. */
  count(from: string): Promise<number>;
  /** Takes a lock, so that the bot's next statement that needs the tables waits. */
  hold(sql: string): Promise<Hold>;
  holder(): Promise<Holder>;
  /** Waits until that many statements with these words wait for a lock, one if left out; answers their sessions' ids. */
  stuckAt(words: string, sessions?: number): Promise<number[]>;
  /** Ends sessions in the server, as a broken connection would. */
  cut(sessions: readonly number[]): Promise<void>;
}

interface Answer {
  id?: number;
  ready?: true;
  value?: unknown;
  error?: string;
}

/** @param atEnd registers what is to be done after the test */
export async function createKillableBot(
  program: BuiltProgram,
  atEnd: (stop: () => Promise<void>) => void,
  options: { redisUrl?: string; retriesMs?: readonly number[] } = {},
): Promise<KillableBot> {
  const database = await createTestDatabase();
  const { retriesMs } = options;
  const retries =
    retriesMs === undefined
      ? { larkRetriesMs: LARK_RETRIES_MS }
      : { larkRetriesMs: retriesMs, slackRetriesMs: retriesMs };
  const sandbox = await startSandbox({ port: 0, log: () => undefined, ...retries });
  const sql = new Client({ connectionString: database.url });
  await sql.connect();
  const holds = new Set<Client>();
  let child: Child | undefined;

  async function query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await sql.query<Row>(text, values)).rows;
  }

  async function start(): Promise<void> {
    child = program.run([JSON.stringify(argumentsFor(database.url, sandbox, options.redisUrl))]);
    await heard(child, ({ ready }) => ready === true);
    await sandbox.attach({
      setClock: async (to) => (await ask("setClock", to)) as string,
      runDue: async () => (await ask("runDue")) as { next: string | null },
      whenIdle: async () => void (await ask("whenIdle")),
    });
    sandbox.setBotReady(true);
  }

  let asked = 0;
  async function ask(call: string, to = ""): Promise<unknown> {
    if (child === undefined) throw new Error("The bot is not running.");
    asked += 1;
    const id = asked;
    const answer = heard(child, (message) => message.id === id);
    child.process.send({ id, call, to });
    const { value, error } = await answer;
    if (error !== undefined) throw new Error(error);
    return value;
  }

  async function kill(): Promise<void> {
    sandbox.world.hooks = undefined;
    await child?.kill("SIGKILL");
    child = undefined;
  }

  atEnd(async () => {
    await kill();
    for (const client of holds) await client.end();
    await sql.end();
    await sandbox.stop();
    await database.drop();
  });

  async function holder(): Promise<Holder> {
    const client = new Client({ connectionString: database.url });
    holds.add(client);
    await client.connect();
    return {
      async take(text) {
        await client.query("begin");
        await client.query(text);
        return {
          async release() {
            holds.delete(client);
            await client.end();
          },
        };
      },
    };
  }

  return {
    sandbox,
    person: handsAt(sandbox.url),
    start,
    kill,
    async passTime(ms) {
      sandbox.world.moveTo(sandbox.world.now() + ms);
      await query("update seedbed.settings set value = $1::jsonb where name = 'clock-offset-ms'", [ms]);
    },
    whenIdle: async () => void (await ask("whenIdle")),
    runDue: async () => void (await ask("runDue")),
    async plan(key) {
      const [chat] = await query<object>(
        "select chat_id as chat from seedbed.chats where platform = 'slack'",
      );
      const sql = "insert into seedbed.dues (key, job, payload, due_at) values ($1, 'ring', $2, now())";
      await query(sql, [key, chat]);
    },
    query,
    count: async (from) => (await query<{ n: number }>(`select count(*)::int as n from ${from}`))[0]?.n ?? 0,
    hold: async (text) => (await holder()).take(text),
    holder,
    stuckAt: (words, sessions = 1) =>
      until(
        async () => {
          const stuck = await query<{ pid: number }>(STUCK, [`%${words}%`]);
          return stuck.length >= sessions ? stuck.map(({ pid }) => pid) : undefined;
        },
        `${sessions} sessions to wait at “${words}”`,
        STUCK_MS,
      ),
    cut: async (sessions) => void (await query("select pg_terminate_backend(unnest($1::int[]))", [sessions])),
  };
}

/** A killed job is given to another process after 10 to 15 s of silence. */
const STUCK_MS = 90_000;
/** Lark's own second retry comes after five minutes: on a busy machine a restart may miss the first. */
const LARK_RETRIES_MS = [15_000, 15_000, 15_000, 15_000, 15_000];
const STUCK = `select pid from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and query ilike $1`;

function argumentsFor(databaseUrl: string, { slack, lark }: Sandbox, redisUrl: string | undefined) {
  return {
    databaseUrl,
    redisUrl,
    slack: { token: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl },
    lark: { appId: lark.appId, appSecret: lark.appSecret, domain: lark.domain },
  };
}

/** The next message that fits; fails when the process ends first. */
async function heard({ process }: Child, fits: (message: Answer) => boolean): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const listen = (message: unknown) => {
      const answer = message as Answer;
      if (fits(answer)) settle(() => resolve(answer));
    };
    const fail = () => settle(() => reject(new Error("The bot's process ended.")));
    const settle = (done: () => void) => {
      process.off("message", listen);
      process.off("exit", fail);
      done();
    };
    process.on("message", listen);
    process.on("exit", fail);
  });
}

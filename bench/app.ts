/** A measured app behind the bench's Slack: what the bench asks of it. */
import pg from "pg";
import type { Way } from "./child.ts";
import { createDatabase, startProcess } from "./process.ts";
import { createSender } from "./send-signed.ts";
import { startBenchSlack } from "./slack-server.ts";

export type AppName = "seedbed" | "peer";

export interface App {
  /** Sends one slash command as one of the users and resolves when it is acknowledged. */
  command(user: string, text: string): Promise<void>;
  /** CPU time of the app's process so far, in microseconds; the database's own is not in it. */
  cpu(): Promise<number>;
  /** How many commands Seedbed stored and has not carried out. */
  unfinished(): Promise<number>;
  stop(): Promise<void>;
}

export async function startApp(name: AppName, way: Way, serverUrl: string): Promise<App> {
  const database = await createDatabase(serverUrl);
  const sql = new pg.Client({ connectionString: database.url });
  await sql.connect();
  const slack = await startBenchSlack();
  const env = { WAY: way, SLACK_API_URL: slack.apiUrl, DATABASE_URL: database.url };
  const app = await startProcess(`${name}.child.js`, env);
  if (way === "socket") await slack.connected();
  const sender = way === "http" ? createSender(app.port) : undefined;
  return {
    command: (user, text) => sender?.send(slack.commandOf(user, text)) ?? slack.command(user, text),
    cpu: app.cpu,
    async unfinished() {
      const query = "select count(*)::int as n from seedbed.inbox where done_at is null";
      return (await sql.query<{ n: number }>(query)).rows[0]?.n ?? 0;
    },
    async stop() {
      await app.kill();
      sender?.close();
      await slack.close();
      await sql.end();
      await database.drop();
    },
  };
}

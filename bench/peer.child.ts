/** The peer: a bare Bolt app that does one INSERT before it acknowledges, and nothing else. */
import { randomUUID } from "node:crypto";
import bolt from "@slack/bolt";
import pg from "pg";
import { reportCpu, setting } from "./child.ts";

const pool = new pg.Pool({ connectionString: setting("DATABASE_URL"), max: 20 });
await pool.query(
  "create table if not exists bench_inbox (key text primary key, event jsonb not null, at timestamptz not null)",
);
const app = new bolt.App({
  token: "xoxb-bench",
  appToken: "xapp-bench",
  socketMode: true,
  logLevel: bolt.LogLevel.ERROR,
  clientOptions: { slackApiUrl: setting("SLACK_API_URL") },
});
app.command(/.*/u, async ({ ack, body }) => {
  await pool.query("insert into bench_inbox (key, event, at) values ($1, $2, now()) on conflict do nothing", [
    randomUUID(),
    JSON.stringify(body),
  ]);
  await ack();
});
await app.start();
reportCpu();

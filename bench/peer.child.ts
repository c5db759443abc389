/** The peer: a bare Bolt app that does one INSERT before it acknowledges, and nothing else. */
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import bolt from "@slack/bolt";
import pg from "pg";
import { APP_TOKEN, reportCpu, SIGNING_SECRET, setting, TOKEN } from "./child.ts";

const pool = new pg.Pool({ connectionString: setting("DATABASE_URL"), max: 20 });
await pool.query(
  "create table bench_inbox (key text primary key, event jsonb not null, at timestamptz not null)",
);
const isHttp = setting("WAY") === "http";
const app = new bolt.App({
  token: TOKEN,
  ...(isHttp ? { signingSecret: SIGNING_SECRET } : { appToken: APP_TOKEN, socketMode: true }),
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
const server = await app.start(0);
reportCpu(isHttp ? ((server as { address(): AddressInfo }).address()?.port ?? 0) : 0);

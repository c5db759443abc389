/** Seedbed alone in a process, against the bench's Slack. */
import { pino } from "pino";
import { startBot } from "../src/bot.ts";
import { createSlack } from "../src/slack/app.ts";
import { startServer } from "../src/web/server.ts";
import { createWeb } from "../src/web/web.ts";
import { APP_TOKEN, emailOf, reportCpu, SIGNING_SECRET, setting, TOKEN, USERS } from "./child.ts";

const log = pino({ level: "fatal" });
const isHttp = setting("WAY") === "http";
const slack = createSlack({
  token: TOKEN,
  ...(isHttp ? { signingSecret: SIGNING_SECRET } : { appToken: APP_TOKEN }),
  apiUrl: setting("SLACK_API_URL"),
  log,
});
const bot = await startBot({
  databaseUrl: setting("DATABASE_URL"),
  platforms: { slack },
  adminEmails: USERS.map(emailOf),
  log,
});
const webhooks = new Map([["/slack/events", slack.webhook]]);
const web = createWeb({ webhooks, health: bot.health, log });
const server = isHttp ? await startServer({ web, port: 0, host: "127.0.0.1" }) : undefined;
reportCpu(server?.port);

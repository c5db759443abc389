/** Seedbed alone in a process, against the bench's Slack. */
import { pino } from "pino";
import { startBot } from "../src/bot.ts";
import { createSlack } from "../src/slack/app.ts";
import { reportCpu, setting } from "./child.ts";

const log = pino({ level: "fatal" });
const slack = createSlack({
  token: "xoxb-bench",
  appToken: "xapp-bench",
  apiUrl: setting("SLACK_API_URL"),
  log,
});
await startBot({
  databaseUrl: setting("DATABASE_URL"),
  platforms: { slack },
  adminEmails: ["bench@acme.example"],
  log,
});
reportCpu();

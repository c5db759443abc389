/** The sandbox with its page and the bot behind it, as `npm start` runs them. */
import { pino } from "pino";
import { startBot } from "../src/bot.ts";
import { DEMO_ADMIN, seedDemo } from "../src/demo.ts";
import { startSandbox } from "../src/sandbox/start.ts";
import { createSlack } from "../src/slack/app.ts";
import { reportCpu, setting } from "./child.ts";

const log = pino({ level: "fatal" });
const sandbox = await startSandbox({ port: 0, pageDir: setting("PAGE"), log: () => undefined });
const { botToken: token, appToken, apiUrl } = sandbox.slack;
const bot = await startBot({
  databaseUrl: setting("DATABASE_URL"),
  platforms: { slack: createSlack({ token, appToken, apiUrl, log }) },
  adminEmails: [DEMO_ADMIN],
  log,
});
await seedDemo(bot);
await sandbox.attach({ setClock: bot.setClock, runDue: bot.runDue, whenIdle: bot.whenIdle });
sandbox.setBotReady(true);
reportCpu(sandbox.port);

/** The sandbox with its page and the bot behind it, as `npm start` runs them. */
import { pino } from "pino";
import { startBot } from "../src/bot.ts";
import { DEMO_ADMIN, seedDemo } from "../src/demo.ts";
import { localPlatforms } from "../src/program.ts";
import { startSandbox } from "../src/sandbox/start.ts";
import { reportCpu, setting } from "./child.ts";

const log = pino({ level: "fatal" });
const sandbox = await startSandbox({ port: 0, pageDir: setting("PAGE"), log: () => undefined });
const bot = await startBot({
  databaseUrl: setting("DATABASE_URL"),
  platforms: localPlatforms(sandbox, log),
  adminEmails: [DEMO_ADMIN],
  log,
});
await seedDemo(bot);
await sandbox.attach({ setClock: bot.setClock, runDue: bot.runDue, whenIdle: bot.whenIdle });
sandbox.setBotReady(true);
reportCpu(sandbox.port);

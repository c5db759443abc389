/** The bot alone in a process, against a sandbox in another one. */
import { pino } from "pino";
import { startBot } from "../src/bot.ts";
import { DEMO_ADMIN, seedDemo } from "../src/demo.ts";
import { createSlack } from "../src/slack/app.ts";
import { reportCpu, setting } from "./child.ts";

const log = pino({ level: "fatal" });
const bot = await startBot({
  databaseUrl: setting("DATABASE_URL"),
  platforms: {
    slack: createSlack({
      token: setting("BOT_TOKEN"),
      appToken: setting("SLACK_APP_TOKEN"),
      apiUrl: setting("SLACK_API_URL"),
      log,
    }),
  },
  adminEmails: [DEMO_ADMIN],
  log,
});
await seedDemo(bot);
await bot.settled;
reportCpu();

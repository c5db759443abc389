/** The whole bot in a process of its own, which can be killed; messages ask it for what the sandbox's clock needs. */
import { pino } from "pino";
import { z } from "zod";
import { jobs } from "../../jobs/index.ts";
import { type Bot, startBot } from "../../src/bot.ts";
import { seedDemo } from "../../src/demo.ts";
import { createLark } from "../../src/lark/app.ts";
import { type JobDefinition, jobFactory } from "../../src/queue/define-job.ts";
import { createSlack } from "../../src/slack/app.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { AlreadyDone, transact } from "../../src/usecases/unit.ts";

const Start = z.object({
  databaseUrl: z.string(),
  redisUrl: z.string().optional(),
  slack: z.object({ token: z.string(), appToken: z.string(), apiUrl: z.string() }),
  lark: z.object({ appId: z.string(), appSecret: z.string(), domain: z.string() }),
});

const Question = z.object({
  id: z.int(),
  call: z.enum(["setClock", "runDue", "whenIdle"]),
  to: z.string().default(""),
});

/** A thing that falls due: it says its key in a chat. */
const ring = jobFactory<Ctx>()({
  name: "ring",
  payload: z.object({ due: z.string(), chat: z.string() }),
  key: ({ due }) => due,
  retry: { attempts: 3, backoff: "fixed" },
  run: async ({ ctx, payload: { due, chat } }) => {
    const work = transact({ ...ctx, dueKey: due }, async (unit) => {
      await unit.audit("ring", due);
      const data = { errorId: due, command: "ring" };
      await unit.send({ to: { platform: "slack", to: { chat } }, template: "error", data });
    });
    await work.catch((error: unknown) => {
      if (!(error instanceof AlreadyDone)) throw error;
    });
  },
});
(jobs as JobDefinition<Ctx>[]).push(ring);

function answer(bot: Bot, { call, to }: z.output<typeof Question>): Promise<unknown> {
  if (call === "setClock") return bot.setClock(to);
  return call === "runDue" ? bot.runDue() : bot.whenIdle();
}

function tell(message: object): void {
  process.send?.(message);
}

const { databaseUrl, redisUrl, slack, lark } = Start.parse(JSON.parse(process.argv[2] ?? ""));
const log = pino({ level: process.env["LOG_LEVEL"] ?? "fatal" }, pino.destination(2));
const bot = await startBot({
  databaseUrl,
  redisUrl,
  platforms: {
    slack: createSlack({ ...slack, strict: true, log }),
    lark: createLark({ ...lark, strict: true, log }),
  },
  adminEmails: [],
  log,
});
await seedDemo(bot);
await bot.settled;
process.on("message", (message) => {
  const question = Question.parse(message);
  answer(bot, question).then(
    (value) => tell({ id: question.id, value }),
    (error: unknown) => tell({ id: question.id, error: String(error) }),
  );
});
tell({ ready: true });

/** Kill -9 in the middle of each mechanism, and a start afterwards: nothing lost, nothing twice. */
import { afterAll, beforeAll, describe } from "vitest";
import { type BuiltProgram, buildProgram } from "../support/child.ts";
import { startTestRedis } from "../support/database.ts";
import { killedInCalls } from "./kill/calls.ts";
import { killedWithCreators } from "./kill/creators.ts";
import { killedInJobs, type QueuePlace } from "./kill/jobs.ts";
import { killedInOutbox } from "./kill/outbox.ts";
import { killedInRenewal } from "./kill/renew.ts";

const redis = await startTestRedis();
const places: QueuePlace[] = [{ name: "PostgreSQL" }];
if (redis !== undefined) places.push({ name: "Redis", redisUrl: redis.url });

let program: BuiltProgram;
beforeAll(async () => {
  program = await buildProgram(new URL("../support/bot.child.ts", import.meta.url));
});
afterAll(async () => {
  await program.remove();
  await redis?.stop();
});

// they mostly wait, so that many run side by side; the longest begin first
describe.concurrent("killed", () => {
  killedInJobs(() => program, places);
  killedInOutbox(() => program);
  killedInRenewal(() => program);
  killedInCalls(() => program);
  killedWithCreators(() => program);
});

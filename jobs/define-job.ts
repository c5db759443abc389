/** `defineJob` with the context of this bot's use cases. */
import { jobFactory } from "../src/queue/define-job.ts";
import type { Ctx } from "../src/usecases/ctx.ts";

export const defineJob = jobFactory<Ctx>();

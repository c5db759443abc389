/** Every background job of the bot. */
import type { JobDefinition } from "../src/queue/define-job.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { importList } from "./import-list.ts";
import { nudgePayment } from "./nudge-payment.ts";
import { readComments } from "./read-comments.ts";
import { releaseHold } from "./release-hold.ts";
import { remindHold } from "./remind-hold.ts";
import { remindWave } from "./remind-wave.ts";
import { renewCard } from "./renew-card.ts";
import { sendDigest } from "./send-digest.ts";
import { sendRanking } from "./send-ranking.ts";

export const jobs: readonly JobDefinition<Ctx>[] = [
  importList,
  sendRanking,
  readComments,
  remindWave,
  nudgePayment,
  remindHold,
  releaseHold,
  sendDigest,
  renewCard,
];

/** Reads a file of comments about one creator and judges them. */
import { z } from "zod";
import { FileRefData } from "../src/chat/features/import.ts";
import type { Destination } from "../src/chat/ports.ts";
import { readCommentFile } from "../src/usecases/vetting/comment-file.ts";
import { defineJob } from "./define-job.ts";
import { whenDue } from "./when-due.ts";

export const readComments = defineJob({
  name: "read-comments",
  payload: z.object({
    due: z.string(),
    id: z.string(),
    creator: z.string(),
    campaign: z.string().nullable(),
    member: z.string(),
    file: FileRefData,
    replyTo: z.custom<Destination>((value) => typeof value === "object" && value !== null),
  }),
  key: ({ due }) => due,
  retry: { attempts: 5, backoff: "exponential", delayMs: 2_000 },
  run: ({ ctx, payload: { due, ...input } }) =>
    whenDue(ctx, due, (own) => readCommentFile({ ctx: own, input })),
});

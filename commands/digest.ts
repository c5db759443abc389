/** /digest: the reader's digest as it would read now. */
import { z } from "zod";
import { showDigest } from "../src/usecases/home/send-digest.ts";
import { defineCommand } from "./define-command.ts";

export const digest = defineCommand({
  name: "digest",
  aliases: ["日报"],
  summary: (m) => m.digest.summary,
  example: "/digest",
  input: z.object({}),
  fields: {},
  allow: ["admin", "manager", "marketer"],
  run: ({ ctx }) => showDigest({ ctx }),
});

/** Undoes that two creators were said to be one: behind a button of the question and of the creator's card. */
import { z } from "zod";
import { IdInput } from "../src/chat/inputs.ts";
import { separateCreators } from "../src/usecases/creators/separate-creators.ts";
import { ALLOWED, who } from "./about-creator.ts";
import { defineCommand } from "./define-command.ts";

export const creatorSeparate = defineCommand({
  name: "creator separate",
  aliases: ["博主 拆开", "博主 拆分"],
  summary: (m) => m.creator.separated.summary,
  input: z.object({ creator: IdInput }),
  fields: { creator: who },
  allow: ALLOWED,
  run: ({ ctx, input }) => separateCreators({ ctx, input }),
});

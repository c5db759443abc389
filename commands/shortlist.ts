/** /shortlist: the campaign's creators as a table; the button on a vet card adds to it. */
import { z } from "zod";
import { IdInput, WordsInput } from "../src/chat/inputs.ts";
import { addToShortlist } from "../src/usecases/add-to-shortlist.ts";
import { showShortlist } from "../src/usecases/show-shortlist.ts";
import { defineCommand } from "./define-command.ts";

export const shortlist = defineCommand({
  name: "shortlist",
  aliases: ["名单", "入选名单"],
  summary: (m) => m.campaign.shortlistSummary,
  example: "/shortlist",
  input: z.object({ campaign: WordsInput.optional() }),
  fields: { campaign: { label: (m) => m.vet.fields.campaign, example: "春季种草", aliases: ["项目"] } },
  rest: "campaign",
  allow: "members",
  run: ({ ctx, input }) => showShortlist({ ctx, input }),
});

export const shortlistAdd = defineCommand({
  name: "shortlist add",
  aliases: ["名单 加入"],
  summary: (m) => m.vet.shortlistSummary,
  input: z.object({ vetting: IdInput, campaign: WordsInput.optional() }),
  fields: {
    vetting: { label: (m) => m.vet.evidence },
    campaign: { label: (m) => m.vet.fields.campaign },
  },
  allow: ["admin", "manager", "marketer", "partner"],
  run: ({ ctx, input }) => addToShortlist({ ctx, input }),
});

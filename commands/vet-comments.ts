/** What a sample of a creator's comments is worth: pasted, or in a file that was shared. */
import { z } from "zod";
import type { Field } from "../src/chat/card.ts";
import { FileInput, TextInput, WordsInput } from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import { readCreatorWords } from "../src/usecases/creators/read-creator-words.ts";
import { checkComments } from "../src/usecases/vetting/check-comments.ts";
import { startCommentFile } from "../src/usecases/vetting/comment-file.ts";
import { typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner"];

const CommentsInput = z
  .object({
    creator: WordsInput,
    comments: TextInput.optional(),
    file: FileInput.optional(),
    campaign: WordsInput.optional(),
  })
  .superRefine((input, context) => {
    if (input.comments !== undefined || input.file !== undefined) return;
    context.addIssue({ code: "custom", path: ["comments"], params: { problem: "missing" } });
  });

export const vetComments = defineCommand({
  name: "vet comments",
  aliases: ["看号 评论", "看评论"],
  summary: (m) => m.vetSteps.commentsSummary,
  example: "/vet comments 小鹿护肤",
  input: CommentsInput,
  fields: {
    creator: { label: (m) => m.vet.fields.creator, example: "小鹿护肤", aliases: ["博主", "达人", "昵称"] },
    comments: { label: (m) => m.vetSteps.fields.comments, aliases: ["评论"] },
    file: { label: (m) => m.vetSteps.fields.file },
    campaign: { label: (m) => m.vet.fields.campaign, example: "春季种草", aliases: ["项目"] },
  },
  rest: "creator",
  allow: ALLOWED,
  form: async ({ input, reading }) => {
    const words = reading.m.vetSteps;
    const given = (name: string) => {
      const value = typedText(input, name);
      return value === undefined ? {} : { [name]: value };
    };
    const file = FileInput.safeParse(input["file"]).data;
    const pasted: Field = {
      kind: "long-text",
      name: "comments",
      label: words.fields.comments,
      hint: words.commentsHint,
      required: true,
    };
    return {
      title: words.commentsSubmit,
      ...(file && { intro: [{ kind: "text" as const, text: words.commentFile.formIntro(file.name) }] }),
      call: { command: "vet comments", input: { ...given("campaign"), ...given("file") } },
      submit: words.commentsSubmit,
      fields: [
        {
          kind: "text",
          name: "creator",
          label: reading.m.vet.fields.creator,
          placeholder: "小鹿护肤",
          required: true,
          initial: typedText(input, "creator"),
        },
        ...(file === undefined ? [pasted] : []),
      ],
    };
  },
  run: ({ ctx, input: { creator: words, comments, file, campaign } }) => {
    const creator = readCreatorWords(words);
    if (file !== undefined) return startCommentFile({ ctx, input: { creator, file, campaign } });
    return checkComments({ ctx, input: { creator, comments: comments ?? "", campaign } });
  },
});

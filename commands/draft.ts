/** /draft: submits a draft or its next version; buttons on its card decide, and prepare the word to the creator. */
import { z } from "zod";
import type { Field } from "../src/chat/card.ts";
import { IdInput, LinkInput, TextInput, WholeInput, WordsInput } from "../src/chat/inputs.ts";
import { AppError } from "../src/domain/errors.ts";
import { decideDraft } from "../src/usecases/drafts/decide-draft.ts";
import { draftFormFor } from "../src/usecases/drafts/draft-form.ts";
import { REVIEWER_ROLES } from "../src/usecases/drafts/draft-reviewers.ts";
import { relayDraft } from "../src/usecases/drafts/relay-draft.ts";
import { showDraft } from "../src/usecases/drafts/show-draft.ts";
import { submitDraft } from "../src/usecases/drafts/submit-draft.ts";
import { defineCommand } from "./define-command.ts";

export const draft = defineCommand({
  name: "draft",
  aliases: ["审稿", "提交稿件"],
  summary: (m) => m.draft.summary,
  example: '/draft 小鹿护肤 text="换季泛红，这支面霜我用了三周……" link=https://docs.qq.com/doc/example',
  input: z.object({
    creator: WordsInput,
    text: TextInput,
    link: LinkInput.optional(),
    campaign: WordsInput.optional(),
  }),
  fields: {
    creator: { label: (m) => m.draft.fields.creator, example: "小鹿护肤", aliases: ["博主", "达人"] },
    text: { label: (m) => m.draft.fields.text, aliases: ["正文", "稿件"] },
    link: {
      label: (m) => m.draft.fields.link,
      example: "https://docs.qq.com/doc/example",
      aliases: ["链接"],
    },
    campaign: { label: (m) => m.draft.fields.campaign, example: "春季种草", aliases: ["项目"] },
  },
  rest: "creator",
  allow: ["admin", "manager", "marketer", "partner"],
  form: async ({ ctx, input, reading }) => {
    const words = reading.m.draft;
    const typed = (name: string) => (typeof input[name] === "string" ? input[name] : undefined);
    const known = await draftFormFor(ctx, { creator: typed("creator"), campaign: typed("campaign") });
    const { campaign, creator } = known;
    const creatorField: Field = {
      kind: "text",
      name: "creator",
      label: words.fields.creator,
      placeholder: "小鹿护肤",
      required: true,
    };
    const about = creator === undefined ? campaign.name : words.form.about(creator.name, campaign.name);
    return {
      title: words.form.title,
      intro: [{ kind: "text", text: about }],
      call: { command: "draft", input: { campaign: campaign.id, ...(creator && { creator: creator.id }) } },
      submit: words.form.submit,
      fields: [
        ...(creator === undefined ? [creatorField] : []),
        { kind: "long-text", name: "text", label: words.fields.text, required: true, initial: typed("text") },
        {
          kind: "text",
          name: "link",
          label: words.fields.link,
          placeholder: "https://",
          required: false,
          initial: typed("link"),
        },
      ],
    };
  },
  run: ({ ctx, input }) => submitDraft({ ctx, input }),
});

export const draftShow = defineCommand({
  name: "draft show",
  aliases: ["审稿 查看"],
  summary: (m) => m.draft.showSummary,
  example: "/draft show 小鹿护肤",
  input: z.object({ creator: WordsInput, campaign: WordsInput.optional() }),
  fields: {
    creator: { label: (m) => m.draft.fields.creator, example: "小鹿护肤", aliases: ["博主", "达人"] },
    campaign: { label: (m) => m.draft.fields.campaign, example: "春季种草", aliases: ["项目"] },
  },
  rest: "creator",
  allow: ["admin", "manager", "marketer", "partner", "legal"],
  run: ({ ctx, input }) => showDraft({ ctx, input }),
});

const OneVersion = z.object({ draft: IdInput, version: WholeInput });

export const draftApprove = defineCommand({
  name: "draft approve",
  aliases: ["审稿 通过"],
  summary: (m) => m.draft.approveSummary,
  input: OneVersion,
  fields: {
    draft: { label: (m) => m.draft.fields.draft },
    version: { label: (m) => m.draft.fields.version },
  },
  allow: REVIEWER_ROLES,
  run: ({ ctx, input }) => decideDraft({ ctx, input: { ...input, decision: "approve" } }),
});

export const draftChanges = defineCommand({
  name: "draft changes",
  aliases: ["审稿 请修改"],
  summary: (m) => m.draft.changesSummary,
  input: OneVersion.extend({ comment: TextInput }),
  fields: {
    draft: { label: (m) => m.draft.fields.draft },
    version: { label: (m) => m.draft.fields.version },
    comment: { label: (m) => m.draft.fields.comment, aliases: ["意见"] },
  },
  allow: REVIEWER_ROLES,
  form: async ({ input, reading }) => {
    const words = reading.m.draft;
    const { draft: id, version } = input;
    // only a card says which version is meant
    if (typeof id !== "string" || typeof version !== "string") throw new AppError("bad-input");
    return {
      title: words.changesTitle,
      call: { command: "draft changes", input: { draft: id, version } },
      submit: words.askChanges,
      fields: [
        {
          kind: "long-text",
          name: "comment",
          label: words.fields.comment,
          hint: words.commentHint,
          required: true,
        },
      ],
    };
  },
  run: ({ ctx, input }) => decideDraft({ ctx, input: { ...input, decision: "changes" } }),
});

export const draftRelay = defineCommand({
  name: "draft relay",
  aliases: ["审稿 转告"],
  summary: (m) => m.draft.relaySummary,
  input: OneVersion,
  fields: {
    draft: { label: (m) => m.draft.fields.draft },
    version: { label: (m) => m.draft.fields.version },
  },
  allow: ["admin", "manager", "marketer", "partner", "legal"],
  run: ({ ctx, input }) => relayDraft({ ctx, input }),
});

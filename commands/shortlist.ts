/** /shortlist: the campaign's creators, their list for the brand (提报) and its decisions (过号). */
import { z } from "zod";
import type { InputField } from "../src/chat/command.ts";
import { choiceOf, IdInput, MoneyInput, TextInput, WordsInput } from "../src/chat/inputs.ts";
import type { RowDecision } from "../src/domain/list-approval.ts";
import { addToShortlist } from "../src/usecases/list-approval/add-to-shortlist.ts";
import { closeList, decideList } from "../src/usecases/list-approval/decide-list.ts";
import { DECIDERS } from "../src/usecases/list-approval/list-deciders.ts";
import { listDraft } from "../src/usecases/list-approval/list-draft.ts";
import { listToDecide, showLists } from "../src/usecases/list-approval/show-lists.ts";
import { showShortlist } from "../src/usecases/list-approval/show-shortlist.ts";
import { submitList } from "../src/usecases/list-approval/submit-list.ts";
import { decideForm } from "../templates/list-form.ts";
import { typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";

const campaignField: InputField = {
  label: (m) => m.vet.fields.campaign,
  example: "春季种草",
  aliases: ["项目"],
};

export const shortlist = defineCommand({
  name: "shortlist",
  aliases: ["名单", "入选名单"],
  summary: (m) => m.campaign.shortlistSummary,
  example: "/shortlist",
  input: z.object({ campaign: WordsInput.optional() }),
  fields: { campaign: campaignField },
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

export const shortlistSubmit = defineCommand({
  name: "shortlist submit",
  aliases: ["提报", "名单 提报"],
  summary: (m) => m.list.submitSummary,
  example: "/shortlist submit",
  input: z.object({
    lines: TextInput.optional(),
    note: WordsInput.optional(),
    campaign: WordsInput.optional(),
  }),
  fields: {
    lines: { label: (m) => m.list.fields.lines, example: "小鹿护肤 3000", aliases: ["博主", "名单"] },
    note: { label: (m) => m.list.fields.note, aliases: ["说明"] },
    campaign: campaignField,
  },
  rest: "lines",
  allow: ["admin", "manager", "marketer", "partner"],
  run: ({ ctx, input }) => submitList({ ctx, input }),
});

/** What a button opens: the lines can be changed before anybody sees them. */
export const shortlistDraft = defineCommand({
  name: "shortlist draft",
  aliases: ["名单 拟提报"],
  summary: (m) => m.list.submitSummary,
  input: z.object({ lines: TextInput, note: WordsInput.optional(), campaign: WordsInput.optional() }),
  fields: shortlistSubmit.fields,
  allow: shortlistSubmit.allow,
  form: async ({ ctx, input, reading }) => {
    const { fields, submitForm } = reading.m.list;
    const { campaign, lines } = await listDraft(ctx, typedText(input, "campaign"));
    return {
      title: submitForm.title,
      intro: [{ kind: "text", text: campaign.name }],
      call: { command: "shortlist draft", input: { campaign: campaign.id } },
      submit: submitForm.submit,
      fields: [
        {
          kind: "long-text",
          name: "lines",
          label: fields.lines,
          hint: submitForm.linesHint,
          placeholder: "小鹿护肤 3000 肤质匹配",
          required: true,
          initial: lines,
        },
        { kind: "text", name: "note", label: fields.note, hint: submitForm.noteHint, required: false },
      ],
    };
  },
  run: ({ ctx, input }) => submitList({ ctx, input }),
});

export const shortlistLists = defineCommand({
  name: "shortlist lists",
  aliases: ["提报名单", "名单 查看提报"],
  summary: (m) => m.list.showSummary,
  example: "/shortlist lists",
  input: z.object({ campaign: WordsInput.optional(), list: IdInput.optional() }),
  fields: { campaign: campaignField, list: { label: (m) => m.list.fields.list } },
  rest: "campaign",
  allow: ["admin", "manager", "marketer", "partner"],
  run: ({ ctx, input }) => showLists({ ctx, input }),
});

const DECISION_WORDS: Readonly<Record<string, RowDecision>> = {
  pass: "pass",
  过: "pass",
  过号: "pass",
  通过: "pass",
  no: "no",
  不过: "no",
  reserve: "reserve",
  备选: "reserve",
};

export const shortlistDecide = defineCommand({
  name: "shortlist decide",
  aliases: ["过号", "名单 过号"],
  summary: (m) => m.list.decideSummary,
  example: "/shortlist decide 1-5, 8 decision=pass",
  input: z.object({
    rows: WordsInput,
    decision: choiceOf(DECISION_WORDS),
    price: MoneyInput.optional(),
    comment: TextInput.optional(),
    list: IdInput.optional(),
    seen: z.string().max(400).optional(),
    campaign: WordsInput.optional(),
  }),
  fields: {
    rows: { label: (m) => m.list.fields.rows, example: "1-5, 8", aliases: ["序号"] },
    decision: { label: (m) => m.list.fields.decision, example: "pass", aliases: ["结果"] },
    price: { label: (m) => m.list.fields.price, example: "2800", aliases: ["过号价", "价格"] },
    comment: { label: (m) => m.list.fields.comment, aliases: ["意见"] },
    list: { label: (m) => m.list.fields.list },
    seen: { label: (m) => m.list.fields.seen },
    campaign: campaignField,
  },
  rest: "rows",
  allow: DECIDERS,
  form: async ({ ctx, input, reading }) => {
    const list = typedText(input, "list");
    const seen = typedText(input, "seen");
    const campaign = typedText(input, "campaign");
    const about =
      list !== undefined && seen !== undefined ? { list, seen } : await listToDecide(ctx, { list, campaign });
    return decideForm(about, reading);
  },
  run: ({ ctx, input }) => decideList({ ctx, input }),
});

export const shortlistClose = defineCommand({
  name: "shortlist close",
  aliases: ["名单 结束"],
  summary: (m) => m.list.closeSummary,
  input: z.object({ list: IdInput }),
  fields: { list: { label: (m) => m.list.fields.list } },
  allow: DECIDERS,
  run: ({ ctx, input }) => closeList({ ctx, input }),
});

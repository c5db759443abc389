/** /wave: the schedule, or a creator's posting date; its buttons move it, mark it as posted and take the link. */
import { z } from "zod";
import type { Form } from "../src/chat/card.ts";
import type { InputField } from "../src/chat/command.ts";
import { DateInput, LinkInput, TimeInput, WordsInput, ZoneInput } from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import type { Reading } from "../src/chat/reading.ts";
import type { Ctx } from "../src/usecases/ctx.ts";
import { markPosted } from "../src/usecases/waves/mark-posted.ts";
import { setSlot } from "../src/usecases/waves/set-slot.ts";
import { showSchedule } from "../src/usecases/waves/show-schedule.ts";
import { creatorForm, type Typed, typedText } from "./creator-form.ts";
import { defineCommand } from "./define-command.ts";
import { explainWords, readTypedSlot } from "./trailing-words.ts";

const ALLOWED: readonly Role[] = ["admin", "manager", "marketer", "partner"];

const creator: InputField = {
  label: (m) => m.wave.fields.creator,
  example: "小鹿护肤",
  aliases: ["博主", "达人", "昵称"],
};
const campaign: InputField = {
  label: (m) => m.wave.fields.campaign,
  example: "春季种草",
  aliases: ["项目"],
};
const slotFields = {
  creator,
  date: { label: (m) => m.wave.fields.date, example: "2026-12-08", aliases: ["日期", "发布日期"] },
  time: { label: (m) => m.wave.fields.time, example: "20:00", aliases: ["时间"] },
  zone: { label: (m) => m.wave.fields.zone, example: "Asia/Shanghai", aliases: ["tz", "时区"] },
  campaign,
} satisfies Record<string, InputField>;

const WaveInput = z
  .object({
    creator: WordsInput.optional(),
    date: DateInput.optional(),
    time: TimeInput.optional(),
    zone: ZoneInput.optional(),
    campaign: WordsInput.optional(),
  })
  .superRefine((input, context) => {
    const { creator, date, time } = input;
    const missing = (field: string) =>
      context.addIssue({ code: "custom", path: [field], params: { problem: "missing" } });
    if (creator === undefined) {
      if (date !== undefined || time !== undefined) missing("creator");
      return;
    }
    const typed = readTypedSlot(creator);
    explainWords(context, DateInput.optional().safeParse(typed.date));
    explainWords(context, TimeInput.optional().safeParse(typed.time));
    if ((date ?? typed.date) === undefined) missing("date");
  });

export const wave = defineCommand({
  name: "wave",
  aliases: ["排期"],
  summary: (m) => m.wave.summary,
  example: "/wave 小鹿护肤 2026-12-08 20:00",
  input: WaveInput,
  fields: slotFields,
  rest: "creator",
  allow: ALLOWED,
  form: slotForm,
  run: async ({ ctx, input }) => {
    if (input.creator === undefined) return showSchedule({ ctx, input: { campaign: input.campaign } });
    const typed = readTypedSlot(input.creator);
    await setSlot({
      ctx,
      input: {
        ...input,
        creator: typed.creator,
        date: input.date ?? DateInput.parse(typed.date),
        time: input.time ?? TimeInput.optional().parse(typed.time),
      },
    });
  },
});

export const waveSet = defineCommand({
  name: "wave set",
  aliases: ["排期 设置", "改期"],
  summary: (m) => m.wave.setSummary,
  input: z.object({
    creator: WordsInput,
    date: DateInput,
    time: TimeInput.optional(),
    zone: ZoneInput.optional(),
    campaign: WordsInput.optional(),
  }),
  fields: slotFields,
  rest: "creator",
  allow: ALLOWED,
  form: slotForm,
  run: ({ ctx, input }) => setSlot({ ctx, input }),
});

export const wavePosted = defineCommand({
  name: "wave posted",
  aliases: ["排期 已发布", "已发布"],
  summary: (m) => m.wave.postedSummary,
  example: "/wave posted 小鹿护肤 link=https://www.xiaohongshu.com/explore/…",
  input: z.object({ creator: WordsInput, link: LinkInput.optional(), campaign: WordsInput.optional() }),
  fields: { creator, link: { label: (m) => m.wave.fields.link, aliases: ["链接"] }, campaign },
  rest: "creator",
  allow: ALLOWED,
  run: ({ ctx, input }) => markPosted({ ctx, input }),
});

export const waveLink = defineCommand({
  name: "wave link",
  aliases: ["排期 链接"],
  summary: (m) => m.wave.linkSummary,
  input: z.object({ creator: WordsInput, link: LinkInput, campaign: WordsInput.optional() }),
  fields: { creator, link: { label: (m) => m.wave.fields.link, aliases: ["链接"] }, campaign },
  rest: "creator",
  allow: ALLOWED,
  form: ({ ctx, input, reading }) => {
    const { fields, linkForm } = reading.m.wave;
    return creatorForm(ctx, {
      command: "wave link",
      ...linkForm,
      label: fields.creator,
      creator: typedText(input, "creator"),
      campaign: typedText(input, "campaign"),
      fieldsFor: () => [
        { kind: "text", name: "link", label: fields.link, placeholder: "https://", required: true },
      ],
    });
  },
  run: ({ ctx, input }) => markPosted({ ctx, input }),
});

function slotForm({ ctx, input, reading }: { ctx: Ctx; input: Typed; reading: Reading }): Promise<Form> {
  const { fields, form } = reading.m.wave;
  const words = typedText(input, "creator");
  const typed = words === undefined ? undefined : readTypedSlot(words);
  return creatorForm(ctx, {
    command: "wave set",
    title: form.title,
    submit: form.submit,
    label: fields.creator,
    creator: typed?.creator,
    campaign: typedText(input, "campaign"),
    fieldsFor: (zone) => [
      { kind: "date", name: "date", label: fields.date, required: true },
      {
        kind: "time",
        name: "time",
        label: fields.time,
        hint: form.timeHint(reading.m.common.cities[zone] ?? zone),
        required: false,
        initial: typedText(input, "time") ?? typed?.time,
      },
    ],
  });
}

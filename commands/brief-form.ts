/** The form of /brief: everything a brief is made from, in both languages side by side. */
import type { Field, Form } from "../src/chat/card.ts";
import type { BriefMessages, TypedSectionId } from "../src/chat/features/brief.ts";
import type { Reading } from "../src/chat/reading.ts";
import { briefFormStart } from "../src/usecases/briefs/brief-form.ts";
import type { Ctx } from "../src/usecases/ctx.ts";

type Name = keyof BriefMessages["fields"];

/** The inputs of each section, English and Chinese. */
const SECTIONS: readonly { id: TypedSectionId; en: Name; zh: Name; points: boolean }[] = [
  { id: "background", en: "background", zh: "backgroundZh", points: false },
  { id: "goal", en: "goal", zh: "goalZh", points: false },
  { id: "key-points", en: "points", zh: "pointsZh", points: true },
  { id: "must", en: "must", zh: "mustZh", points: true },
  { id: "must-not", en: "mustNot", zh: "mustNotZh", points: true },
];

/** @param args.input what was typed or came with the button; it stands before what the campaign holds */
export async function briefForm(args: {
  ctx: Ctx;
  input: Readonly<Record<string, unknown>>;
  reading: Reading;
}): Promise<Form> {
  const typed = (name: string) => (typeof args.input[name] === "string" ? args.input[name] : undefined);
  const from = typed("from");
  const start = await briefFormStart(args.ctx, { campaign: typed("campaign"), from });
  const { form, fields } = args.reading.m.brief;
  const initial = (name: string, known: string | undefined) => {
    const value = typed(name) ?? known;
    return value === undefined || value === "" ? {} : { initial: value };
  };
  const longText = (name: Name, known: string | undefined, hint: string | undefined): Field => ({
    kind: "long-text",
    name,
    label: fields[name],
    required: false,
    hint,
    ...initial(name, known),
  });
  return {
    title: form.title,
    submit: form.submit,
    intro: [{ kind: "text", text: args.reading.m.common.labelled(fields.campaign, start.campaign.name) }],
    call: {
      command: "brief",
      input: { campaign: start.campaign.id, form: "yes", ...(from === undefined ? {} : { from }) },
    },
    fields: [
      {
        kind: "text",
        name: "creator",
        label: fields.creator,
        placeholder: "小鹿护肤",
        required: true,
        ...initial("creator", start.creator),
      },
      {
        kind: "text",
        name: "product",
        label: fields.product,
        required: true,
        ...initial("product", start.product),
      },
      ...SECTIONS.flatMap(({ id, en, zh, points }) => {
        const hint = points ? form.onePerLine : undefined;
        return [longText(en, start.texts[id]?.en, hint), longText(zh, start.texts[id]?.zh, hint)];
      }),
    ],
  };
}

/** /people: who is a member; /settings: one's own language and zone; /link: a second account by a one-time code. */
import { z } from "zod";
import { choiceOf, EmailInput, LanguageInput, WordsInput, ZoneInput } from "../src/chat/inputs.ts";
import type { Role } from "../src/chat/people.ts";
import { linkAccount, offerLinkCode } from "../src/usecases/people/link-account.ts";
import { addPerson, changeOwnSettings, listPeople } from "../src/usecases/people/people.ts";
import { BRAND_WORDS } from "./brand-words.ts";
import { defineCommand } from "./define-command.ts";

const ROLE_WORDS: Readonly<Record<string, Role>> = {
  admin: "admin",
  管理员: "admin",
  manager: "manager",
  负责人: "manager",
  项目负责人: "manager",
  marketer: "marketer",
  市场: "marketer",
  finance: "finance",
  财务: "finance",
  partner: "partner",
  媒介: "partner",
  伙伴: "partner",
  legal: "legal",
  法务: "legal",
};

/** The agency somebody works for; `brand` for the brand's own people. */
const AgencyInput = WordsInput.transform((typed) => (BRAND_WORDS.has(typed.toLowerCase()) ? null : typed));

export const people = defineCommand({
  name: "people",
  aliases: ["成员"],
  summary: (m) => m.people.listSummary,
  example: "/people",
  input: z.object({}),
  fields: {},
  allow: ["admin", "manager"],
  run: ({ ctx }) => listPeople({ ctx }),
});

export const peopleAdd = defineCommand({
  name: "people add",
  aliases: ["成员 添加", "添加成员"],
  summary: (m) => m.people.addSummary,
  example: "/people add lin@agency.example role=partner name=林晓雯 language=zh zone=Asia/Shanghai",
  input: z.object({
    email: EmailInput,
    role: choiceOf(ROLE_WORDS),
    name: WordsInput.optional(),
    language: LanguageInput.optional(),
    zone: ZoneInput.optional(),
    agency: AgencyInput.optional(),
  }),
  fields: {
    email: { label: (m) => m.people.fields.email, example: "lin@agency.example", aliases: ["邮箱"] },
    role: { label: (m) => m.people.fields.role, example: "partner", aliases: ["角色"] },
    name: { label: (m) => m.people.fields.name, example: "林晓雯", aliases: ["姓名"] },
    language: { label: (m) => m.people.fields.language, example: "zh", aliases: ["lang", "语言"] },
    zone: { label: (m) => m.people.fields.zone, example: "Asia/Shanghai", aliases: ["tz", "时区"] },
    agency: { label: (m) => m.people.fields.agency, example: "蓝鲸传播", aliases: ["代理商"] },
  },
  rest: "email",
  allow: ["admin"],
  form: async ({ input, reading }) => {
    const { fields, addForm } = reading.m.people;
    const { roles, languages } = reading.m.common;
    const initial = (name: string) => (typeof input[name] === "string" ? { initial: input[name] } : {});
    const choices = (names: Readonly<Record<string, string>>) =>
      Object.entries(names).map(([value, label]) => ({ value, label }));
    return {
      title: addForm.title,
      call: { command: "people add", input: {} },
      submit: addForm.submit,
      fields: [
        { kind: "text", name: "email", label: fields.email, required: true, ...initial("email") },
        { kind: "text", name: "name", label: fields.name, required: false, ...initial("name") },
        {
          kind: "choice",
          name: "role",
          label: fields.role,
          required: true,
          choices: choices(roles),
          ...initial("role"),
        },
        {
          kind: "choice",
          name: "language",
          label: fields.language,
          required: false,
          choices: choices(languages),
        },
        { kind: "text", name: "zone", label: fields.zone, placeholder: "Asia/Shanghai", required: false },
        {
          kind: "text",
          name: "agency",
          label: fields.agency,
          hint: reading.m.people.agencyHint,
          required: false,
        },
      ],
    };
  },
  run: ({ ctx, input }) => addPerson({ ctx, input }),
});

export const settings = defineCommand({
  name: "settings",
  aliases: ["me", "设置", "我的设置"],
  summary: (m) => m.people.settingsSummary,
  example: "/settings language=zh zone=Asia/Shanghai",
  input: z.object({ language: LanguageInput.optional(), zone: ZoneInput.optional() }),
  fields: {
    language: { label: (m) => m.people.fields.language, example: "en", aliases: ["lang", "语言"] },
    zone: { label: (m) => m.people.fields.zone, example: "Europe/Berlin", aliases: ["tz", "时区"] },
  },
  allow: "members",
  run: ({ ctx, input }) => changeOwnSettings({ ctx, input }),
});

/** What a button opens: here both are asked for. */
export const settingsChange = defineCommand({
  name: "settings change",
  aliases: ["设置 修改", "修改设置"],
  summary: (m) => m.home.settings,
  input: z.object({ language: LanguageInput, zone: ZoneInput }),
  fields: settings.fields,
  allow: "members",
  form: async ({ ctx, reading }) => {
    const { m } = reading;
    return {
      ...m.home.settingsForm,
      call: { command: "settings change", input: {} },
      fields: [
        {
          kind: "choice",
          name: "language",
          label: m.people.fields.language,
          required: true,
          choices: Object.entries(m.common.languages).map(([value, label]) => ({ value, label })),
          initial: reading.language,
        },
        {
          kind: "text",
          name: "zone",
          label: m.people.fields.zone,
          placeholder: "Asia/Shanghai",
          required: true,
          initial: ctx.actor?.zone ?? undefined,
        },
      ],
    };
  },
  run: ({ ctx, input }) => changeOwnSettings({ ctx, input }),
});

export const link = defineCommand({
  name: "link",
  aliases: ["绑定"],
  summary: (m) => m.people.linkSummary,
  example: "/link K7QM-2XPA",
  input: z.object({ code: WordsInput.optional() }),
  fields: { code: { label: (m) => m.people.fields.code, example: "K7QM-2XPA" } },
  rest: "code",
  allow: "anyone",
  run: ({ ctx, input }) =>
    input.code === undefined ? offerLinkCode({ ctx }) : linkAccount({ ctx, input: { code: input.code } }),
});

/** What a button opens for somebody who was given a code. */
export const linkUse = defineCommand({
  name: "link use",
  aliases: ["绑定 验证码"],
  summary: (m) => m.people.linkSummary,
  input: z.object({ code: WordsInput }),
  fields: link.fields,
  rest: "code",
  allow: "anyone",
  form: async ({ reading }) => ({
    ...reading.m.home.stranger.form,
    call: { command: "link use", input: {} },
    fields: [
      {
        kind: "text",
        name: "code",
        label: reading.m.people.fields.code,
        placeholder: "K7QM-2XPA",
        required: true,
      },
    ],
  }),
  run: ({ ctx, input }) => linkAccount({ ctx, input }),
});

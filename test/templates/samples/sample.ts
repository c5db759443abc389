/** What a sample of a template's data is, and the people who appear in all of them. */
import type { TemplateInput, TemplateName } from "../../../src/chat/template-data.ts";

export interface Sample<Name extends TemplateName> {
  data: TemplateInput<Name>;
  /** names and people's own words: they stand as they are in both languages */
  verbatim?: readonly string[];
  /** numbers that only one language's card shows, and why */
  onlyIn?: { en?: readonly number[]; "zh-CN"?: readonly number[]; why: string };
}

/** Samples by template and a name of their own. */
export type Samples = { [Name in TemplateName]?: Readonly<Record<string, Sample<Name>>> };

/** One person with both accounts, as cards name people. */
export const maya = { name: "Maya Lindqvist", slack: "U09MAYA0001", lark: undefined };
export const jonas = {
  name: "Jonas Weber",
  slack: "U09JONAS001",
  lark: "ou_5d1f0c3ab7e94426a1c8e07b9d3f6a21",
};
export const priya = { name: "Priya Shah", slack: "U09PRIYA001", lark: undefined };
export const xiaowen = { name: "林晓雯", slack: undefined, lark: "ou_8f27c1d94be04a6f92d3a5b1c7e60f48" };

/** The Lark accounts that exist where the samples are shown. */
export const LARK_PEOPLE: readonly string[] = [jonas.lark, xiaowen.lark];

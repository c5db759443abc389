/** Briefs in two languages as people see them: the card's data, the message to pass on, and their words. */
import { z } from "zod";
import type { WordingAdvice } from "../../domain/ad-law.ts";
import { PersonRefData } from "./common.ts";

const Named = z.object({ id: z.string(), name: z.string() });

/** The sections of a brief in their order; those in `TYPED_SECTIONS` hold what people wrote. */
const BRIEF_SECTIONS = [
  "background",
  "goal",
  "key-points",
  "must",
  "must-not",
  "latitude",
  "format",
  "engagement",
  "disclosure",
  "timeline",
  "usage-rights",
] as const;
export type BriefSectionId = (typeof BRIEF_SECTIONS)[number];

export const TYPED_SECTIONS = ["background", "goal", "key-points", "must", "must-not"] as const;
export type TypedSectionId = (typeof TYPED_SECTIONS)[number];

/** Both texts with one point a line; "" where nobody gave one: nothing is translated. */
const Section = z.object({ id: z.enum(BRIEF_SECTIONS), en: z.string(), zh: z.string() });

const Language = z.enum(["en", "zh"]);
const SectionId = z.enum(BRIEF_SECTIONS);

/** What to look at before the brief goes on; the words are the reader's. */
export const BriefAdvice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("missing"), section: SectionId, languages: z.array(Language) }),
  z.object({ kind: z.literal("numbers-differ"), section: SectionId, numbers: z.array(z.number()) }),
  z.object({ kind: z.literal("script"), section: SectionId, length: z.int(), limit: z.int() }),
  z.object({
    kind: z.literal("wording"),
    section: SectionId,
    word: z.string(),
    severity: z.enum(["high", "medium", "low"]),
    advice: z.custom<WordingAdvice>((value) => typeof value === "string"),
  }),
  /** `until` is the last safe or the last possible day for a brief, YYYY-MM-DD */
  z.object({ kind: z.literal("late"), severity: z.enum(["warning", "error"]), until: z.string() }),
  z.object({ kind: z.literal("no-date") }),
  z.object({ kind: z.literal("calendar-unknown"), year: z.int() }),
]);

/** What is kept of a brief: what was sent stays as it was. */
export const BriefContentData = z.object({
  brand: z.string(),
  product: z.string(),
  sections: z.array(Section),
  /** instants in UTC and the zones in which they are told, the creator's first */
  dates: z.object({ postAt: z.string(), draftDueAt: z.string(), zones: z.array(z.string()) }).nullable(),
  advice: z.array(BriefAdvice),
  /** a section that a brief needs has no text in either language: there is no file yet */
  incomplete: z.boolean(),
  /** against the version before; null for the first */
  changed: z.array(z.enum([...BRIEF_SECTIONS, "product"])).nullable(),
});

export const BriefCardData = z.object({
  id: z.string(),
  version: z.int(),
  /** the newest version: the card of an older one has no buttons */
  newest: z.int(),
  campaign: Named,
  creator: Named,
  content: BriefContentData,
  createdBy: PersonRefData,
  createdAt: z.string(),
});

/** `zh` is what the creator reads, `en` says the same to who cannot read it. */
export const BriefRelayData = z.object({
  creator: z.string(),
  campaign: z.string(),
  version: z.int(),
  en: z.string(),
  zh: z.string(),
});

export interface BriefMessages {
  summary: string;
  relaySummary: string;
  form: { title: string; submit: string; onePerLine: string };
  fields: {
    creator: string;
    campaign: string;
    product: string;
    background: string;
    backgroundZh: string;
    goal: string;
    goalZh: string;
    points: string;
    pointsZh: string;
    must: string;
    mustZh: string;
    mustNot: string;
    mustNotZh: string;
    brief: string;
  };
  title(creator: string, version: number): string;
  titleIncomplete(creator: string): string;
  sections: Readonly<Record<BriefSectionId, string>>;
  product: string;
  posting: string;
  draftDue: string;
  noDate: string;
  disclosure: string;
  reported: string;
  changed(version: number, sections: string): string;
  unchanged(version: number): string;
  advice: {
    title: string;
    none: string;
    missing: Readonly<Record<"en" | "zh" | "both", (section: string) => string>>;
    numbersDiffer(section: string, numbers: string): string;
    script(section: string, length: string, limit: string): string;
    wording(section: string, severity: string, word: string, advice: string): string;
    more(count: string): string;
    late: Readonly<Record<"warning" | "error", (until: string) => string>>;
    noDate: string;
    calendarUnknown(year: number): string;
  };
  texts: string;
  shortened: string;
  incomplete: string;
  complete: string;
  edit: string;
  relay: string;
  submitDraft: string;
  replaced(newest: number): string;
  madeBy(name: string, at: string): string;
  notGiven: Readonly<Record<"en" | "zh", string>>;
  file: {
    name(creator: string, version: number): string;
    text(creator: string, version: number): string;
    title(creator: string, product: string): string;
    footer(version: number, date: string): string;
  };
  /** the texts of this language in every brief; one point a line */
  fixed: {
    latitude: string;
    format: string;
    /** by category; "other" for the rest */
    questions: Readonly<Record<string, string>> & { readonly other: string };
    engagement(question: string): string;
    disclosure: string;
    posting(times: string): string;
    draftDue(times: string): string;
    noDate: string;
    usageRights: string;
  };
  relayTitle(creator: string): string;
  relayIntro: string;
  relayMeaning: string;
  relayText(about: {
    creator: string;
    product: string;
    version: number;
    posting: string | null;
    draftDue: string | null;
  }): string;
}

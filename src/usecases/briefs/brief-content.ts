/** What a brief says: what people typed, the team's standing texts in both languages, the dates, and what to look at. */
import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import {
  type BriefAdvice,
  BriefContentData,
  type BriefSectionId,
  TYPED_SECTIONS,
  type TypedSectionId,
} from "../../chat/features/brief.ts";
import type { Messages } from "../../chat/messages.ts";
import type { Language } from "../../chat/people.ts";
import { createReading } from "../../chat/reading.ts";
import { checkBrief } from "../../domain/brief.ts";
import { categoriesIn } from "../../domain/categories.ts";
import { briefDeadlines, planWarnings } from "../../domain/waves.ts";
import { addWorkingDays, instantAt } from "../../domain/working-time.ts";
import type { Campaign } from "../../store/campaigns.ts";
import type { Bilingual } from "../../store/schema/campaigns.ts";
import type { Slot } from "../../store/slots.ts";

export type BriefContent = z.output<typeof BriefContentData>;
type Advice = z.output<typeof BriefAdvice>;
type Section = BriefContent["sections"][number];

/** [A] Leaves three days of review and up to seven of final approval. source: rules D3, D4 */
const DRAFT_DUE_WORKING_DAYS = -7;
/** [A] The end of a working day */
const DRAFT_DUE_TIME = "18:00";

export interface BriefMaterial {
  campaign: Campaign;
  product: string;
  texts: Readonly<Record<TypedSectionId, Bilingual>>;
  slot: Slot | undefined;
  /** where the brand side sits */
  brandZone: string;
  now: Temporal.Instant;
  messages: Readonly<Record<Language, Messages>>;
}

/** @param before the version before, for what changed */
export function briefContent(material: BriefMaterial, before: BriefContent | undefined): BriefContent {
  const { campaign, product } = material;
  const dates = datesOf(material);
  const sections = sectionsOf(material, dates);
  const problems = adviceOn(material, sections);
  return {
    brand: campaign.brand,
    product,
    sections,
    dates,
    advice: [...problems, ...adviceOnDates(material)],
    incomplete: problems.some((problem) => problem.kind === "missing" && problem.languages.length === 2),
    changed: before === undefined ? null : changes(before, { product, sections }),
  };
}

/** Reads content that was kept. */
export function keptContent(stored: unknown): BriefContent {
  return BriefContentData.parse(stored);
}

function datesOf({ slot, brandZone }: BriefMaterial): BriefContent["dates"] {
  if (slot === undefined) return null;
  const { date } = addWorkingDays(Temporal.PlainDate.from(slot.postOn), DRAFT_DUE_WORKING_DAYS);
  return {
    postAt: instantAt(slot.postOn, slot.postTime, slot.zone).toString(),
    draftDueAt: instantAt(date.toString(), DRAFT_DUE_TIME, slot.zone).toString(),
    zones: [...new Set([slot.zone, brandZone])],
  };
}

/** Sections that nobody wrote and no brief needs are left out. */
function sectionsOf(material: BriefMaterial, dates: BriefContent["dates"]): Section[] {
  const fixed = { en: fixedTexts(material, dates, "en"), zh: fixedTexts(material, dates, "zh-CN") };
  const written = TYPED_SECTIONS.map((id): Section => {
    const { en = "", zh = "" } = material.texts[id];
    return { id, en: en.trim(), zh: zh.trim() };
  }).filter(({ id, en, zh }) => (id !== "background" && id !== "must-not") || `${en}${zh}` !== "");
  return [
    ...written,
    ...Object.keys(fixed.en).map((id): Section => {
      const key = id as FixedSectionId;
      return { id: key, en: fixed.en[key], zh: fixed.zh[key] };
    }),
  ];
}

type FixedSectionId = Exclude<BriefSectionId, TypedSectionId>;

/** source: rules B5, B6, B7, B8, E1, E5, E7, G2 */
function fixedTexts(
  { campaign, messages }: BriefMaterial,
  dates: BriefContent["dates"],
  language: Language,
): Record<FixedSectionId, string> {
  const { fixed } = messages[language].brief;
  const [category = ""] = categoriesIn(campaign.category);
  return {
    latitude: fixed.latitude,
    format: fixed.format,
    engagement: fixed.engagement(fixed.questions[category] ?? fixed.questions.other),
    disclosure: fixed.disclosure,
    timeline:
      dates === null
        ? fixed.noDate
        : [
            fixed.draftDue(timesIn(dates.draftDueAt, dates.zones, language, messages)),
            fixed.posting(timesIn(dates.postAt, dates.zones, language, messages)),
          ].join("\n"),
    "usage-rights": fixed.usageRights,
  };
}

/** One instant as the clocks of all places show it. */
function timesIn(
  at: string,
  zones: readonly string[],
  language: Language,
  messages: BriefMaterial["messages"],
): string {
  const reading = createReading(language, zones[0] ?? "UTC", messages[language]);
  return zones.map((zone) => reading.timeIn(at, zone)).join(" / ");
}

function adviceOn({ campaign }: BriefMaterial, sections: readonly Section[]): Advice[] {
  const problems = checkBrief({ category: campaign.category, sections });
  const missing = new Map<BriefSectionId, ("en" | "zh")[]>();
  const advice: Advice[] = [];
  for (const problem of problems) {
    const section = problem.section as BriefSectionId;
    if (problem.kind === "missing") {
      missing.set(section, [...(missing.get(section) ?? []), problem.language]);
    } else if (problem.kind === "numbers-differ") {
      advice.push({ kind: problem.kind, section, numbers: problem.numbers });
    } else if (problem.kind === "script") {
      advice.push({ kind: problem.kind, section, length: problem.length, limit: problem.limit });
    } else if (section !== "must-not") {
      // what must not be said has to be named there
      const { word, severity, advice: what } = problem.finding;
      advice.push({ kind: "wording", section, word, severity, advice: what });
    }
  }
  return [
    ...[...missing].map(([section, languages]): Advice => ({ kind: "missing", section, languages })),
    ...halfWritten(sections, missing),
    ...advice,
  ];
}

/** Sections that no brief needs, written in one language only. */
function halfWritten(sections: readonly Section[], known: ReadonlyMap<BriefSectionId, unknown>): Advice[] {
  return sections.flatMap(({ id, en, zh }): Advice[] => {
    if (known.has(id) || (en !== "" && zh !== "")) return [];
    return [{ kind: "missing", section: id, languages: [en === "" ? "en" : "zh"] }];
  });
}

function adviceOnDates({ slot, now }: BriefMaterial): Advice[] {
  if (slot === undefined) return [{ kind: "no-date" }];
  const postOn = Temporal.PlainDate.from(slot.postOn);
  const briefOn = now.toZonedDateTimeISO(slot.zone).toPlainDate();
  const { safeUntil, possibleUntil } = briefDeadlines(postOn);
  const late = planWarnings({ posts: [{ postOn, briefOn }], hasKpi: true }).map(
    ({ severity }): Advice => ({
      kind: "late",
      severity,
      until: (severity === "error" ? possibleUntil : safeUntil).toString(),
    }),
  );
  const { calendar } = addWorkingDays(postOn, DRAFT_DUE_WORKING_DAYS);
  return calendar === "official" ? late : [...late, { kind: "calendar-unknown", year: postOn.year }];
}

/** What is different now: sections that were added, changed or taken out, and the product. */
function changes(
  before: Pick<BriefContent, "product" | "sections">,
  now: Pick<BriefContent, "product" | "sections">,
): NonNullable<BriefContent["changed"]> {
  const textOf = (sections: readonly Section[], id: BriefSectionId) => {
    const section = sections.find((one) => one.id === id);
    return section === undefined ? "" : `${section.en}\u0000${section.zh}`;
  };
  const ids = new Set([...now.sections, ...before.sections].map(({ id }) => id));
  const changed = [...ids].filter((id) => textOf(before.sections, id) !== textOf(now.sections, id));
  return before.product === now.product ? changed : ["product", ...changed];
}

/** What a bilingual brief must hold, and where its two languages disagree. */
import { checkWording, type WordingFinding } from "./ad-law.ts";
import { numbersIn } from "./numbers.ts";

/** Sections that a brief cannot go out without, and the rule that wants each. */
const REQUIRED = {
  goal: "B1",
  "key-points": "B1",
  must: "B2",
  latitude: "B2",
  format: "B1",
  timeline: "B1",
  disclosure: "X11",
  "usage-rights": "X10",
} as const;

type RequiredSection = keyof typeof REQUIRED;

type BriefLanguage = "en" | "zh";

/** A section in both languages; ids outside the required ones are welcome and checked as well. */
export interface BriefSection {
  id: string;
  en: string;
  zh: string;
}

/**
 * - "missing": the section is empty or absent in a language
 * - "numbers-differ": numbers that only one language has, ascending
 * - "script": characters meant to be said word for word, and how many are fine
 * - "wording": advice on one phrase
 */
export type BriefProblem =
  | { kind: "missing"; section: RequiredSection; language: BriefLanguage; rule: string }
  | { kind: "numbers-differ"; section: string; numbers: number[] }
  | { kind: "script"; section: string; language: BriefLanguage; length: number; limit: number }
  | { kind: "wording"; section: string; language: BriefLanguage; finding: WordingFinding };

const LANGUAGES = ["en", "zh"] as const;

/** [A] A tag line may be quoted, a script may not (source: rules B5). Chinese needs about half the characters. */
const SCRIPT_LIMITS: Readonly<Record<BriefLanguage, number>> = { en: 240, zh: 120 };

/** Numbers that one language has and the other has not, ascending; one that occurs twice must occur twice in both. */
export function languageDifferences(en: string, zh: string): number[] {
  const surplus = numbersIn(zh);
  const lacking: number[] = [];
  for (const number of numbersIn(en)) {
    const place = surplus.indexOf(number);
    if (place === -1) lacking.push(number);
    else surplus.splice(place, 1);
  }
  return [...lacking, ...surplus].sort((a, b) => a - b);
}

/** How many characters stand between quotation marks: words the creator is meant to repeat. source: rules B5 */
export function verbatimLength(text: string): number {
  const quotes = text.matchAll(/“([^”]*)”|「([^」]*)」|『([^』]*)』|"([^"\n]*)"/gu);
  return [...quotes].reduce((sum, match) => sum + match.slice(1).join("").length, 0);
}

function missing(sections: readonly BriefSection[]): BriefProblem[] {
  return (Object.keys(REQUIRED) as RequiredSection[]).flatMap((id) => {
    const section = sections.find((one) => one.id === id);
    return LANGUAGES.filter((language) => !section?.[language].trim()).map((language) => ({
      kind: "missing" as const,
      section: id,
      language,
      rule: REQUIRED[id],
    }));
  });
}

function differences({ id, en, zh }: BriefSection): BriefProblem[] {
  // a language that is missing altogether is reported as such, not as all its numbers
  if (!en.trim() || !zh.trim()) return [];
  const numbers = languageDifferences(en, zh);
  return numbers.length > 0 ? [{ kind: "numbers-differ", section: id, numbers }] : [];
}

function scripts(section: BriefSection): BriefProblem[] {
  return LANGUAGES.flatMap((language) => {
    const length = verbatimLength(section[language]);
    const limit = SCRIPT_LIMITS[language];
    return length > limit ? [{ kind: "script" as const, section: section.id, language, length, limit }] : [];
  });
}

function wording(section: BriefSection, category: string): BriefProblem[] {
  return LANGUAGES.flatMap((language) =>
    checkWording(section[language], category).map((finding) => ({
      kind: "wording" as const,
      section: section.id,
      language,
      finding,
    })),
  );
}

/**
 * Everything to look at before a brief goes out; an empty list means nothing was found. All of it is advice except
 * "missing". source: rules B1, B2, B5, X10, X11, E5, E6, E9
 *
 * @param category the campaign's category, for the wording
 */
export function checkBrief(brief: { category: string; sections: readonly BriefSection[] }): BriefProblem[] {
  return [
    ...missing(brief.sections),
    ...brief.sections.flatMap((section) => [
      ...differences(section),
      ...scripts(section),
      ...wording(section, brief.category),
    ]),
  ];
}

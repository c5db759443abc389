/** Schemas for what people type: text in, a value of the trade out, or a problem with a name. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { parseAges } from "../domain/audience.ts";
import type { Shares } from "../domain/creator-facts.ts";
import { type Parsed, parseCount, parseMoney, parseRating, parseShare } from "../domain/numbers.ts";
import { parseSplit } from "../domain/payments.ts";
import { parseAgeShares, parseRegionShares } from "../domain/typed-shares.ts";
import type { InputProblem } from "./features/common.ts";
import { FileRefData } from "./features/import.ts";
import type { LANGUAGES } from "./people.ts";

const MAX_WORDS = 200;
/** fits whole on the smaller of the two platforms' cards, in Chinese */
const MAX_TEXT = 5_000;
/** what a link on a card may hold on both platforms */
const MAX_LINK = 2_000;

/** Wraps a domain parser, so that its problem reaches the person who typed. */
function parsed<T>(parse: (text: string) => Parsed<T>) {
  return z.string().transform((value, context) => {
    const result = parse(value.trim());
    if (result.ok) return result.value;
    return refuse(context, result.problem);
  });
}

function refuse(context: z.core.$RefinementCtx, problem: InputProblem): never {
  context.issues.push({ code: "custom", input: context.value, params: { problem } });
  return z.NEVER;
}

/** `82k`, `8.2万`: a whole number */
export const CountInput = parsed(parseCount);
/** `52%`: a fraction 0..1 */
export const ShareInput = parsed(parseShare);
/** `3000`, `0.3万`, `USD 500`: CNY unless a currency is named */
export const MoneyInput = parsed((text) => parseMoney(text));
/** 1 to 5 */
export const RatingInput = parsed(parseRating);
/** `50/50`: shares that add up to 100 */
export const SplitInput = parsed(parseSplit);

/** A name or a short phrase. */
export const WordsInput = boundedText(MAX_WORDS);
/** An amount as typed: which currency it means without a name is for the campaign to say. */
export const AmountInput = WordsInput.superRefine((typed, context) => {
  const read = parseMoney(typed);
  const problem = read.ok ? (read.value.amount <= 0 ? "not-a-number" : undefined) : read.problem;
  if (problem !== undefined) context.addIssue({ code: "custom", params: { problem } });
});
/** A longer text, such as a draft. */
export const TextInput = boundedText(MAX_TEXT);

/** `18-34`, `35+`: ages in whole years; answers them in one form */
export const AgesInput = z.string().transform((value, context) => {
  const ages = parseAges(value);
  if (ages === undefined || (ages.to !== undefined && ages.to < ages.from)) return refuse(context, "wrong");
  return ages.to === undefined ? `${ages.from}+` : `${ages.from}-${ages.to}`;
});

/** `18-24:40%,25-34:35%` */
export const AgeSharesInput = sharesInput(parseAgeShares);
/** `上海:17.4%,北京:15.2%` */
export const RegionSharesInput = sharesInput(parseRegionShares);

/** `上海、北京`: one or more names */
export const NamesInput = WordsInput.transform((value, context) => {
  const names = value.split(/[、,，;；/|]/u).map((name) => name.trim());
  const given = names.filter((name) => name !== "");
  return given.length === 0 ? refuse(context, "missing") : given;
});

/** A `FileRef` as JSON: all inputs of commands are texts. */
export const FileInput = z.string().transform((value) => FileRefData.parse(JSON.parse(value)));

/** An opaque id that a button carries. */
export const IdInput = z.string().min(1).max(80);

/** A whole number that a button carries, such as a version. */
export const WholeInput = z.string().transform((value, context) => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : refuse(context, "not-a-number");
});

/** `2026-12-08`, `2026/12/8`, `2026年12月8日`; answers `YYYY-MM-DD` */
export const DateInput = z.string().transform((value, context) => {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(
    value.normalize("NFKC").trim(),
  );
  if (match === null) return refuse(context, "not-a-date");
  try {
    return Temporal.PlainDate.from(
      { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) },
      { overflow: "reject" },
    ).toString();
  } catch {
    return refuse(context, "not-a-date");
  }
});

/** `20:00`, `8pm` is not; answers `HH:MM` */
export const TimeInput = z.string().transform((value, context) => {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/u.exec(value.normalize("NFKC").trim());
  if (match === null) return refuse(context, "not-a-time");
  return `${(match[1] ?? "").padStart(2, "0")}:${match[2]}`;
});

/** An IANA zone such as `Asia/Shanghai`. */
export const ZoneInput = z.string().transform((value, context) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value.trim() }).resolvedOptions().timeZone;
  } catch {
    return refuse(context, "not-a-zone");
  }
});

export const EmailInput = z.string().transform((value, context) => {
  const email = value.trim().toLowerCase();
  return z.email().safeParse(email).success ? email : refuse(context, "not-an-email");
});

/** An address on the web; what the reader sees is the address itself. */
export const LinkInput = z.string().transform((value, context) => {
  const link = value.trim();
  if (link.length > MAX_LINK) return refuse(context, "too-long");
  return /^https?:\/\/\S+$/u.test(link) && URL.canParse(link) ? link : refuse(context, "not-a-link");
});

const LANGUAGE_WORDS: Readonly<Record<string, (typeof LANGUAGES)[number]>> = {
  en: "en",
  english: "en",
  英文: "en",
  英语: "en",
  zh: "zh-CN",
  "zh-cn": "zh-CN",
  chinese: "zh-CN",
  中文: "zh-CN",
};
export const LanguageInput = choiceOf(LANGUAGE_WORDS);

/**
 * One of a closed list of values.
 * @param words what a person may type (lower case) -> the value
 */
export function choiceOf<T extends string>(words: Readonly<Record<string, T>>) {
  return z.string().transform((value, context) => {
    const choice = words[value.normalize("NFKC").trim().toLowerCase()];
    return choice ?? refuse(context, "not-a-choice");
  });
}

function sharesInput(parse: (text: string) => Shares | undefined) {
  return z
    .string()
    .max(MAX_WORDS)
    .transform((value, context) => parse(value) ?? refuse(context, "not-shares"));
}

function boundedText(max: number) {
  return z.string().transform((value, context) => {
    const text = value.trim();
    if (text === "") return refuse(context, "missing");
    return text.length > max ? refuse(context, "too-long") : text;
  });
}

/** Red flags on a scorecard: what was found with its evidence, what a person set aside, what could not be checked. */
import type { z } from "zod";
import { bold, line, list, type Part } from "../src/chat/card.ts";
import type { VetCardData } from "../src/chat/features/vet.ts";
import type { Reading } from "../src/chat/reading.ts";
import { HEALTH_GRADES } from "../src/domain/flag-limits.ts";
import type { EvidenceName, FlagId, InputId, RedFlag } from "../src/domain/flag-types.ts";
import { money } from "../src/domain/money.ts";

type Data = z.output<typeof VetCardData>;

/** The flags that nobody set aside: only these colour the card. */
export function standingFlags({ report, overruled = [] }: Data): RedFlag[] {
  return report.flags.filter(({ id }) => !overruled.some(({ flag }) => flag === id));
}

const SEVERITIES = ["high", "medium", "low"] as const;

/** What speaks loudly against the creator, the worst first; the numbers are in the evidence. */
export function redFlags(data: Data, r: Reading): Part[] {
  const { vet, common } = r.m;
  const standing = standingFlags(data);
  const lines = SEVERITIES.flatMap((severity) => {
    const names = standing.filter((flag) => flag.severity === severity).map(({ id }) => vet.flagNames[id]);
    return names.length === 0 ? [] : [common.labelled(vet.severities[severity], names.join(" · "))];
  });
  return lines.length === 0 ? [] : [line(bold(vet.flags)), list(lines)];
}

/** Every flag that was found, those set aside last and with who did so and why. */
export function flagLines(data: Data, r: Reading): string[] {
  const { vet } = r.m;
  const standing = standingFlags(data).map((flag) => flagLine(flag, r));
  const overruled = (data.overruled ?? []).flatMap(({ flag, by, reason }) => {
    const found = data.report.flags.find(({ id }) => id === flag);
    return found === undefined ? [] : [vet.overruledLine(flagLine(found, r), by.name, reason)];
  });
  const lines = [...standing, ...overruled];
  return lines.length === 0 ? [vet.noFlags] : lines;
}

/** What to bring, with the checks that it would let be made: those that open most first. */
export function uncheckedLines({ report }: Data, r: Reading): string[] {
  const { vet } = r.m;
  const byNeeds = new Map<string, { needs: readonly InputId[]; flags: FlagId[] }>();
  for (const { id, needs } of report.unchecked) {
    const key = needs.toSorted().join(" ");
    const group = byNeeds.get(key) ?? { needs, flags: [] };
    byNeeds.set(key, group);
    group.flags.push(id);
  }
  return [...byNeeds.values()]
    .sort((a, b) => b.flags.length - a.flags.length)
    .map(({ needs, flags }) =>
      vet.notCheckedLine(
        needs.map((need) => vet.inputs[need]),
        r.m.common.listed(flags.map((id) => vet.flagNames[id])),
      ),
    );
}

function flagLine(flag: RedFlag, r: Reading): string {
  const { vet } = r.m;
  const said = vet.flagLine({
    severity: vet.severities[flag.severity],
    name: vet.flagNames[flag.id],
    // the rules without a number have only their name
    rule: /^F\d+$/u.test(flag.id) ? flag.id : null,
    observed: isYesOrNo(flag.id) ? null : flagValue(flag.id, flag.observed, r),
    threshold:
      isYesOrNo(flag.id) || flag.id === "health-grade" ? null : flagValue(flag.id, flag.threshold, r),
  });
  const details = [...evidence(flag, r), ...trust(flag, r)];
  return details.length === 0 ? said : `${said}${r.m.common.inBrackets(r.m.common.listed(details))}`;
}

/** The numbers behind a finding that are not the observed one itself. */
function evidence({ id, evidence: numbers, observed }: RedFlag, r: Reading): string[] {
  return Object.entries(numbers)
    .filter(([, value]) => isYesOrNo(id) || value !== observed)
    .map(([name, value]) => {
      const evidenceName = name as EvidenceName;
      return `${r.m.vet.evidenceNames[evidenceName]} ${evidenceValue(evidenceName, value, r)}`;
    });
}

/** Where a value comes from, how far it is trusted and how old it is, in this order everywhere. */
export function trust(
  { from, confidence, ageDays }: Pick<RedFlag, "from" | "confidence" | "ageDays">,
  r: Reading,
): string[] {
  const { vet } = r.m;
  return [
    ...(from === undefined ? [] : [vet.sources[from], vet.age(ageDays ?? null)]),
    ...(confidence === undefined ? [] : [vet.confidences[confidence]]),
  ];
}

/** Where the details of a list are all the same they are said once, above it; undefined where they differ. */
export function commonTrust(details: readonly (readonly string[])[], r: Reading): string | undefined {
  const { listed } = r.m.common;
  const [first, ...rest] = details.map(listed);
  const isShared = first !== undefined && first !== "" && rest.length > 0;
  return isShared && rest.every((one) => one === first) ? r.m.vet.allFrom(first) : undefined;
}

/** Findings whose name says all: two numbers or a mark, and no limit between. */
function isYesOrNo(id: FlagId): boolean {
  return id === "F5" || id === "F8" || id === "F9" || id === "low-activity" || id === "impossible-numbers";
}

/** A flag's number in its own unit: shares, yuan, days, grades, or counts. */
function flagValue(id: FlagId, value: number, r: Reading): string {
  switch (id) {
    case "F4":
      return r.money(money(Math.round(value), "CNY"));
    case "F1":
      return value < 1 ? r.share(value) : r.count(value);
    case "F7":
      return r.m.vet.days(value);
    case "health-grade":
      return gradeName(value, r);
    case "F5":
    case "F8":
    case "F9":
    case "low-activity":
    case "impossible-numbers":
      return r.number(value);
    case "F2":
    case "F3":
    case "F6":
    case "F10":
      return r.share(value);
  }
}

function gradeName(value: number, r: Reading): string {
  const { grades } = r.m.vet;
  if (value === HEALTH_GRADES.abnormal) return grades.abnormal;
  return value === HEALTH_GRADES.ordinary ? grades.ordinary : grades.excellent;
}

function evidenceValue(name: EvidenceName, value: number, r: Reading): string {
  switch (name) {
    case "quote":
    case "marketLow":
      return r.money(money(Math.round(value), "CNY"));
    case "longestSilenceDays":
      return r.m.vet.days(value);
    case "genericCommentShare":
    case "femaleShare":
    case "categoryShare":
    case "gained30dShare":
      return r.share(value);
    case "followers":
    case "gained":
    case "interactions":
    case "reads":
    case "likes":
    case "comments":
    case "commentsRead":
    case "brandWorks":
      return r.count(value);
  }
}

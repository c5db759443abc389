/** The dimensions of several creators in one picture; what is not known of everybody drawn is named, not drawn as zero. */
import type { z } from "zod";
import { type Chart, note, type Part } from "../src/chat/card.ts";
import type { VetCompareData } from "../src/chat/features/compare.ts";
import type { Reading } from "../src/chat/reading.ts";

type Data = z.output<typeof VetCompareData>;
type Creator = Data["creators"][number];

/** Fewer corners make no radar. */
const CORNERS = 3;
/** What a platform takes as the name of a series. */
const LONGEST_NAME = 20;

/** Without a score a picture would look like a verdict, so those creators are named beside it. */
export function compareChart({ creators }: Data, r: Reading): Part[] {
  const { compare, common, vet } = r.m;
  const drawn = creators.filter(({ score }) => score !== null);
  const ids = creators[0]?.dimensions.map(({ id }) => id) ?? [];
  const known = ids.filter((id) => drawn.every((creator) => shareOf(creator, id) !== null));
  const others = creators.filter(({ score }) => score === null).map(({ name }) => name);
  const notDrawn = others.length === 0 ? [] : [note(compare.notDrawnCreators(common.listed(others)))];
  if (drawn.length < 2 || known.length === 0) return notDrawn;
  const names = shortNames(drawn.map(({ name }) => name));
  const chart: Chart = {
    kind: "chart",
    title: compare.chart,
    alt: compare.chartAlt(common.listed(drawn.map(({ name }) => name))),
    shape: known.length < CORNERS ? "bar" : "radar",
    categories: known.map((id) => vet.dimensions[id]),
    max: 100,
    series: drawn.map((creator, index) => ({
      name: names[index] ?? "",
      values: known.map((id) => shareOf(creator, id) ?? 0),
    })),
  };
  const unknown = ids.filter((id) => !known.includes(id)).map((id) => vet.dimensions[id]);
  return [
    chart,
    ...(unknown.length === 0 ? [] : [note(compare.notDrawn(common.listed(unknown)))]),
    ...notDrawn,
  ];
}

function shareOf({ dimensions }: Creator, id: Creator["dimensions"][number]["id"]): number | null {
  return dimensions.find((dimension) => dimension.id === id)?.share ?? null;
}

/** Short enough for a legend and still different from each other. */
function shortNames(names: readonly string[]): string[] {
  const short = names.map((name) => (name.length <= LONGEST_NAME ? name : `${cut(name, LONGEST_NAME - 1)}…`));
  return short.map((name, index) => {
    const isFirst = short.indexOf(name) === index;
    return isFirst ? name : `${cut(name, LONGEST_NAME - 2)} ${index + 1}`;
  });
}

/** Never through the middle of a sign. */
function cut(text: string, length: number): string {
  let kept = "";
  for (const sign of text) {
    if (kept.length + sign.length > length) break;
    kept += sign;
  }
  return kept;
}

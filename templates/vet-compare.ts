/** Creators side by side: who leads and who costs least first, then the picture and a table with a column for each. */
import type { z } from "zod";
import { actions, button, type Card, call, line, note, type Part } from "../src/chat/card.ts";
import { VetCompareData } from "../src/chat/features/compare.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { compareChart } from "./compare-chart.ts";
import { compareTable } from "./compare-table.ts";

type Data = z.output<typeof VetCompareData>;

export const vetCompare = defineTemplate({
  data: VetCompareData,
  render: (data, r): Card => {
    const words = r.m.compare;
    const title = words.title(r.number(data.creators.length));
    const best = highest(data, r);
    const cheapest = cheapestText(data, r);
    return {
      title,
      tone: "info",
      summary: [title, best, cheapest].join(" · "),
      body: [
        line(best),
        line(cheapest),
        ...compareChart(data, r),
        compareTable(data, title, r),
        ...openers(data, r),
        note(words.percentileNote),
        note(words.basis(data.campaign?.name ?? null, r.m.vet.schemes[data.scheme], data.rules)),
      ],
    };
  },
});

function highest({ creators }: Data, r: Reading): string {
  const { compare, common } = r.m;
  const scores = creators.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length === 0) return compare.noScores;
  const best = Math.max(...scores);
  const names = creators.filter(({ score }) => score === best).map(({ name }) => name);
  return compare.highest(common.listed(names), r.number(best, 1));
}

function cheapestText({ creators, cheapest }: Data, r: Reading): string {
  const { compare, common } = r.m;
  if (typeof cheapest === "string") return compare.noCheapest[cheapest];
  const named = (places: readonly number[]) =>
    common.listed(places.flatMap((place) => creators[place]?.name ?? []));
  const first = creators[cheapest.cheapest[0] ?? -1];
  const cost =
    first?.perInteraction == null || first.allIn === null
      ? common.unknown
      : r.cost(first.perInteraction, first.allIn.currency);
  const said = compare.cheapest(named(cheapest.cheapest), cost);
  if (cheapest.unknown.length === 0) return said;
  return `${said}${common.inBrackets(compare.costUnknown(named(cheapest.unknown)))}`;
}

/** From the comparison to each one's scorecard. */
function openers({ creators }: Data, r: Reading): Part[] {
  const vetted = creators.flatMap(({ name, vettingId }) =>
    vettingId === null ? [] : [button(r.m.compare.openOne(name), call("vet show", { vetting: vettingId }))],
  );
  return vetted.length === 0 ? [] : [actions(...vetted)];
}

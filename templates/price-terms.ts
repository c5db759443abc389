/** The cost with one side's own terms, to whoever gave them in a group. */
import { facts, note } from "../src/chat/card.ts";
import { PriceTermsData } from "../src/chat/features/price.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { costLine } from "./vet-price.ts";

const FORMATS = ["image", "video"] as const;

export const priceTerms = defineTemplate({
  data: PriceTermsData,
  render: ({ creator, costs }, r) => {
    const words = r.m.price.terms;
    const title = words.title(creator);
    const rows = FORMATS.flatMap((format): [string, string][] => {
      const cost = costs[format];
      return cost === undefined ? [] : [[words.costs[format], costLine(cost, r)]];
    });
    return {
      title,
      tone: "neutral",
      summary: [title, ...rows.map(([name, cost]) => r.m.common.labelled(name, cost))].join(" · "),
      body: [facts(rows), note(words.onlyYou)],
    };
  },
});

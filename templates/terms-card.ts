/** A campaign's terms, as far as the reader's side may see them. */
import { facts, line, note, type Part } from "../src/chat/card.ts";
import { TermsCardData } from "../src/chat/features/list.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { sumsText } from "./list-spending.ts";

export const termsCard = defineTemplate({
  data: TermsCardData,
  render: ({ campaign, brand, own, changed }, r) => {
    const { terms } = r.m.list;
    const title = terms.title(campaign.name);
    const brandParts: Part[] =
      brand === null
        ? []
        : [
            facts([
              [terms.fields.budget, brand.budget === null ? terms.unset : r.moneySpan(brand.budget)],
              [terms.fields.ceiling, brand.ceiling === null ? terms.unset : r.moneySpan(brand.ceiling)],
              [terms.spent, sumsText(brand.spent, r)],
            ]),
            note(terms.brandOnly),
          ];
    const ownParts: Part[] =
      own === null
        ? []
        : [
            facts([[terms.margin(own.agency), own.margin === null ? terms.unset : r.share(own.margin)]]),
            note(terms.ownOnly),
          ];
    const body = [...brandParts, ...ownParts];
    return {
      title,
      tone: changed ? "good" : "info",
      summary: title,
      body: body.length === 0 ? [line(terms.nothing)] : body,
    };
  },
});

/** One creator: who they are and who handles them, every vetting, exclusivities, postings, quotes. */
import type { z } from "zod";
import {
  actions,
  type Button,
  bold,
  button,
  type Card,
  call,
  facts,
  fold,
  line,
  list,
  note,
  type Part,
  type Span,
  text,
} from "../src/chat/card.ts";
import { CreatorCardData } from "../src/chat/features/creator.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { scoreChart } from "./creator-chart.ts";
import { separateButton } from "./creator-separated.ts";
import { exclusivityText } from "./vet-changes.ts";

type Data = z.output<typeof CreatorCardData>;

/** More would crowd out the other buttons. */
const MERGED_SHOWN = 3;
export const creatorCard = defineTemplate({
  data: CreatorCardData,
  render: (data, r): Card => {
    const { card } = r.m.creator;
    const title = data.creator.name;
    return {
      title,
      tone: "info",
      summary: card.summary(title, r.number(data.history.length)),
      body: [
        facts(identity(data, r)),
        ...quotesPart(data, r),
        ...endedNote(data, r),
        ...exclusivities(data, r),
        ...history(data, r),
        ...scoreChart(data, r),
        ...postings(data, r),
        ...(data.forgotten ? [note(card.forgotten)] : [actions(...buttons(data, r))]),
      ],
    };
  },
});

function identity(data: Data, r: Reading): [string, Span[]][] {
  const { creator, contact, inCharge, delivery, quotes, merged, forgotten } = data;
  const { card } = r.m.creator;
  const { onTime, late, open } = delivery;
  const known = onTime + late + open > 0;
  const rows: [string, string][] = [
    [card.handle, creator.handle ?? creator.platformId ?? r.m.common.unknown],
    ...(merged.length === 0 || forgotten
      ? []
      : [
          [
            card.merged,
            merged.map(({ name, handle }) => (handle === null ? name : `${name} · ${handle}`)).join("\n"),
          ] as [string, string],
        ]),
    [card.inCharge, inCharge?.name ?? card.nobody],
    [
      card.contact,
      contact === null
        ? card.noContact
        : card.contactLine(contact.name, contact.mcn, r.number(contact.creators)),
    ],
    [
      card.delivery,
      known ? card.deliveryLine(r.number(onTime), r.number(onTime + late), r.number(open)) : card.noDelivery,
    ],
    ...(quotes.length === 0 ? [[card.quotes, card.noQuotes] as [string, string]] : []),
  ];
  return rows.map(([label, value]) => [label, [text(value)]]);
}

/** The newest first; the same price named twice in a day is said once. */
function quotesPart({ quotes, moreQuotes }: Data, r: Reading): Part[] {
  if (quotes.length === 0) return [];
  const { card } = r.m.creator;
  const lines = new Set(quotes.map((quote) => quoteText(quote, r)));
  const more = moreQuotes === 0 ? [] : [card.moreQuotes(r.number(moreQuotes))];
  return [line(bold(card.quotes)), list([...lines, ...more])];
}

function quoteText({ format, price, source, at, origin }: Data["quotes"][number], r: Reading): string {
  const { card } = r.m.creator;
  return r.m.common.listed([
    `${card.formats[format]} ${r.money(price)}`,
    origin === undefined
      ? r.m.vet.sources[source]
      : card.quoteOrigins[origin.kind](origin.campaign, origin.via),
    r.date(at.slice(0, 10)),
  ]);
}

function exclusivities({ exclusivities: all }: Data, r: Reading): Part[] {
  if (all.length === 0) return [];
  const { exclusivity, exclusivityStates } = r.m.creator;
  return [
    line(bold(exclusivity)),
    list(
      all.map((one) => `${exclusivityText(one, r)}${r.m.common.inBrackets(exclusivityStates[one.state])}`),
    ),
  ];
}

function endedNote({ ended }: Data, r: Reading): Part[] {
  if (ended === undefined) return [];
  return [line(r.m.creator.exclusivityEnded(exclusivityText(ended, r), ended.by.name, ended.reason))];
}

function history({ history: all }: Data, r: Reading): Part[] {
  const { card } = r.m.creator;
  if (all.length === 0) return [line(card.noHistory)];
  const { columns } = card;
  return [
    {
      kind: "table",
      caption: card.history,
      columns: [
        { title: columns.date, kind: "date" },
        { title: columns.score, kind: "number", format: { precision: 1 } },
        { title: columns.coverage, kind: "text" },
        { title: columns.campaign, kind: "text" },
        { title: columns.by, kind: "people" },
      ],
      rows: all.map(({ at, score, coverage, campaign, by }) => [
        { at, text: r.time(at) },
        score === null ? null : { value: score, text: r.number(score, 1) },
        r.share(coverage, 0),
        campaign,
        { people: [by] },
      ]),
    },
  ];
}

function postings({ postings: all }: Data, r: Reading): Part[] {
  if (all.length === 0) return [];
  const { card } = r.m.creator;
  const lines = all.map(({ campaign, postOn, state, rounds }) =>
    card.posting(campaign, r.date(postOn), card.states[state], rounds === null ? null : r.number(rounds)),
  );
  return [fold(card.postings, [list(lines)])];
}

function buttons({ creator, merged, exclusivities: terms }: Data, r: Reading): Button[] {
  const { again, card } = r.m.creator;
  const about = { creator: creator.id };
  const profile: Button[] =
    creator.link === null ? [] : [{ kind: "link", label: card.openProfile, url: creator.link }];
  return [
    button(again, call("vet numbers", about), { style: "primary" }),
    button(card.handOver, call("creator handover", about)),
    button(card.setContact, call("creator contact set", about)),
    button(card.setExclusivity, call("creator exclusive", about)),
    ...(terms.some(({ state }) => state !== "over")
      ? [button(card.endExclusivity, call("creator exclusive end", about))]
      : []),
    ...profile,
    ...merged.slice(0, MERGED_SHOWN).map((one) => separateButton(one, r)),
  ];
}

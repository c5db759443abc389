/** A campaign at a glance: its dates, its chats and how far its creators and drafts are. */
import type { z } from "zod";
import { actions, button, type Card, call, facts, note } from "../src/chat/card.ts";
import { CampaignCardData } from "../src/chat/features/campaign.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { categoriesIn } from "../src/domain/categories.ts";

type Data = z.output<typeof CampaignCardData>;

const STATES = ["in-review", "changes-requested", "approved", "withdrawn"] as const;

export const campaignCard = defineTemplate({
  data: CampaignCardData,
  render: (data, r): Card => {
    const words = r.m.campaign;
    const launch = r.date(data.launchOn);
    return {
      title: words.title(data.name, data.isNew),
      tone: data.isNew ? "good" : "info",
      summary: words.cardSummary(data.name, launch),
      body: [
        facts([
          [words.fields.brand, data.brand],
          [words.fields.product, data.product],
          [words.fields.category, categoryNames(data.category, r)],
          [words.fields.target, words.targets[data.target]],
          ...target(data, r),
          [words.launch, launch],
          ...data.waves.map(({ wave, from, to }): [string, string] => [
            words.waves[wave],
            words.span(r.date(from), r.date(to)),
          ]),
          [words.fields.scheme, r.m.vet.schemes[data.tierScheme]],
          [words.fields.currency, data.currency],
          [words.chats, chatNames(data, r)],
          [words.shortlisted, words.creators(r.number(data.shortlisted))],
          [words.drafts, draftCounts(data, r)],
        ]),
        actions(
          button(words.openShortlist, call("shortlist", { campaign: data.id })),
          button(words.submitDraft, call("draft", { campaign: data.id })),
        ),
        note(words.createdBy(data.createdBy.name, r.time(data.at))),
      ],
    };
  },
});

/** Ages and regions, where the campaign has any. */
function target({ ages, regions }: Data, r: Reading): [string, string][] {
  const { fields } = r.m.campaign;
  const rows: [string, string | null | undefined][] = [
    [fields.ages, ages],
    [fields.regions, regions],
  ];
  return rows.flatMap(([label, value]): [string, string][] => (value ? [[label, value]] : []));
}

/** A category outside the known ones stands as it was typed. */
function categoryNames(category: string, r: Reading): string {
  const names = categoriesIn(category).map((id) => r.m.campaign.categories[id]);
  return names.every((name) => name !== undefined) ? r.m.common.listed(names) : category;
}

function chatNames({ chats }: Data, r: Reading): string {
  const { labelled, listed, platforms } = r.m.common;
  const { notBound } = r.m.campaign;
  return listed([
    labelled(platforms.slack, chats.slack ?? notBound),
    labelled(platforms.lark, chats.lark ?? notBound),
  ]);
}

function draftCounts({ drafts }: Data, r: Reading): string {
  const words = r.m.campaign;
  const parts = STATES.filter((state) => drafts[state] > 0).map((state) =>
    words.draftCount(state, r.number(drafts[state])),
  );
  return parts.length === 0 ? words.noDrafts : r.m.common.listed(parts);
}

/** The message for the creator beside the brief, ready to be copied. */
import { divider, fold, line, type Part, text } from "../src/chat/card.ts";
import { BriefRelayData } from "../src/chat/features/brief.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const briefRelay = defineTemplate({
  data: BriefRelayData,
  render: ({ creator, campaign, en, zh }, r) => {
    const words = r.m.brief;
    const title = words.relayTitle(creator);
    const meaning: Part[] =
      r.language === "zh-CN" ? [] : [fold(words.relayMeaning, [{ kind: "text", spans: [text(en)] }])];
    return {
      title,
      tone: "info",
      summary: `${title} · ${campaign}`,
      // creators read Chinese, whoever passes it on
      body: [line(words.relayIntro), divider, line(zh), divider, ...meaning],
    };
  },
});

/** What to tell the creator after a decision, ready to be copied into a private chat with them. */
import { actions, button, call, divider, fold, line, note, type Part } from "../src/chat/card.ts";
import { RelayMessageData } from "../src/chat/features/draft.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { draft as chinese } from "./locales/zh-CN/draft.ts";

export const relayMessage = defineTemplate({
  data: RelayMessageData,
  render: ({ campaign, creator, version, decision: { decision, by, at, comment } }, r) => {
    const words = r.m.draft;
    const say = ({ relayText }: Pick<typeof words, "relayText">): string =>
      decision === "approve"
        ? relayText.approve(creator.name, version)
        : relayText.changes(creator.name, version, comment ?? "");
    const title = words.relayTitles[decision](creator.name, version);
    const isForeign = comment !== null && !/\p{Script=Han}/u.test(comment);
    const meaning: Part[] =
      r.language === "zh-CN"
        ? []
        : [fold(words.relayMeaning, [{ kind: "text", spans: [{ kind: "text", text: say(words) }] }])];
    const next = call("draft", { creator: creator.id, campaign: campaign.id });
    return {
      title,
      tone: decision === "approve" ? "good" : "warning",
      summary: `${title} · ${campaign.name}`,
      body: [
        line(words.relayIntro),
        divider,
        // creators read Chinese, whoever passes it on
        line(say(chinese)),
        divider,
        ...meaning,
        ...(isForeign ? [note(words.relayTranslate)] : []),
        ...(decision === "changes" ? [actions(button(words.submitNext, next, { style: "primary" }))] : []),
        note(words.byAt(by.name, r.time(at))),
      ],
    };
  },
});

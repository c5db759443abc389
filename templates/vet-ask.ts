/** What to ask the creator's side for, ready to be copied into a private chat with them. */
import { divider, fold, line, note, type Part, text } from "../src/chat/card.ts";
import { VetAskData } from "../src/chat/features/vet-steps.ts";
import { defineTemplate } from "../src/chat/template.ts";
import { vetSteps as chinese } from "./locales/zh-CN/vet-steps.ts";

export const vetAsk = defineTemplate({
  data: VetAskData,
  render: ({ creator, campaign, inputs }, r) => {
    const words = r.m.vetSteps;
    const say = ({ asks, askText }: Pick<typeof words, "asks" | "askText">): string =>
      askText(
        creator.name,
        inputs.map(({ input }) => asks[input]),
      );
    const meaning: Part[] =
      r.language === "zh-CN" ? [] : [fold(words.askMeaning, [{ kind: "text", spans: [text(say(words))] }])];
    const title = words.askTitle(creator.name);
    return {
      title,
      tone: "info",
      summary: campaign === null ? title : `${title} · ${campaign}`,
      body: [
        line(words.askIntro),
        divider,
        // creators read Chinese, whoever passes it on
        line(say(chinese)),
        divider,
        ...meaning,
        note(words.askNext(creator.name)),
      ],
    };
  },
});

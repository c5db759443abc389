/** Nobody knows this creator and no number came along: what is needed, and who may have been meant. */
import { actions, type Button, button, call, facts, line, list, type Part } from "../src/chat/card.ts";
import { CreatorUnknownData } from "../src/chat/features/creator.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const creatorUnknown = defineTemplate({
  data: CreatorUnknownData,
  render: ({ text, near, missing, campaign, commands = [] }, r) => {
    const words = r.m.creator.unknownOne;
    const title = words.title(text);
    const inCampaign = campaign === null ? {} : { campaign };
    const perhaps = near.map(
      ({ id, name, handle }): Button =>
        button(handle === null ? name : `${name} · ${handle}`, call("vet", { creator: id, ...inCampaign })),
    );
    const asked: Part[] = perhaps.length === 0 ? [] : [line(words.didYouMean), actions(...perhaps)];
    const points = missing.map(({ fact, points: worth }) =>
      words.points(r.m.vet.scoredFacts[fact], r.number(worth, 1)),
    );
    return {
      title,
      tone: "warning",
      summary: title,
      body: [
        ...asked,
        ...(commands.length === 0
          ? []
          : [line(words.orCommand(commands.map((typed) => `/${typed[r.language]}`)))]),
        line(words.needed),
        list(points),
        actions(
          button(words.fill, call("vet numbers", { creator: text, ...inCampaign }), { style: "primary" }),
        ),
        facts([[r.m.common.inputProblem.example, words.example(text)]]),
      ],
    };
  },
});

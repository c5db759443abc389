/** The bot's first word in a chat: who it is, and the first three steps. */
import type { z } from "zod";
import { actions, type Button, button, type Card, call, line, list } from "../src/chat/card.ts";
import { GreetingData } from "../src/chat/features/home.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Data = z.output<typeof GreetingData>;

export const greeting = defineTemplate({
  data: GreetingData,
  render: (data, r): Card => {
    const words = r.m.home.greeting;
    const { steps, buttons } = data.place === "group" ? inGroup(data, r) : inPrivate(data, r);
    return {
      title: words.title[data.place],
      tone: "info",
      summary: words.whoIAm,
      body: [
        line(words.whoIAm),
        ...(data.campaign === null ? [] : [line(words.bound(data.campaign))]),
        list(steps),
        actions(...buttons),
      ],
    };
  },
});

function inGroup({ campaign, canBind, platform }: Data, r: Reading): { steps: string[]; buttons: Button[] } {
  const words = r.m.home.greeting;
  const bind = button(words.buttons.bind, call("campaign bind", {}), { style: "primary" });
  const start = button(words.buttons.start, call("campaign", {}), canBind ? {} : { style: "primary" });
  const first = campaign !== null ? [] : [canBind ? words.bind : words.start];
  const firstButtons = campaign !== null ? [] : canBind ? [bind, start] : [start];
  return {
    steps: [...first, words.vet[platform], words.help[platform]],
    buttons: [
      ...firstButtons,
      button(words.buttons.vet, call("vet", {})),
      button(words.buttons.help, call("help", {})),
    ],
  };
}

/** Somebody who is no member can only become one. */
function inPrivate({ place }: Data, r: Reading): { steps: string[]; buttons: Button[] } {
  const { greeting: words, stranger } = r.m.home;
  if (place === "stranger") {
    const enter = button(stranger.button, call("link use", {}), { style: "primary" });
    return { steps: [stranger.text, stranger.code], buttons: [enter] };
  }
  return {
    steps: [words.home, words.vetDirect, words.helpDirect],
    buttons: [
      button(words.buttons.home, call("home", {}), { style: "primary" }),
      button(words.buttons.vet, call("vet", {})),
      button(words.buttons.help, call("help", {})),
    ],
  };
}

/** Whose a group is, and which prices go into it now. */
import { line, note } from "../src/chat/card.ts";
import { ChatSideData } from "../src/chat/features/campaign.ts";
import { defineTemplate } from "../src/chat/template.ts";

export const chatSide = defineTemplate({
  data: ChatSideData,
  render: ({ platform, chat, agency }, r) => {
    const { said, prices, earlier } = r.m.campaign.side;
    const title = said(chat, agency);
    const kind = agency === null ? (`unsaid-${platform}` as const) : agency === "" ? "brand" : "agency";
    return { title, tone: "good", summary: title, body: [line(prices[kind]), note(earlier)] };
  },
});

/** A card that a platform cannot hold: what fits is shown, all rows follow as a workbook, and the card says so. */
import readXlsx from "read-excel-file/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transact } from "../../src/usecases/unit.ts";
import {
  LARK_CHAT,
  type LocalBot,
  type SeenMessage,
  SLACK_CHANNEL,
  startLocalBot,
} from "../support/local-bot.ts";

const ROWS = 400;

let local: LocalBot;
beforeAll(async () => {
  local = await startLocalBot();
});
afterAll(() => local?.stop());

/** The shortlist of a campaign in which everybody is wanted. */
async function sendLongShortlist(platform: "slack" | "lark", chat: string, name: string): Promise<void> {
  const { ctx } = local.bot;
  await transact(ctx, async (unit) => {
    await unit.audit("shortlist.show", "cmp_long");
    await unit.send({
      to: { platform, to: { chat } },
      template: "shortlist",
      data: {
        campaign: { id: "cmp_long", name },
        tierScheme: "T1",
        rows: Array.from({ length: ROWS }, (_, index) => ({
          creator: `小鹿护肤 ${index + 1}`,
          tier: "mid" as const,
          followers: 82_000 + index,
          score: 71.5,
          quote: { amount: 300_000, currency: "CNY" as const },
          addedBy: "Maya Lindqvist",
        })),
      },
    });
  });
  await local.bot.whenIdle();
}

async function bytesOf(file: { id: string } | undefined): Promise<Buffer> {
  const answer = await fetch(`${local.sandbox.url}/sandbox/api/files/${file?.id ?? ""}`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const place = { slack: SLACK_CHANNEL, lark: LARK_CHAT };
const shownIn = (platform: "slack" | "lark"): Promise<SeenMessage[]> =>
  platform === "slack" ? local.person.slack("marketer") : local.person.lark("partner");

async function chatId(platform: "slack" | "lark"): Promise<string> {
  const state = await local.person.get<{
    slack: { channels: { id: string; name: string }[] };
    lark: { chats: { id: string; name: string }[] };
  }>("state");
  const rooms = platform === "slack" ? state.slack.channels : state.lark.chats;
  return rooms.find(({ name }) => place[platform].endsWith(name))?.id ?? "";
}

test.each(["slack", "lark"] as const)(
  "on %s the first rows are shown, all of them follow in a workbook, once even if an answer is lost",
  async (platform) => {
    await local.person.post("faults", { platform, kind: "lost_answer", times: 1 });
    await sendLongShortlist(platform, await chatId(platform), `Long ${platform}`);
    const messages = (await shownIn(platform)).filter((message) =>
      JSON.stringify(message).includes(`Long ${platform}`),
    );
    const names = messages.flatMap((message) => [
      message.file?.name,
      ...(message.files ?? []).map(({ name }) => name),
    ]);
    const files = names.filter((name) => name?.endsWith(".xlsx"));
    expect(files).toHaveLength(1);
    const cards = messages.filter(({ blocks, card }) => (blocks ?? []).length > 0 || card !== undefined);
    expect(cards).toHaveLength(1);
    expect(JSON.stringify(cards[0])).toContain(files[0]);

    const withFile = messages.find(({ file, files: all }) => file !== undefined || (all ?? []).length > 0);
    const [sheet] = await readXlsx(await bytesOf(withFile?.file ?? withFile?.files?.[0]));
    expect(sheet?.data).toHaveLength(ROWS + 1);
    expect(sheet?.data.at(-1)?.[0]).toBe(`小鹿护肤 ${ROWS}`);
  },
);

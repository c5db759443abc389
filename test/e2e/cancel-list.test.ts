/** A list is stopped by the button on its card while its rows are being stored: nothing of the part under way stays. */
import { Client } from "pg";
import { expect, test } from "vitest";
import { actionOf, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

test("cancelled in the middle: the card says so, nothing half-stored is left, no ranking comes", async () => {
  const { bot, database, person, stop } = await startLocalBot();
  const holder = new Client({ connectionString: database.url });
  try {
    await holder.connect();
    await holder.query("begin; lock table seedbed.vettings in share mode");
    const rows = Array.from({ length: 700 }, (_, index) => `博主${index},${10_000 + index}`);
    const content = Buffer.from(["昵称,粉丝数", ...rows].join("\n")).toString("base64");
    await person.post("slack/upload", {
      user: "marketer",
      channel: SLACK_CHANNEL,
      name: "list.csv",
      content,
    });
    const card = await person.sees("slack", "marketer", SLACK_CHANNEL, "Reading list.csv");
    const waiting = async () =>
      (
        await holder.query(
          "select 1 from pg_locks where relation = 'seedbed.vettings'::regclass and not granted",
        )
      ).rowCount ?? 0;
    while ((await waiting()) === 0) await new Promise((resolve) => setTimeout(resolve, 25));
    const click = { channel: SLACK_CHANNEL, ts: card.ts, action_id: actionOf(card, "Cancel") };

    await person.post("slack/click", { ...click, user: "partner" });
    await person.post("slack/click", { ...click, user: "marketer" });
    await person.sees("slack", "marketer", SLACK_CHANNEL, "list.csv was cancelled");
    await holder.query("commit");
    await bot.whenIdle();
    const counted = await holder.query<{ n: number }>(
      "select ((select count(*) from seedbed.vettings) + (select count(*) from seedbed.list_import_rows))::int n",
    );
    expect(counted.rows).toEqual([{ n: 0 }]);
    const seen = await person.slack("marketer");
    expect(seen.flatMap(({ files = [] }) => files).map(({ name }) => name)).toEqual(["list.csv"]);
    expect(JSON.stringify(seen)).not.toContain("ranked");
  } finally {
    await holder.end();
    await stop();
  }
});

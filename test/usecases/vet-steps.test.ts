/** After a scorecard: data is asked for, comments are judged and forgotten, flags are set aside, all on a real database. */

import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import { storeInbound } from "../../src/store/inbox.ts";
import type { Member } from "../../src/store/people.ts";
import { audit, flagOverrules, inbox } from "../../src/store/schema.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { formOf, press, type } from "./calls.ts";

let bench: Bench;
let maya: Member;

beforeEach(async () => {
  bench = await createBench();
  maya = await bench.addMember("Maya", "marketer");
});

afterEach(() => bench.close());

async function posts<Name extends TemplateName>(template: Name) {
  const rows = (await bench.outbox()).filter((row) => row.template === template && row.kind === "post");
  return rows.map((row) => row.data as TemplateInput<Name>);
}

async function cardOf(index = -1) {
  const card = (await posts("vet-card")).at(index);
  if (card === undefined) throw new Error("No scorecard was sent.");
  return card;
}

const audited = async (verb: string) => bench.store.db.select().from(audit).where(eq(audit.verb, verb));

describe("missing data", () => {
  it("is on the card by how much it unlocks, and the message asks only what the creator's side can say", async () => {
    await type(bench.as(maya), "vet 小鹿护肤 followers=82k likes=1900 quality=4");
    const card = await cardOf();
    expect(card.report.scorecard.score).toBeNull();
    expect(card.missing?.slice(0, 3).map(({ input, unlocks }) => [input, unlocks])).toEqual([
      ["saves", 25],
      ["campaign", 15],
      ["reads", 15],
    ]);

    await press(bench.as(maya), { command: "vet ask", input: { vetting: card.vettingId } });
    const [message] = await posts("vet-ask");
    expect(message?.inputs.map(({ input }) => input)).toEqual([
      "saves",
      "reads",
      "activeShare",
      "comments",
      "notes90d",
      "categoryShare",
      "sponsoredRatio",
      "competitorWork",
      "brandWorks",
    ]);
    expect((await audited("creator.ask"))[0]?.details).toMatchObject({ vetting: card.vettingId });
  });

  it("dates what was typed by the day of typing", async () => {
    await type(bench.as(maya), "vet 小鹿护肤 active=52%");
    bench.setNow("2026-12-05T02:00:00Z");
    await type(bench.as(maya), "vet 小鹿护肤 quality=4");
    const facts = (await cardOf()).report.scorecard.dimensions.flatMap((dimension) => dimension.facts);
    expect(facts.find(({ id }) => id === "active-share")).toMatchObject({ ageDays: 12 });
    expect(facts.find(({ id }) => id === "quality")).toMatchObject({ ageDays: 0 });
  });
});

describe("a red flag", () => {
  const FLAGGED = "vet 小鹿护肤 followers=82k silence=61 competitor=yes";

  it("is set aside with a name and a reason, and stays in the report", async () => {
    await type(bench.as(maya), FLAGGED);
    const { vettingId } = await cardOf();
    const form = await formOf(bench.as(maya), { command: "vet overrule", input: { vetting: vettingId } });
    expect(form.fields[0]).toMatchObject({
      choices: [
        { value: "F7", label: "inconsistent posting" },
        { value: "F9", label: "competitor conflict" },
      ],
    });

    await press(bench.as(maya), form.call, { flag: "F7", reason: "On maternity leave, back since May" });
    const [row] = await bench.store.db.select().from(flagOverrules);
    expect(row).toMatchObject({ vettingId, flag: "F7", overruledBy: maya.id });
    expect((await audited("flag.overrule"))[0]?.details).toMatchObject({
      flag: "F7",
      reason: "On maternity leave, back since May",
    });

    await press(bench.as(maya), { command: "vet show", input: { vetting: vettingId } });
    const card = await cardOf();
    expect(card.report.flags.map(({ id }) => id)).toEqual(["F7", "F9"]);
    expect(card.overruled).toMatchObject([{ flag: "F7", by: { name: "Maya" } }]);
  });

  it("is set aside once: the first reason stays", async () => {
    await type(bench.as(maya), FLAGGED);
    const call = { command: "vet overrule", input: { vetting: (await cardOf()).vettingId } };
    await press(bench.as(maya), call, { flag: "F7", reason: "first" });
    const again = press(bench.as(maya), call, { flag: "F7", reason: "second" });
    await expect(again).rejects.toMatchObject({ code: "flag-overruled", details: { by: "Maya" } });
    const rows = await bench.store.db.select().from(flagOverrules);
    expect(rows.map(({ reason }) => reason)).toEqual(["first"]);
  });

  it("cannot be set aside where it was not raised", async () => {
    await type(bench.as(maya), FLAGGED);
    const call = { command: "vet overrule", input: { vetting: (await cardOf()).vettingId } };
    await expect(press(bench.as(maya), call, { flag: "F8", reason: "no" })).rejects.toMatchObject({
      code: "old-card",
    });
  });

  it("comes back with new numbers: an overruling is about one scorecard", async () => {
    await type(bench.as(maya), FLAGGED);
    const call = { command: "vet overrule", input: { vetting: (await cardOf()).vettingId } };
    await press(bench.as(maya), call, { flag: "F7", reason: "fine" });
    await type(bench.as(maya), "vet 小鹿护肤 silence=70");
    expect((await cardOf()).overruled).toEqual([]);
  });
});

describe("comments", () => {
  const generic = ["Lena_92: Nice!", "小红薯6B: 太好看了", "😍😍", "绝绝子", "love it", "好美"];
  const questions = ["敏感肌能用吗", "求链接", "闻起来像黄瓜", "how much is it?"];
  const pasted = [...generic, ...generic, ...generic, ...questions].join("\n");

  async function paste(text: string) {
    const key = `evt-${text.length}`;
    const call = { command: "vet comments", input: {} };
    const values = { creator: "小鹿护肤", comments: text };
    await storeInbound(bench.store.db, [
      {
        receivedAt: Temporal.Instant.from("2026-11-23T02:00:00Z"),
        event: {
          platform: "slack",
          eventKey: key,
          user: "slack-Maya",
          where: { platform: "slack", chat: "C1", chatKind: "group" },
          body: { kind: "submission", ...call, values },
        },
      },
    ]);
    await press({ ...bench.as(maya), inboxKey: key }, call, values);
    return key;
  }

  it("become counts: the flag is raised, and neither comments nor names are kept anywhere", async () => {
    const key = await paste(pasted);
    const [check] = await posts("comment-check");
    expect(check).toMatchObject({ read: 22, shares: { generic: 18 / 22, questions: 3 / 22 } });
    await press(bench.as(maya), { command: "vet show", input: { vetting: check?.vettingId ?? "" } });
    const card = await cardOf();
    expect(card.report.flags).toMatchObject([{ id: "F3", evidence: { commentsRead: 22 }, ageDays: 0 }]);

    const [event] = await bench.store.db.select().from(inbox).where(eq(inbox.key, key));
    expect(event?.doneAt).not.toBeNull();
    const kept = JSON.stringify([event, await bench.outbox(), await bench.store.db.select().from(audit)]);
    expect(kept).not.toContain("Lena_92");
    expect(kept).not.toContain("绝绝子");
  });

  it("are too few for a conclusion under 20", async () => {
    await paste(generic.join("\n"));
    const [check] = await posts("comment-check");
    await press(bench.as(maya), { command: "vet show", input: { vetting: check?.vettingId ?? "" } });
    expect((await cardOf()).report.unchecked).toContainEqual({ id: "F3", needs: ["commentsRead"] });
  });

  it("show words of trouble with their sentence, and only a person raises the flag", async () => {
    await paste("阿木：这个博主之前买粉被扒过\n好用");
    const [check] = await posts("comment-check");
    expect(check?.hits).toMatchObject([{ word: "买粉", sentence: "这个博主之前买粉被扒过" }]);
    const vetting = check?.vettingId ?? "";
    await press(bench.as(maya), { command: "vet show", input: { vetting } });
    expect((await cardOf()).report.flags).toEqual([]);
    await press(bench.as(maya), { command: "vet safety", input: { vetting, controversy: "yes" } });
    expect((await cardOf()).report.flags).toMatchObject([{ id: "F8", severity: "high" }]);
  });
});

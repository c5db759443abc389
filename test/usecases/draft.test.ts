/** Drafts from the first version to the word for the creator, with everybody who may, may not, or comes too late. */
import { createHash } from "node:crypto";
import { asc, like } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallRef, Part } from "../../src/chat/card.ts";
import type { Where } from "../../src/chat/inbound.ts";
import type { TemplateInput, TemplateName } from "../../src/chat/template-data.ts";
import { openCampaigns } from "../../src/store/campaigns.ts";
import { rememberChat } from "../../src/store/chats.ts";
import type { Member } from "../../src/store/people.ts";
import { audit } from "../../src/store/schema.ts";
import { recordSent } from "../../src/store/sending.ts";
import type { Ctx } from "../../src/usecases/ctx.ts";
import { type Bench, createBench } from "../support/use-case.ts";
import { draw } from "../templates/cases.ts";
import { formOf, press, type } from "./calls.ts";

const SLACK: Partial<Where> = { platform: "slack", chat: "C1", chatKind: "group" };
const LARK: Partial<Where> = { platform: "lark", chat: "oc_1", chatKind: "group" };
const TEXT = "换季泛红，这支面霜我用了三周";
const LINK = "https://docs.qq.com/doc/one";
const SUBMIT = `draft 小鹿护肤 text="${TEXT}" link=${LINK}`;

let bench: Bench;
let maya: Member;
let lin: Member;
let jonas: Member;

beforeEach(async () => {
  bench = await createBench();
  const seenAt = bench.ctx.clock.now();
  const slack = { platform: "slack", language: "en", zone: "UTC", seenAt } as const;
  await rememberChat(bench.store.db, { ...slack, chatId: "C1", name: "#spring-launch" });
  await rememberChat(bench.store.db, {
    ...slack,
    platform: "lark",
    language: "zh-CN",
    chatId: "oc_1",
    name: "春季种草群",
  });
  maya = await bench.addMember("Maya", "marketer");
  await type(bench.as(maya), "vet 小鹿护肤 followers=82k");
});

afterEach(() => bench.close());

/** A campaign in both chats and someone on each side to decide. */
async function bothSides(lark = "春季种草群"): Promise<void> {
  await type(
    bench.as(maya),
    `campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2027-03-08 lark=${lark}`,
  );
  lin = await bench.addMember("Lin", "partner", { platforms: ["lark"], language: "zh-CN" });
  jonas = await bench.addMember("Jonas", "manager");
}

async function posts<Name extends TemplateName>(template: Name) {
  const rows = (await bench.outbox()).filter((row) => row.template === template && row.kind === "post");
  return rows.map((row) => ({ ...row, data: row.data as TemplateInput<Name> }));
}

async function lastCard(): Promise<TemplateInput<"draft-card">> {
  const data = (await posts("draft-card")).at(-1)?.data;
  if (data === undefined) throw new Error("No draft card was sent.");
  return data;
}

/** What a person sees of a card, drawn by its template. */
function seen(data: TemplateInput<"draft-card">) {
  const card = draw({ template: "draft-card", sample: { data } }, "en", "Europe/Berlin");
  const calls = card.body.flatMap((part: Part): CallRef[] => {
    if (part.kind === "form") return [part.form.call];
    if (part.kind !== "actions") return [];
    return part.buttons.flatMap((button) => (button.kind === "call" ? [button.call] : []));
  });
  return { title: card.title, calls: calls.map(({ command }) => command), text: JSON.stringify(card) };
}

/** The form leaves every sign of the text as it was written. */
const submitForm = (ctx: Ctx): Promise<void> =>
  press(ctx, { command: "draft", input: { creator: "小鹿护肤" } }, { text: TEXT, link: LINK });

const approve = async (ctx: Ctx, version: number): Promise<void> =>
  press(ctx, { command: "draft approve", input: { draft: (await lastCard()).draft, version } });

const askChanges = async (ctx: Ctx, version: number, comment = "请补一张上脸图"): Promise<void> =>
  press(ctx, { command: "draft changes", input: { draft: (await lastCard()).draft, version } }, { comment });

/** As if every message had been delivered, so that later changes become updates. */
async function deliverAll(): Promise<void> {
  for (const row of await bench.outbox())
    await recordSent(bench.store.db, row.id, { chat: row.lane, id: row.id }, bench.ctx.clock.now());
}

describe("submitting", () => {
  it("shows the review card in both chats of the campaign", async () => {
    await bothSides();
    await submitForm(bench.as(maya));
    const sent = await posts("draft-card");
    expect(sent.map(({ lane }) => lane)).toEqual(["slack:C1", "lark:oc_1"]);
    expect(sent[1]?.data).toMatchObject({
      creator: { name: "小鹿护肤" },
      version: 1,
      newest: 1,
      round: 0,
      text: TEXT,
      link: LINK,
      submittedBy: { name: "Maya" },
      shortlisted: false,
      hasReviewer: true,
      decision: null,
    });
    expect(seen(await lastCard()).calls).toEqual(["draft approve", "draft changes"]);
  });

  it("works the other way round from Lark", async () => {
    await bothSides();
    await type(bench.as(lin, LARK), `审稿 小鹿护肤 正文=“${TEXT}”`);
    expect((await posts("draft-card")).map(({ lane }) => lane)).toEqual(["slack:C1", "lark:oc_1"]);
    await approve(bench.as(jonas), 1);
    expect((await lastCard()).decision).toMatchObject({ decision: "approve", by: { name: "Jonas" } });
  });

  it("writes the hash of text and link into the audit", async () => {
    await bothSides();
    await submitForm(bench.as(maya));
    await askChanges(bench.as(lin, LARK), 1);
    const hash = createHash("sha256")
      .update(JSON.stringify([TEXT, LINK]))
      .digest("hex");
    const rows = await bench.store.db
      .select()
      .from(audit)
      .where(like(audit.verb, "draft.%"))
      .orderBy(asc(audit.id));
    expect(rows).toMatchObject([
      { actor: maya.id, verb: "draft.submit", details: { version: 1, hash } },
      { actor: lin.id, verb: "draft.changes", details: { version: 1, hash, round: 1 } },
    ]);
  });

  it("advises on wording with the words around it", async () => {
    await bothSides();
    await type(bench.as(maya), 'draft 小鹿护肤 text="最近用过全网第一的面霜，可以治疗泛红"');
    const { findings } = await lastCard();
    expect(findings.map(({ before, word, after }) => [before, word, after])).toEqual([
      [expect.stringContaining("最近用过"), "全网第一", expect.stringContaining("的面霜")],
      [expect.stringContaining("可以"), "治疗", "泛红"],
    ]);
    expect(seen(await lastCard()).calls).toContain("draft approve");
  });

  it("refuses an unknown creator before the form opens, and with the text", async () => {
    await bothSides();
    const unknown = { code: "unknown-creator", details: expect.objectContaining({ text: "小鹿" }) };
    await expect(type(bench.as(maya), 'draft 小鹿 text="x"')).rejects.toMatchObject(unknown);
    await expect(
      formOf(bench.as(maya), { command: "draft", input: { creator: "小鹿" } }),
    ).rejects.toMatchObject(unknown);
  });

  it("opens the form for what a button knows already, and takes what was filled in", async () => {
    await bothSides();
    const campaign = (await openCampaigns(bench.store.db))[0]?.id ?? "";
    const creator = (await posts("vet-card"))[0]?.data.creator.id ?? "";
    const form = await formOf(bench.as(maya), { command: "draft", input: { creator, campaign } });
    expect(form.intro).toEqual([{ kind: "text", text: "小鹿护肤 · 春日新品" }]);
    expect(form.fields.map(({ name, required }) => [name, required])).toEqual([
      ["text", true],
      ["link", false],
    ]);
    await press(bench.as(maya, { chat: "D1", chatKind: "direct" }), form.call, { text: TEXT });
    expect((await posts("draft-card")).map(({ lane }) => lane)).toEqual([
      "slack:C1",
      "lark:oc_1",
      "slack:@slack-Maya",
    ]);
  });

  it("does not take the same text twice", async () => {
    await bothSides();
    await type(bench.as(maya), SUBMIT);
    await approve(bench.as(lin, LARK), 1);
    await type(bench.as(maya), SUBMIT);
    expect(await lastCard()).toMatchObject({ version: 1, newest: 1, decision: { decision: "approve" } });
  });

  it("makes two versions of one draft of two first drafts at once", async () => {
    await bothSides();
    await Promise.all([
      type(bench.as(maya), SUBMIT),
      type(bench.as(lin, LARK), 'draft 小鹿护肤 text="另一篇"'),
    ]);
    const versions = (await posts("draft-card")).map(({ data }) => [data.version, data.newest]);
    expect(new Set((await posts("draft-card")).map(({ data }) => data.draft)).size).toBe(1);
    expect(versions.toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
      [1, 2],
      [1, 2],
      [2, 2],
      [2, 2],
    ]);
  });
});

describe("without a Lark chat", () => {
  const reviewed = async () => (await posts("draft-card")).map(({ lane, readerId }) => [lane, readerId]);

  it("asks partners and legal privately", async () => {
    await bothSides("none");
    const zhou = await bench.addMember("Zhou", "legal", { platforms: ["lark"], language: "zh-CN" });
    await bench.addMember("Hidden", "partner", { platforms: [] });
    await type(bench.as(maya), SUBMIT);
    expect(await reviewed()).toEqual([
      ["slack:C1", null],
      ["lark:@lark-Lin", lin.id],
      ["lark:@lark-Zhou", zhou.id],
    ]);
    await approve(bench.as(zhou, { platform: "lark", chat: "oc_p", chatKind: "direct" }), 1);
    expect((await posts("draft-card")).map(({ data }) => data.decision?.by.name)).toEqual([
      "Zhou",
      "Zhou",
      "Zhou",
    ]);
  });

  it("asks managers where there is nobody on the China side", async () => {
    jonas = await bench.addMember("Jonas", "manager");
    await type(bench.as(maya), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2027-03-08");
    await type(bench.as(maya), SUBMIT);
    expect(await reviewed()).toEqual([
      ["slack:C1", null],
      ["slack:@slack-Jonas", jonas.id],
    ]);
  });

  it("says so when nobody can review", async () => {
    await type(bench.as(maya), "campaign 春日新品 brand=Acme product=面霜 category=beauty launch=2027-03-08");
    await type(bench.as(maya), SUBMIT);
    expect(await reviewed()).toEqual([["slack:C1", null]]);
    expect(seen(await lastCard()).text).toContain("Nobody can review this yet");
  });
});

describe("deciding", () => {
  beforeEach(async () => {
    await bothSides();
    await type(bench.as(maya), SUBMIT);
  });

  it("changes every copy on both platforms and takes the buttons away", async () => {
    await deliverAll();
    await askChanges(bench.as(lin, LARK), 1);
    const updates = (await bench.outbox()).filter(({ kind }) => kind === "update");
    expect(updates.map(({ lane }) => lane)).toEqual(["slack:C1", "lark:oc_1"]);
    for (const { data } of updates) {
      const card = seen(data as TemplateInput<"draft-card">);
      expect(card.title).toBe("Changes requested: 小鹿护肤, version 1");
      expect(card.calls).toEqual(["draft", "draft relay"]);
      expect(card.text).toContain("请补一张上脸图");
    }
  });

  it("tells the submitter privately, with the words for the creator", async () => {
    await askChanges(bench.as(lin, LARK), 1);
    expect(await posts("relay-message")).toMatchObject([
      {
        lane: "slack:@slack-Maya",
        readerId: maya.id,
        data: { version: 1, decision: { decision: "changes", comment: "请补一张上脸图" } },
      },
    ]);
  });

  it("lets one of two people win and tells the other who it was", async () => {
    const zhou = await bench.addMember("Zhou", "legal", { platforms: ["lark"] });
    const results = await Promise.allSettled([
      approve(bench.as(lin, LARK), 1),
      askChanges(bench.as(zhou, LARK), 1),
    ]);
    const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    const winner = (await lastCard()).decision?.by.name;
    expect(lost).toMatchObject([{ code: "already-decided", details: { by: winner } }]);
    expect(["Lin", "Zhou"]).toContain(winner);
  });

  it("refuses one's own draft, and the same person on the other platform", async () => {
    const both = await bench.addMember("Ann", "manager", { platforms: ["slack", "lark"] });
    await type(bench.as(both), 'draft 小鹿护肤 text="第二版"');
    await expect(approve(bench.as(both), 2)).rejects.toMatchObject({ code: "own-draft" });
    await expect(approve(bench.as(both, LARK), 2)).rejects.toMatchObject({ code: "own-draft" });
    expect((await lastCard()).decision).toBeNull();
  });

  it("needs a comment for changes, and asks for it in a form", async () => {
    const { draft } = await lastCard();
    const call = { command: "draft changes", input: { draft, version: 1 } };
    await expect(press(bench.as(lin, LARK), call)).rejects.toThrow(/"field":"comment","problem":"missing"/u);
    await expect(press(bench.as(lin, LARK), call, { comment: "  " })).rejects.toThrow(/comment/u);
    const form = await formOf(bench.as(lin, LARK), call);
    expect(form.call).toEqual({ command: "draft changes", input: { draft, version: "1" } });
    expect(form.fields).toMatchObject([{ name: "comment", required: true }]);
    await expect(formOf(bench.as(lin, LARK), { command: "draft changes", input: {} })).rejects.toMatchObject({
      code: "bad-input",
    });
  });

  it("is not for marketers and finance", () => {
    for (const name of ["draft approve", "draft changes"]) {
      expect(bench.ctx.commands.byName(name)?.allow).toEqual(["partner", "legal", "manager", "admin"]);
    }
  });
});

describe("a next version", () => {
  beforeEach(async () => {
    await bothSides();
    await type(bench.as(maya), SUBMIT);
  });

  it("voids the approval, comes as a new card, and closes the old one", async () => {
    await approve(bench.as(lin, LARK), 1);
    await type(bench.as(maya), 'draft 小鹿护肤 text="第二版正文"');
    const sent = await posts("draft-card");
    expect(sent.map(({ cardKey, data }) => [cardKey?.split(":").at(-1), data.version, data.newest])).toEqual([
      ["1", 1, 2],
      ["1", 1, 2],
      ["2", 2, 2],
      ["2", 2, 2],
    ]);
    const [old] = sent;
    expect(old && seen(old.data)).toMatchObject({ title: "Replaced: 小鹿护肤, version 1", calls: [] });
    expect(await lastCard()).toMatchObject({ text: "第二版正文", link: null, decision: null });
  });

  it("refuses a click on the old card and names the newest", async () => {
    await type(bench.as(maya), 'draft 小鹿护肤 text="第二版正文"');
    for (const decide of [approve, askChanges]) {
      await expect(decide(bench.as(lin, LARK), 1)).rejects.toMatchObject({
        code: "old-card",
        details: { version: 1, current: 2, draft: "小鹿护肤" },
      });
    }
    expect((await lastCard()).decision).toBeNull();
    await type(bench.as(lin, { ...LARK, chat: "oc_p", chatKind: "direct" }), "审稿 查看 小鹿护肤");
    expect((await posts("draft-card")).at(-1)).toMatchObject({
      lane: "lark:@lark-Lin",
      data: { version: 2 },
    });
  });

  it("has two rounds of changes included; only a manager opens the third", async () => {
    for (const version of [1, 2]) {
      await askChanges(bench.as(lin, LARK), version);
      await type(bench.as(maya), `draft 小鹿护肤 text="第${version + 1}版正文"`);
    }
    expect(await lastCard()).toMatchObject({ version: 3, round: 2 });
    expect(seen(await lastCard()).text).toContain("only a manager can ask for it");

    await expect(askChanges(bench.as(lin, LARK), 3)).rejects.toMatchObject({ code: "extra-round" });
    expect((await lastCard()).decision).toBeNull();

    await askChanges(bench.as(jonas), 3, "最后再改一次");
    expect(await lastCard()).toMatchObject({ round: 3, decision: { by: { name: "Jonas" } } });
    expect(seen(await lastCard()).text).toContain("Round 3 is beyond the 2 included");
  });

  it("may still be approved by anyone after two rounds", async () => {
    for (const version of [1, 2]) {
      await askChanges(bench.as(lin, LARK), version);
      await type(bench.as(maya), `draft 小鹿护肤 text="第${version + 1}版正文"`);
    }
    await approve(bench.as(lin, LARK), 3);
    expect((await lastCard()).decision).toMatchObject({ decision: "approve" });
  });
});

describe("the message for the creator", () => {
  beforeEach(async () => {
    await bothSides();
    await type(bench.as(maya), SUBMIT);
  });

  it("is answered to the one who pressed, and only for a decided, newest version", async () => {
    const relay = async (version: number): Promise<void> =>
      press(bench.as(lin, LARK), {
        command: "draft relay",
        input: { draft: (await lastCard()).draft, version },
      });
    await expect(relay(1)).rejects.toMatchObject({ code: "old-card" });
    await approve(bench.as(jonas), 1);
    await relay(1);
    const answer = (await posts("relay-message")).at(-1);
    expect(answer).toMatchObject({
      lane: "lark:oc_1",
      destination: { onlyFor: "lark-Lin" },
      readerId: lin.id,
      data: { version: 1, decision: { decision: "approve", comment: null } },
    });
    await type(bench.as(maya), 'draft 小鹿护肤 text="第二版正文"');
    await expect(relay(1)).rejects.toMatchObject({ code: "old-card", details: { current: 2 } });
  });
});

describe("the campaign's card", () => {
  it("counts drafts by state", async () => {
    await bothSides();
    await type(bench.as(maya), SUBMIT);
    await approve(bench.as(lin, LARK), 1);
    await type(bench.as(maya, SLACK), "campaign show");
    expect((await posts("campaign-card")).at(-1)?.data.drafts).toEqual({
      "in-review": 0,
      "changes-requested": 0,
      approved: 1,
      withdrawn: 0,
    });
  });

  it("shows no draft that is not there", async () => {
    await bothSides();
    await expect(type(bench.as(maya), "draft show 小鹿护肤")).rejects.toMatchObject({
      code: "unknown-draft",
    });
  });
});

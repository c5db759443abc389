/** The team and the campaign that the sandbox starts with, so that a newcomer has something to try at once. */
import type { Temporal } from "temporal-polyfill";
import type { Language, Role } from "./chat/people.ts";
import { insertCampaign, openCampaigns } from "./store/campaigns.ts";
import { saveChatSide } from "./store/chat-sides.ts";
import { chatsOn, setChatZone } from "./store/chats.ts";
import { insertMember, memberByEmail } from "./store/people.ts";
import type { Ctx } from "./usecases/ctx.ts";
import { planDigests } from "./usecases/home/plan-digests.ts";
import { linkByEmail } from "./usecases/people/link-by-email.ts";
import { transact } from "./usecases/unit.ts";

/** People as the local platforms have them; the emails are how their accounts are matched. */
interface Person {
  name: string;
  email: string;
  role: Role;
  language: Language;
  zone: string;
  /** the brand's own people have none */
  agency?: string;
}

/** The agency in the campaign's group, and one with a group of its own: neither sees the other's prices. */
const AGENCY = "蓝鲸传播";
const OTHER_AGENCY = "星河互动";

/** The groups on Lark, and which agency reads along with the brand in each. */
const CAMPAIGN_GROUP = "春季种草";
const SIDES: Readonly<Record<string, string>> = { [CAMPAIGN_GROUP]: AGENCY, 星河互动对接群: OTHER_AGENCY };

const TEAM: readonly Person[] = [
  {
    name: "Maya Lindqvist",
    email: "marketer@acme.example",
    role: "marketer",
    language: "en",
    zone: "Europe/Berlin",
  },
  {
    name: "Jonas Weber",
    email: "manager@acme.example",
    role: "manager",
    language: "en",
    zone: "Europe/Berlin",
  },
  {
    name: "Priya Shah",
    email: "finance@acme.example",
    role: "finance",
    language: "en",
    zone: "Europe/London",
  },
  {
    name: "Dana Brooks",
    email: "admin@acme.example",
    role: "admin",
    language: "en",
    zone: "America/New_York",
  },
  {
    name: "林晓雯",
    email: "partner@acme.example",
    role: "partner",
    language: "zh-CN",
    zone: "Asia/Shanghai",
    agency: AGENCY,
  },
  {
    name: "苏可",
    email: "mcn@acme.example",
    role: "partner",
    language: "zh-CN",
    zone: "Asia/Shanghai",
    agency: OTHER_AGENCY,
  },
  { name: "周律", email: "legal@acme.example", role: "legal", language: "zh-CN", zone: "Asia/Shanghai" },
];

/** The launch lies four weeks ahead, so that all waves and reminders can be tried. */
const LAUNCH_AHEAD = { days: 28 };

export const DEMO_ADMIN = "admin@acme.example";

/** Does nothing when there is a campaign already: people's own work is never touched. */
export async function seedDemo({ ctx, settled }: { ctx: Ctx; settled: Promise<void> }): Promise<void> {
  if ((await openCampaigns(ctx.store.db)).length > 0) return;
  // the campaign goes into the chats that the bot has found
  await settled;
  const slack = (await chatsOn(ctx.store.db, "slack")).find(
    ({ name }) => name.replace("#", "") === "spring-launch",
  );
  const groups = await chatsOn(ctx.store.db, "lark");
  const lark = groups.find(({ name }) => name === CAMPAIGN_GROUP);
  await transact(ctx, async (unit) => {
    for (const person of TEAM) {
      if ((await memberByEmail(unit.tx, person.email)) !== undefined) continue;
      await insertMember(unit.tx, { id: ctx.newId("mem"), agency: null, ...person, createdAt: unit.now });
    }
    const owner = await memberByEmail(unit.tx, "marketer@acme.example");
    if (owner === undefined) throw new Error("The demo's marketer was not stored.");
    const id = ctx.newId("cam");
    await insertCampaign(unit.tx, {
      id,
      name: "春季种草",
      brand: "Acme Skin",
      product: "Dew Barrier Cream 50 ml",
      category: "beauty",
      targetGender: "female",
      tierScheme: "T4",
      launchOn: launchDate(unit.now),
      zone: "Asia/Shanghai",
      currency: "CNY",
      slackChat: slack?.chatId ?? null,
      larkChat: lark?.chatId ?? null,
      brief: BRIEF,
      createdBy: owner.id,
      createdAt: unit.now,
      closedAt: null,
    });
    for (const { platform, chatId, name } of groups) {
      const agency = SIDES[name];
      if (agency === undefined) continue;
      await saveChatSide(unit.tx, { platform, chatId, agency, setBy: owner.id, setAt: unit.now });
    }
    if (slack !== undefined) await setChatZone(unit.tx, "slack", slack.chatId, "Europe/Berlin");
    await unit.audit("demo.seed", id);
  });
  await linkByEmail(ctx);
  await planDigests({ ctx });
}

function launchDate(now: Temporal.Instant): string {
  return now.toZonedDateTimeISO("Asia/Shanghai").toPlainDate().add(LAUNCH_AHEAD).toString();
}

const BRIEF = {
  background: {
    en: "Acme Skin makes gentle care for dry, sensitive skin. Dew Barrier Cream is new to China.",
    zh: "Acme Skin 专注干敏肌的温和护理，Dew Barrier 面霜首次进入中国。",
  },
  goal: {
    en: "Make the 50 ml cream known to women of 25 to 35 with dry skin; 20 honest notes before launch.",
    zh: "让 25 到 35 岁干皮女生认识这款 50 ml 面霜；上市前有 20 篇真实笔记。",
  },
  keyPoints: {
    en: "5% ceramides against tightness\nAbsorbs within 30 seconds\nTested on 120 people with sensitive skin",
    zh: "5% 神经酰胺，缓解紧绷\n30 秒吸收\n120 位敏感肌试用",
  },
  must: {
    en: "Show the texture on your own skin\nSay how long you have used it",
    zh: "上脸展示质地\n说明用了多久",
  },
  mustNot: {
    en: "No medical claims\nNo comparison with named brands\nNo superlatives",
    zh: "不说医疗功效\n不点名比较其他品牌\n不用绝对化用语",
  },
};

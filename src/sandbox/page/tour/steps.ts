/** The steps of the tour: the main job from a first look at a creator to the digest, on both sides. */

export type Platform = "slack" | "lark";

/** What a step's button does. */
type StepAction =
  | { kind: "say"; text: string }
  | { kind: "share"; file: string }
  | { kind: "press"; button: string }
  | { kind: "clock"; advance: string }
  /** moves the clock to the next such time where the person with this role is */
  | { kind: "until"; time: string; role: string };

/** A private chat with the bot, or the room of the campaign. */
type Place = "group" | "direct";

interface Both {
  en: string;
  zh: string;
}

export interface Step {
  title: Both;
  /** what this is about */
  about: Both;
  /** the words of the step's button */
  go: Both;
  /** what to look at once it is done */
  look: Both;
  on: Platform;
  as: string;
  place: Place;
  action: StepAction;
  /** the message that shows that it is done, as this person sees it */
  done: { on: Platform; as: string; place: Place; text: RegExp };
}

const CREATOR = "小鹿护肤";
const NUMBERS =
  "followers=82k notes=23 likes=1900 saves=1100 comments=130 reads=41000 active=52% female=88% fit=4 quality=4 category=beauty quote=3000";
const NUMBERS_ZH =
  "粉丝=8.2万 笔记=23 点赞=1900 收藏=1100 评论=130 阅读=4.1万 活粉=52% 女粉=88% 契合度=4 质量=4 类目=美妆 报价=3000";
const DRAFT = "换季护肤记录：这支精华我用了两周，早晚各一泵，质地清爽好吸收。#敏感肌护肤 #换季护肤";

const MAYA = { on: "slack", as: "marketer", place: "group" } as const;
const LIN = { on: "lark", as: "partner", place: "group" } as const;

/** @param slot a day some two weeks ahead, as 2026-12-08 */
export const tourSteps = (slot: string): Step[] => [
  {
    ...MAYA,
    title: { en: "Vet a creator", zh: "看号" },
    about: {
      en: "Maya, the brand's marketer, asks whether a creator is worth it.",
      zh: "品牌方市场 Maya 想知道这位博主值不值得合作。",
    },
    go: { en: "Send /vet", zh: "发送 /vet" },
    look: {
      en: "89 of 100, with risks and a fair price. Open “Evidence” to see how each number was made.",
      zh: "89 分，附风险项和合理价格。展开 Evidence 可看每个数字的来历。",
    },
    action: { kind: "say", text: `/vet ${CREATOR} ${NUMBERS}` },
    done: { ...MAYA, text: /小鹿护肤: \d+ of 100/ },
  },
  {
    ...MAYA,
    title: { en: "Put her on the shortlist", zh: "加入名单" },
    about: { en: "One press on the card is enough.", zh: "在卡片上点一下即可。" },
    go: { en: "Press “Add to shortlist”", zh: "点 Add to shortlist" },
    look: {
      en: "The card itself changed: it says who added her, and when.",
      zh: "卡片原地更新：写明谁在什么时候加的。",
    },
    action: { kind: "press", button: "Add to shortlist" },
    done: { ...MAYA, text: /On the shortlist: added by/ },
  },
  {
    ...MAYA,
    title: { en: "Vet a whole list", zh: "批量看号" },
    about: {
      en: "An export of Pugongying with 30 creators is dropped into the channel.",
      zh: "把蒲公英导出的 30 位博主名单拖进频道。",
    },
    go: { en: "Drop the sample CSV", zh: "上传示例 CSV" },
    look: {
      en: "All are ranked. Sort the table, or open the workbook with the evidence.",
      zh: "全部打分排好。表格可以排序，依据在附带的表格文件里。",
    },
    action: { kind: "share", file: "pugongying-creators.csv" },
    done: { ...MAYA, text: /\d+ creators ranked/ },
  },
  {
    ...MAYA,
    title: { en: "Submit a draft", zh: "提交稿件" },
    about: { en: "The creator's draft goes to the agency.", zh: "把博主的稿件交给代理商审。" },
    go: { en: "Send /draft", zh: "发送 /draft" },
    look: {
      en: "It stands in Lark too, in Chinese, with advice on the wording.",
      zh: "飞书里同步出现中文审稿卡片，附用词建议。",
    },
    action: { kind: "say", text: `/draft ${CREATOR} text="${DRAFT}"` },
    done: { ...LIN, text: /审稿：小鹿护肤/ },
  },
  {
    ...LIN,
    title: { en: "Approve it in Lark", zh: "在飞书通过" },
    about: { en: "林晓雯 of the agency reads it and approves.", zh: "代理商林晓雯看过后点通过。" },
    go: { en: "Press 通过 (approve)", zh: "点「通过」" },
    look: {
      en: "The card in Slack changed with it: who approved, and what comes next.",
      zh: "Slack 里的卡片同时变了：谁通过的，下一步是什么。",
    },
    action: { kind: "press", button: "通过" },
    done: { ...MAYA, text: /Approved: 小鹿护肤/ },
  },
  {
    ...MAYA,
    title: { en: "Plan the posting slot", zh: "定档期" },
    about: { en: "Two weeks ahead, in the evening of Shanghai.", zh: "定在两周后的晚上。" },
    go: { en: "Send /wave", zh: "发送 /wave" },
    look: {
      en: "Everybody reads the slot in their own time zone.",
      zh: "每个人看到的都是自己时区的时间。",
    },
    action: { kind: "say", text: `/wave ${CREATOR} ${slot} 20:00` },
    done: { ...MAYA, text: /小鹿护肤 is scheduled/ },
  },
  {
    ...MAYA,
    title: { en: "Plan the payment", zh: "定付款" },
    about: { en: "Half before, half after the post.", zh: "发布前后各付一半。" },
    go: { en: "Send /pay", zh: "发送 /pay" },
    look: { en: "Two milestones, each with its day and its amount.", zh: "两个付款节点，写明日期和金额。" },
    action: { kind: "say", text: `/pay ${CREATOR} 3000 split=50/50` },
    done: { ...MAYA, text: /Payment plan: 小鹿护肤/ },
  },
  {
    ...MAYA,
    title: { en: "Write the brief", zh: "生成 brief" },
    about: { en: "From what is known, in both languages.", zh: "用已有信息生成双语 brief。" },
    go: { en: "Send /brief", zh: "发送 /brief" },
    look: {
      en: "A card, a DOCX, and a message for the creator that is ready to copy.",
      zh: "一张卡片、一份 DOCX，还有可直接转给博主的话术。",
    },
    action: { kind: "say", text: `/brief ${CREATOR}` },
    done: { ...MAYA, text: /Brief for 小鹿护肤/ },
  },
  {
    ...LIN,
    place: "direct",
    title: { en: "Let two weeks pass", zh: "时间过去两周" },
    about: {
      en: "The clock stops at everything that falls due on the way.",
      zh: "途中每个到期事项都会按时发生。",
    },
    go: { en: "Move the clock by two weeks", zh: "把时间推进两周" },
    look: {
      en: "Each reminder came at its own hour, in private, to whoever has to act.",
      zh: "提醒都在该到的时刻，私聊发给该处理的人。",
    },
    action: { kind: "clock", advance: "P14D" },
    done: { ...LIN, place: "direct", text: /小鹿护肤/ },
  },
  {
    ...MAYA,
    as: "manager",
    place: "direct",
    title: { en: "Read the digest", zh: "看日报" },
    about: { en: "At nine in the morning of Jonas, the manager.", zh: "负责人 Jonas 当地早上九点。" },
    go: { en: "Go to Jonas's 09:00", zh: "到 Jonas 的 09:00" },
    look: {
      en: "What waits on him, what posts, what is owed, on one screen.",
      zh: "等他处理的、要发布的、要付款的，一屏看完。",
    },
    action: { kind: "until", time: "09:00", role: "manager" },
    done: { ...MAYA, as: "manager", place: "direct", text: /Digest for/ },
  },
  {
    ...LIN,
    title: { en: "The same from Lark", zh: "在飞书里也一样" },
    about: { en: "Every command works on the other side, in Chinese.", zh: "每个指令在飞书用中文也能用。" },
    go: { en: "Send ／看号", zh: "发送 ／看号" },
    look: {
      en: "The same creator, the same score, in 林晓雯's language.",
      zh: "同一位博主，同样的分数，用的是林晓雯的语言。",
    },
    action: { kind: "say", text: `／看号 ${CREATOR} ${NUMBERS_ZH}` },
    done: { ...LIN, text: /小鹿护肤：\d+ 分/ },
  },
];

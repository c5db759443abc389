/** The steps of "Try this": the main job from a first look at a creator to a brief. */

/** What a step's button does. */
export type StepAction =
  | { kind: "text"; platform: "slack" | "lark"; label: string; text: string }
  | { kind: "sample"; label: { en: string; zh: string }; file: string }
  | { kind: "show"; label: { en: string; zh: string }; platform: "slack" | "lark" }
  | { kind: "clock"; label: { en: string; zh: string }; advance: string }
  /** moves the clock to the next such time where the person with this role is */
  | { kind: "until"; label: { en: string; zh: string }; time: string; role: string };

export interface Step {
  title: { en: string; zh: string };
  actions: StepAction[];
}

const CREATOR = "小鹿护肤";
const NUMBERS =
  "followers=82k notes=23 likes=1900 saves=1100 comments=130 reads=41000 active=52% female=88% fit=4 quality=4 category=beauty quote=3000";
const DRAFT = "换季护肤记录：这支精华我用了两周，早晚各一泵，质地清爽好吸收。#敏感肌护肤 #换季护肤";
const NUMBERS_ZH =
  "粉丝=8.2万 笔记=23 点赞=1900 收藏=1100 评论=130 阅读=4.1万 活粉=52% 女粉=88% 契合度=4 质量=4 类目=美妆 报价=3000";

/** @param slot a day some two weeks ahead, as 2026-12-08 */
export const guideSteps = (slot: string): Step[] => [
  {
    title: { en: "Vet a creator", zh: "看号" },
    actions: [{ kind: "text", platform: "slack", label: "/vet", text: `/vet ${CREATOR} ${NUMBERS}` }],
  },
  {
    title: { en: "Vet a whole list", zh: "批量看号" },
    actions: [
      {
        kind: "sample",
        label: { en: "Drop the sample CSV", zh: "上传示例 CSV" },
        file: "pugongying-creators.csv",
      },
    ],
  },
  {
    title: { en: "Submit a draft, approve it in Lark", zh: "提交稿件，到飞书审稿" },
    actions: [
      { kind: "text", platform: "slack", label: "/draft", text: `/draft ${CREATOR} text="${DRAFT}"` },
      { kind: "show", label: { en: "See Lark", zh: "看飞书" }, platform: "lark" },
    ],
  },
  {
    title: { en: "Plan slot and money, move time", zh: "定排期和付款，推进时间" },
    actions: [
      { kind: "text", platform: "slack", label: "/wave", text: `/wave ${CREATOR} ${slot} 20:00` },
      { kind: "text", platform: "slack", label: "/pay", text: `/pay ${CREATOR} 3000 split=50/50` },
      { kind: "clock", label: { en: "+1 week", zh: "+1 周" }, advance: "P7D" },
    ],
  },
  {
    title: { en: "Read the digest at 09:00", zh: "09:00 看日报" },
    actions: [
      {
        kind: "until",
        label: { en: "To the manager's 09:00", zh: "到负责人的 09:00" },
        time: "09:00",
        role: "manager",
      },
    ],
  },
  {
    title: { en: "Write the brief", zh: "生成 brief" },
    actions: [{ kind: "text", platform: "slack", label: "/brief", text: `/brief ${CREATOR}` }],
  },
  {
    title: { en: "The same from Lark", zh: "在飞书里也一样" },
    actions: [{ kind: "text", platform: "lark", label: "／看号", text: `／看号 ${CREATOR} ${NUMBERS_ZH}` }],
  },
];

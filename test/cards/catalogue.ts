/** A card with everything that a card can hold, in both languages: what each platform makes of it is accepted by eye. */
import {
  actions,
  bold,
  button,
  type Card,
  call,
  divider,
  facts,
  fold,
  line,
  link,
  list,
  mention,
  note,
  type Part,
  text,
} from "../../src/chat/card.ts";
import type { Language } from "../../src/chat/people.ts";
import { jonas, maya, xiaowen } from "../templates/samples/sample.ts";

/** The picture of the card as a stored file. */
export const PICTURE = "fil_moodboard";

const PROFILE = "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400";

interface Words {
  title: string;
  summary: string;
  lead: string;
  profile: string;
  facts: [followers: string, quote: string, posted: string];
  reasons: [string, string];
  table: { caption: string; columns: string[]; states: [string, string, string]; date: string };
  charts: {
    score: string;
    scoreAlt: string;
    reads: string;
    readsAlt: string;
    spend: string;
    spendAlt: string;
  };
  parts: string[];
  months: string[];
  series: [string, string];
  tiers: string[];
  progress: string;
  steps: { title: string; names: [string, string, string, string] };
  people: string;
  picture: { title: string; alt: string };
  fold: string;
  note: string;
  buttons: [pass: string, drop: string, open: string];
  confirm: { title: string; text: string; ok: string; cancel: string };
  form: { open: string; title: string; submit: string; intro: string; fields: string[] };
  formats: [string, string];
}

const WORDS: Record<Language, Words> = {
  en: {
    title: "小鹿护肤 · 71 of 100",
    summary: "小鹿护肤 scores 71 of 100: check the follower spike before you pass",
    lead: "Handled by ",
    profile: "Open the profile",
    facts: ["Followers", "Quote", "Vetted"],
    reasons: ["Strong: saves per read 4.2%", "Weak: 38% of notes are sponsored"],
    table: {
      caption: "Shortlist",
      columns: ["Creator", "Score", "Quote", "Slot", "Handler", "State", "Note"],
      states: ["approved", "in review", "late"],
      date: "Tue 8 Dec 2026",
    },
    charts: {
      score: "Points by dimension",
      scoreAlt: "Strongest in audience, weakest in cooperation.",
      reads: "Reads a month",
      readsAlt: "Image notes grow, video notes stay level.",
      spend: "Budget by tier",
      spendAlt: "Half of the budget goes to mid-tier creators.",
    },
    parts: ["Audience", "Engagement", "Content", "Fit", "Cooperation"],
    months: ["Sep", "Oct", "Nov"],
    series: ["Image notes", "Video notes"],
    tiers: ["Top", "Mid", "Tail"],
    progress: "drafts approved",
    steps: { title: "Way of the draft", names: ["Submitted", "China-side review", "Brand review", "Posted"] },
    people: "Reviewers",
    picture: { title: "Mood board", alt: "Three jars of cream on a white table, in daylight." },
    fold: "Evidence",
    note: "Rules 2026-11 · snapshot 4f2a",
    buttons: ["Add to shortlist", "Drop", "Open note"],
    confirm: {
      title: "Drop 小鹿护肤?",
      text: "The agency will see your reason.",
      ok: "Drop",
      cancel: "Keep",
    },
    form: {
      open: "Add numbers",
      title: "Numbers of 小鹿护肤",
      submit: "Score again",
      intro: "From the screenshot.",
      fields: ["Followers", "Remark", "As of", "At", "Format"],
    },
    formats: ["Image note", "Video note"],
  },
  "zh-CN": {
    title: "小鹿护肤 · 71 分（满分 100）",
    summary: "小鹿护肤 71 分：过号前请先核实涨粉异常",
    lead: "跟进人 ",
    profile: "打开主页",
    facts: ["粉丝", "报价", "评估时间"],
    reasons: ["强项：阅读收藏率 4.2%", "弱项：商单占比 38%"],
    table: {
      caption: "入选名单",
      columns: ["博主", "评分", "报价", "档期", "跟进人", "状态", "笔记"],
      states: ["已通过", "审稿中", "已逾期"],
      date: "2026年12月8日周二",
    },
    charts: {
      score: "各维度得分",
      scoreAlt: "粉丝质量最强，合作履约最弱。",
      reads: "每月阅读量",
      readsAlt: "图文笔记上涨，视频笔记持平。",
      spend: "各层级预算",
      spendAlt: "一半预算投给腰部博主。",
    },
    parts: ["粉丝质量", "互动", "内容", "契合度", "合作履约"],
    months: ["9月", "10月", "11月"],
    series: ["图文笔记", "视频笔记"],
    tiers: ["头部", "腰部", "尾部"],
    progress: "篇初稿已通过",
    steps: { title: "稿件进度", names: ["已提交", "初审", "终审", "已发布"] },
    people: "审稿人",
    picture: { title: "参考图", alt: "白色桌面上三瓶面霜，自然光。" },
    fold: "查看依据",
    note: "规则 2026-11 · 快照 4f2a",
    buttons: ["加入名单", "不合作", "打开笔记"],
    confirm: { title: "不与小鹿护肤合作？", text: "代理商会看到原因。", ok: "确定", cancel: "再想想" },
    form: {
      open: "补充数据",
      title: "小鹿护肤的数据",
      submit: "重新评估",
      intro: "来自截图。",
      fields: ["粉丝", "备注", "数据日期", "时间", "形式"],
    },
    formats: ["图文笔记", "视频笔记"],
  },
};

/** Made for one reader; the numbers are the same in both languages. */
export function catalogue(language: Language): Card {
  const w = WORDS[language];
  const followers = language === "en" ? "82,000" : "8.2万";
  const time = language === "en" ? "Tue 1 Dec, 13:00" : "12月1日周二 20:00";
  return {
    title: w.title,
    tone: "warning",
    summary: w.summary,
    body: [
      line(w.lead, mention(maya), " · ", mention(xiaowen), " · ", bold("Spring & Co <618>")),
      line(link(w.profile, `${PROFILE}?a=1&b=2`)),
      facts([
        [w.facts[0], followers],
        [w.facts[1], { kind: "money", money: { amount: 300_000, currency: "CNY" }, text: "¥3,000" }],
        [w.facts[2], { kind: "time", at: "2026-12-01T12:00:00Z", text: time }],
        ["ID", "_lu_lu_"],
      ]),
      list([w.reasons[0], [text(w.reasons[1]), text(" · "), bold("¥3,000")]]),
      ...figures(w),
      { kind: "columns", left: [text("20:00 Shanghai")], right: [text("13:00 Berlin")] },
      divider,
      fold(w.fold, [
        line(w.reasons[0]),
        facts([["Pugongying", time]]),
        { kind: "people", label: w.people, people: [maya, xiaowen] },
        { kind: "progress", done: 18, total: 25, label: w.parts[0] ?? "" },
        note(w.note),
      ]),
      note(w.note),
      actions(
        button(w.buttons[0], call("shortlist add", { creator: 7 }), { style: "primary" }),
        button(w.buttons[1], call("creator drop", { creator: 7 }), { style: "danger", confirm: w.confirm }),
        { kind: "link", label: w.buttons[2], url: "https://www.xiaohongshu.com/explore/1" },
      ),
      formPart(w),
    ],
  };
}

function figures(w: Words): Part[] {
  const { caption, columns, states, date } = w.table;
  const [creator = "", score = "", quote = "", slot = "", handler = "", state = "", noteTitle = ""] = columns;
  return [
    {
      kind: "table",
      caption,
      columns: [
        { title: creator, kind: "text" },
        { title: score, kind: "number", format: { precision: 1 } },
        { title: quote, kind: "number", format: { symbol: "¥", precision: 0 } },
        { title: slot, kind: "date" },
        { title: handler, kind: "people" },
        { title: state, kind: "status" },
        { title: noteTitle, kind: "link" },
      ],
      rows: [
        [
          "小鹿护肤",
          { value: 71.2, text: "71.2" },
          { value: 3_000, text: "¥3,000" },
          { at: "2026-12-08", text: date },
          { people: [xiaowen] },
          { tags: [{ text: states[0], tone: "good" }] },
          { url: "https://www.xiaohongshu.com/explore/1", text: w.buttons[2] },
        ],
        [
          "阿禾 *素人*",
          { value: 64, text: "64" },
          null,
          null,
          { people: [jonas] },
          {
            tags: [
              { text: states[1], tone: "info" },
              { text: states[2], tone: "danger" },
            ],
          },
          null,
        ],
      ],
    },
    {
      kind: "chart",
      title: w.charts.score,
      alt: w.charts.scoreAlt,
      shape: "radar",
      categories: w.parts,
      series: [{ name: w.facts[0] === "Followers" ? "Points" : "得分", values: [21, 17.5, 14, 12.2, 6.5] }],
    },
    {
      kind: "chart",
      title: w.charts.reads,
      alt: w.charts.readsAlt,
      shape: "area",
      categories: w.months,
      series: [
        { name: w.series[0], values: [1_200, 2_300, 3_400] },
        { name: w.series[1], values: [900, 950, 880] },
      ],
    },
    {
      kind: "chart",
      title: w.charts.spend,
      alt: w.charts.spendAlt,
      shape: "pie",
      categories: w.tiers,
      series: [{ name: "¥", values: [30_000, 50_000, 20_000] }],
    },
    { kind: "progress", done: 3, total: 12, label: w.progress },
    {
      kind: "steps",
      title: w.steps.title,
      steps: w.steps.names.map((name, index) => ({
        text: name,
        state: (["done", "failed", "active", "waiting"] as const)[index] ?? "waiting",
      })),
    },
    { kind: "people", label: w.people, people: [maya, jonas, xiaowen] },
    { kind: "picture", file: PICTURE, title: w.picture.title, alt: w.picture.alt },
  ];
}

function formPart({ form, formats }: Words): Part {
  const [followers = "", remark = "", asOf = "", at = "", format = ""] = form.fields;
  return {
    kind: "form",
    open: form.open,
    form: {
      title: form.title,
      call: call("vet", { creator: 7 }),
      submit: form.submit,
      intro: [text(form.intro)],
      fields: [
        {
          kind: "text",
          name: "followers",
          label: followers,
          hint: "82k / 8.2万",
          placeholder: "8.2万",
          required: true,
        },
        { kind: "long-text", name: "remark", label: remark, required: false },
        { kind: "date", name: "asOf", label: asOf, required: true, initial: "2026-11-20" },
        { kind: "time", name: "at", label: at, required: false, initial: "20:00" },
        {
          kind: "choice",
          name: "format",
          label: format,
          required: true,
          initial: "video",
          choices: [
            { value: "image", label: formats[0] },
            { value: "video", label: formats[1] },
          ],
        },
      ],
    },
  };
}

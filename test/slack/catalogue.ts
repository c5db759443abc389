/** A card with a part of every kind, a form with a field of every kind, and readings to draw them for. */
import {
  bold,
  button,
  type Card,
  call,
  divider,
  type Form,
  facts,
  fold,
  link,
  list,
  mention,
  note,
  text,
} from "../../src/chat/card.ts";
import { type LeftOutWords, leftOutWords } from "../../src/chat/left-out.ts";
import { createReading, type Reading } from "../../src/chat/reading.ts";
import { locales } from "../../templates/locales/index.ts";

export const english: Reading = createReading("en", "Europe/Berlin", locales.en);
export const chinese: Reading = createReading("zh-CN", "Asia/Shanghai", locales["zh-CN"]);

export const words: LeftOutWords = leftOutWords(english);

export const form: Form = {
  title: "Vet a creator",
  call: call("vet", { creator: "小鹿护肤", campaign: 7 }),
  submit: "Score it",
  intro: [text("Numbers of the last 90 days.")],
  fields: [
    {
      kind: "text",
      name: "followers",
      label: "Followers",
      hint: "82k or 8.2万",
      placeholder: "82k",
      required: true,
    },
    {
      kind: "long-text",
      name: "reason",
      heading: "For the list",
      label: "Why this creator",
      required: false,
      initial: "Fits the spring line",
    },
    { kind: "date", name: "posted", label: "Posted on", required: true, initial: "2026-12-01" },
    { kind: "time", name: "at", label: "At", required: false, initial: "20:00" },
    {
      kind: "choice",
      name: "category",
      label: "Category",
      required: true,
      initial: "beauty",
      choices: [
        { value: "beauty", label: "Beauty" },
        { value: "food", label: "Food" },
      ],
    },
  ],
};

export const catalogue: Card = {
  title: "小鹿护肤 · 71 of 100",
  tone: "warning",
  summary: "小鹿护肤 scores 71 of 100: check the follower spike before you pass",
  body: [
    {
      kind: "text",
      spans: [
        text("Vetted by "),
        mention({ name: "Maya", slack: "U09K3MAYA1" }),
        text(" for "),
        bold("Spring & Co"),
      ],
    },
    {
      kind: "text",
      spans: [text("Profile: "), link("open", "https://www.xiaohongshu.com/user/profile/1?a=1&b=2")],
    },
    facts([
      ["Followers", "82,000"],
      ["Quote", { kind: "money", money: { amount: 300_000, currency: "CNY" }, text: "¥3,000" }],
      ["Seen", { kind: "time", at: "2026-12-01T12:00:00Z", text: "Tue 1 Dec, 13:00" }],
      ["Handle", "_lu_lu_"],
    ]),
    list(["fits the category", [text("asks "), bold("¥3,000")]]),
    {
      kind: "table",
      caption: "Against the shortlist",
      columns: [
        { title: "Creator", kind: "text" },
        { title: "Score", kind: "number" },
      ],
      rows: [
        ["小鹿护肤", { value: 71, text: "71" }],
        ["Anna", null],
      ],
    },
    {
      kind: "chart",
      title: "Score by part",
      alt: "Content is the strongest part.",
      shape: "bar",
      categories: ["Audience", "Content"],
      series: [{ name: "Points", values: [18, 22] }],
    },
    { kind: "progress", done: 3, total: 12, label: "drafts approved" },
    {
      kind: "people",
      label: "With",
      people: [
        { name: "Jonas", slack: "U09K3JONA2" },
        { name: "王敏", lark: "ou_1" },
      ],
    },
    { kind: "columns", left: [text("Tue 20:00 Shanghai")], right: [text("Tue 13:00 Berlin")] },
    divider,
    fold("Evidence", [
      facts([["Source", "Pugongying"]]),
      list(["median of 23 notes"]),
      divider,
      { kind: "note", spans: [text("rules 1")] },
    ]),
    note("Rules 1 · snapshot 4f2a"),
    {
      kind: "actions",
      buttons: [
        button("Shortlist", call("shortlist add", { creator: "小鹿护肤" }), { style: "primary" }),
        button("Reject", call("creator reject", { id: 7 }), {
          style: "danger",
          confirm: { title: "Reject?", text: "The creator leaves the list.", ok: "Reject", cancel: "Keep" },
        }),
        { kind: "link", label: "Profile", url: "https://www.xiaohongshu.com/user/profile/1" },
      ],
    },
    { kind: "form", form, open: "Add numbers" },
  ],
};

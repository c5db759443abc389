/** A card with every kind of part, as people could get it, and one that is hostile from end to end. */
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
  quiet,
  text,
} from "../../src/chat/card.ts";

/** An account of the sandbox's Lark, so that mentions are of somebody who exists there. */
export const catalogue = (openId: string): Card => ({
  title: "小鹿护肤 · 账号评估",
  tone: "good",
  summary: "小鹿护肤: 71 分, 建议入选",
  body: [
    line("71 of 100, based on ", bold("62 points"), " of evidence · ", quiet("38 unknown")),
    line(
      "跟进人 ",
      mention({ name: "林晓雯", lark: openId }),
      " / ",
      mention({ name: "Jonas (Slack)", slack: "U1" }),
    ),
    facts([
      ["粉丝", "8.2万"],
      ["报价", { kind: "money", money: { amount: 300_000, currency: "CNY" }, text: "¥3,000" }],
      ["档期", { kind: "time", at: "2026-12-01T12:00:00Z", text: "Tue 1 Dec, 20:00" }],
    ]),
    facts([
      ["Rate", "likes and saves per follower, median of 23 notes in 90 days: 2.4% (passes 1.5%)"],
      ["主页", link("小红书", "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400?a=(1)")],
    ]),
    { kind: "progress", done: 3, total: 8, label: "drafts approved" },
    {
      kind: "table",
      caption: "名单",
      columns: [
        { title: "博主", kind: "text" },
        { title: "粉丝", kind: "number" },
      ],
      rows: [
        ["小鹿护肤", { value: 82_000, text: "8.2万" }],
        ["阿禾 *素人*", null],
      ],
    },
    {
      kind: "chart",
      title: "阅读量",
      alt: "图文笔记涨得更快。",
      shape: "bar",
      categories: ["11-01", "11-02"],
      series: [
        { name: "图文笔记", values: [1_200, 3_400] },
        { name: "视频笔记", values: [900, Number.NaN] },
      ],
    },
    {
      kind: "people",
      label: "审稿人",
      people: [
        { name: "林晓雯", lark: openId },
        { name: "Jonas", slack: "U1" },
      ],
    },
    { kind: "columns", left: [text("Shanghai 20:00")], right: [text("Berlin 13:00")] },
    divider,
    list(["第一条", [bold("二"), text("\n条")]]),
    fold("查看依据", [
      facts([["Rules", "2026-11"]]),
      { kind: "note", spans: [text("数据完整度 62%")] },
      list(["snapshot 17"]),
    ]),
    note("费率 2026-11-20 · ", link("source", "https://example.com/fx")),
    actions(
      button("Shortlist", call("shortlist add", { creator: 7 }), { style: "primary" }),
      button("Reject", call("shortlist reject", { creator: 7 }), {
        style: "danger",
        confirm: { title: "Reject?", text: "The reason goes to the agency.", ok: "Reject", cancel: "Back" },
      }),
      { kind: "link", label: "Open note", url: "https://www.xiaohongshu.com/explore/1" },
    ),
    {
      kind: "form",
      open: "Type numbers",
      form: {
        title: "补充数据",
        call: call("vet", { creator: 7 }),
        submit: "重新评估",
        intro: [text("截图里的数字")],
        fields: [
          {
            kind: "text",
            name: "followers",
            label: "粉丝",
            hint: "82k / 8.2万",
            placeholder: "8.2万",
            required: true,
          },
          { kind: "long-text", name: "remark", label: "备注", required: false, initial: "第一行\n第二行" },
          { kind: "date", name: "asOf", label: "日期", required: true, initial: "2026-11-20" },
          { kind: "time", name: "at", label: "时间", required: false },
          {
            kind: "choice",
            name: "format",
            label: "形式",
            required: true,
            initial: "video",
            choices: [
              { value: "image", label: "图文笔记" },
              { value: "video", label: "视频笔记" },
            ],
          },
        ],
      },
    },
  ],
});

export const HOSTILE = [
  "<at id=all></at>",
  "<at user_id='all'>x</at>",
  "</font><at ids=ou_1,ou_2></at>",
  "[x](javascript:alert(1))",
  "**bold** _it_ ~~s~~ `code` ```\nblock\n```",
  "# h\n- li\n1. n\n> q\n---\n    four",
  "&lt;at id=all&gt;",
  ":OK: $x \u202Egnp.exe\u0000",
  "<!channel> <text_tag color='red'>x</text_tag>",
].join("\n");

/** One message, one modal and one card that use much of what the platforms can draw. */
import type { types } from "@slack/bolt";

const plain = (text: string) => ({ type: "plain_text" as const, text });
const mrkdwn = (text: string) => ({ type: "mrkdwn" as const, text });

const CREATORS = ["小鹿护肤", "Momo 的日常", "阿宁", "林小满", "Coco 酱", "夏天不热", "豆豆测评"];

export const MESSAGE: types.KnownBlock[] = [
  { type: "header", text: plain("小鹿护肤 scores 71 of 100 :seedling:") },
  {
    type: "section",
    text: mrkdwn(
      "*Mid tier*, _82,000 followers_, `quote ¥3,000`. See <https://example.com/rules|the rules>.",
    ),
    accessory: {
      type: "overflow",
      action_id: "more",
      options: [{ text: plain("Vet again"), value: "again" }],
    },
  },
  {
    type: "section",
    fields: [
      mrkdwn("*Coverage*\n62 %"),
      mrkdwn("*Fair price*\n¥2,600 – ¥3,400"),
      mrkdwn("*Range*\n44 – 82"),
      mrkdwn("*Data*\n3 days old"),
    ],
  },
  { type: "divider" },
  {
    type: "data_table",
    caption: "Shortlist",
    page_size: 5,
    rows: [
      [
        { type: "raw_text", text: "Creator" },
        { type: "raw_text", text: "Score" },
      ],
      ...CREATORS.map((name, index) => [
        { type: "raw_text" as const, text: name },
        { type: "raw_number" as const, value: 50 + index * 5, text: String(50 + index * 5) },
      ]),
    ],
  },
  {
    type: "container",
    title: plain("Evidence"),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: "section", text: mrkdwn("Median of 23 notes in 90 days.") }],
  },
  {
    type: "actions",
    block_id: "next",
    elements: [
      {
        type: "button",
        action_id: "shortlist",
        text: plain("Add to shortlist"),
        style: "primary",
        value: "1",
      },
      {
        type: "button",
        action_id: "reject",
        text: plain("Reject"),
        style: "danger",
        confirm: {
          title: plain("Reject?"),
          text: plain("The creator leaves the list."),
          confirm: plain("Yes, reject"),
          deny: plain("Keep"),
        },
      },
      {
        type: "static_select",
        action_id: "tier",
        placeholder: plain("Tier"),
        options: ["KOC", "Mid", "Top"].map((name) => ({ text: plain(name), value: name })),
      },
    ],
  },
  { type: "context", elements: [mrkdwn("Rules v3 · <!date^1798761600^{date_short} {time}|1 Jan 2027>")] },
];

/** Newer than the package's types. */
export const CHART = {
  type: "data_visualization",
  title: "Engagement by wave",
  chart: {
    type: "bar",
    axis_config: { categories: ["Seeding", "Burst", "Sustain"] },
    series: [
      {
        name: "Saves",
        data: [
          { label: "Seeding", value: 1100 },
          { label: "Burst", value: 2400 },
          { label: "Sustain", value: 900 },
        ],
      },
    ],
  },
};

export const MODAL: types.ModalView = {
  type: "modal",
  callback_id: "vet",
  title: plain("Vet a creator"),
  submit: plain("Score"),
  close: plain("Not now"),
  blocks: [
    {
      type: "input",
      block_id: "name",
      label: plain("Name or link"),
      hint: plain("A Xiaohongshu nickname is enough."),
      element: { type: "plain_text_input", action_id: "name" },
    },
    {
      type: "input",
      block_id: "day",
      optional: true,
      label: plain("Posting day"),
      element: { type: "datepicker", action_id: "day" },
    },
    {
      type: "input",
      block_id: "tier",
      label: plain("Tier"),
      element: {
        type: "static_select",
        action_id: "tier",
        options: ["KOC", "Mid"].map((name) => ({ text: plain(name), value: name.toLowerCase() })),
      },
    },
  ],
};

const larkText = (content: string) => ({ tag: "plain_text", content });

export const CARD = {
  schema: "2.0",
  config: { update_multi: true },
  header: {
    title: larkText("小鹿护肤 · 初稿待审"),
    subtitle: larkText("第 1 轮修改 · 今天 18:00 截止"),
    template: "orange",
    text_tag_list: [{ tag: "text_tag", text: larkText("初审"), color: "orange" }],
  },
  body: {
    elements: [
      {
        tag: "markdown",
        content: "**必提点**：质地清爽\n- 上脸展示\n- 用了 *两周*\n<font color='grey'>来自品牌方</font>",
      },
      {
        tag: "column_set",
        columns: [
          {
            tag: "column",
            width: "weighted",
            weight: 1,
            elements: [{ tag: "markdown", content: "**评分**\n71" }],
          },
          {
            tag: "column",
            width: "weighted",
            weight: 1,
            elements: [{ tag: "markdown", content: "**报价**\n¥3,000" }],
          },
        ],
      },
      {
        tag: "table",
        page_size: 3,
        columns: [
          { name: "who", display_name: "博主", data_type: "text" },
          { name: "score", display_name: "评分", data_type: "number", horizontal_align: "right" },
        ],
        rows: CREATORS.map((who, index) => ({ who, score: 50 + index * 5 })),
      },
      {
        tag: "chart",
        chart_spec: {
          type: "line",
          title: { text: "互动量" },
          data: { values: [1, 2, 3, 4].map((day) => ({ day: `第${day}天`, value: day * day * 100 })) },
          xField: "day",
          yField: "value",
        },
      },
      {
        tag: "collapsible_panel",
        header: { title: larkText("查看依据") },
        elements: [{ tag: "markdown", content: "近 90 天 23 篇笔记的中位数。" }],
      },
      {
        tag: "form",
        name: "review",
        elements: [
          {
            tag: "input",
            name: "reason",
            required: true,
            label: larkText("修改意见"),
            placeholder: larkText("写给博主的话"),
          },
          {
            tag: "select_static",
            name: "code",
            placeholder: larkText("原因"),
            options: [
              { text: larkText("品牌"), value: "brand" },
              { text: larkText("合规"), value: "claim" },
            ],
          },
          {
            tag: "button",
            name: "send",
            type: "primary_filled",
            text: larkText("请修改"),
            form_action_type: "submit",
            behaviors: [{ type: "callback", value: { c: "decide" } }],
          },
        ],
      },
      {
        tag: "button",
        type: "primary",
        text: larkText("通过"),
        behaviors: [{ type: "callback", value: { c: "approve" } }],
      },
    ],
  },
};

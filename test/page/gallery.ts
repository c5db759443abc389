/** What the platforms can draw beyond the everyday: steps, cards, pictures, pies, and charts of many kinds. */

const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const rich = (text: string) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
});

/** Newer than the package's types. */
export const STEPS = [
  {
    type: "plan",
    title: "小鹿护肤, from brief to payment",
    tasks: [
      { type: "task_card", task_id: "1", title: "Brief agreed", status: "complete" },
      {
        type: "task_card",
        task_id: "2",
        title: "First draft in review",
        status: "in_progress",
        details: rich("With 林晓雯 since this morning."),
      },
      { type: "task_card", task_id: "3", title: "Post", status: "pending" },
      { type: "task_card", task_id: "4", title: "First payment bounced", status: "error" },
    ],
  },
  {
    type: "carousel",
    elements: ["小鹿护肤", "阿宁", "林小满"].map((name, index) => ({
      type: "card",
      title: mrkdwn(`*${name}*`),
      subtitle: mrkdwn(`${89 - index * 4} of 100 · mid-tier`),
      body: mrkdwn("Strongest: followers in the target group. Fair price ¥1,150 to ¥7,750."),
      actions: [{ type: "button", action_id: `open-${index}`, text: plain("Open"), value: name }],
    })),
  },
];

/** @param fileId of a picture that was shared */
export const PICTURES = (fileId: string) => [
  {
    type: "image",
    slack_file: { id: fileId },
    alt_text: "A jar of cream on a shelf",
    title: plain("Draft cover"),
  },
  {
    type: "data_visualization",
    title: "Budget by tier",
    chart: {
      type: "pie",
      segments: [
        { label: "Mid", value: 62_000 },
        { label: "Micro", value: 38_000 },
        { label: "KOC", value: 20_000 },
      ],
    },
  },
  {
    type: "data_visualization",
    title: "Saves a week",
    chart: {
      type: "area",
      axis_config: { categories: ["W1", "W2", "W3", "W4"], x_label: "Week", y_label: "Saves" },
      series: [
        {
          name: "Seeding",
          data: [400, 900, 1500, 1250].map((value, index) => ({ label: `W${index + 1}`, value })),
        },
        {
          name: "Burst",
          data: [100, 300, 1900, 2400].map((value, index) => ({ label: `W${index + 1}`, value })),
        },
      ],
    },
  },
];

const larkText = (content: string) => ({ tag: "plain_text", content });
const chart = (spec: object) => ({ tag: "chart", aspect_ratio: "16:9", chart_spec: spec });
const WEEKS = ["种草期", "爆发期", "延续期"];

/** @param person an open_id */
export const CHARTS = (person: string) => ({
  schema: "2.0",
  config: { update_multi: true },
  header: { title: larkText("春季种草 · 周报"), template: "blue" },
  body: {
    elements: [
      chart({
        type: "bar",
        title: { text: "各阶段互动" },
        data: {
          values: WEEKS.flatMap((week, index) => [
            { week, kind: "点赞", value: 1900 * (index + 1) },
            { week, kind: "收藏", value: 1100 * (3 - index) },
          ]),
        },
        xField: ["week", "kind"],
        yField: "value",
        seriesField: "kind",
        legends: { visible: true, orient: "bottom" },
      }),
      chart({
        type: "pie",
        title: { text: "预算分布" },
        data: {
          values: [62, 38, 20].map((value, index) => ({ tier: ["腰部", "初级", "素人"][index], value })),
        },
        categoryField: "tier",
        valueField: "value",
        legends: { visible: true, orient: "right" },
      }),
      { tag: "person_list", persons: [{ id: person }] },
      { tag: "hr" },
      { tag: "checker", name: "seen", text: larkText("已和博主确认"), checked: false },
    ],
  },
});

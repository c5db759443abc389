/** Help, forms to open, wrong input, refusals and errors. */
import type { InputProblem } from "../../../src/chat/features/common.ts";
import type { ErrorCode, ErrorDetails } from "../../../src/domain/errors.ts";
import type { Samples } from "./sample.ts";

const vetLine = "/vet 小鹿护肤 followers=82k likes=1900 saves=1100 comments=130 reads=41000 quote=3000";

const vetLineZh = "/看号 小鹿护肤 粉丝=82k 点赞=1900 收藏=1100 评论=130 阅读=41000 图文报价=3000";

const input = (name: string, en: string, zh: string, typed = name) => ({
  name,
  label: { en, "zh-CN": zh },
  typed: { en: name, "zh-CN": typed },
});
const creator = input("creator", "Creator", "博主", "博主");
const followers = input("followers", "Followers", "粉丝数", "粉丝");
const likes = input("likes", "Likes per note (median)", "单篇点赞（中位数）", "点赞");
const active = input("active", "Active followers", "活跃粉丝占比", "活跃粉丝");
const quote = input("quote", "Quote, image note", "图文报价", "图文报价");

const vetHelp = {
  name: "vet",
  aliases: ["看号", "账号评估"],
  summary: { en: "Vet a creator", "zh-CN": "看号：给博主打分" },
  example: vetLine,
  exampleTyped: { en: vetLine, "zh-CN": vetLineZh },
  fields: [
    { ...creator, example: "小鹿护肤", required: true },
    { ...followers, example: "82k", required: false },
    { ...quote, example: "3000", required: false },
  ],
};

export const common: Samples = {
  help: {
    all: {
      data: {
        commands: [
          vetHelp,
          {
            name: "settings",
            aliases: ["me", "设置", "我的设置"],
            summary: { en: "Your language and time zone", "zh-CN": "我的语言和时区" },
            fields: [],
          },
        ],
        detail: false,
      },
    },
    one: {
      data: { commands: [vetHelp], detail: true },
      verbatim: [vetLine, vetLineZh, "creator=小鹿护肤", "看号", "账号评估"],
    },
  },
  "open-form": {
    "people-add": {
      data: {
        command: "people add",
        summary: { en: "Add a member or change one", "zh-CN": "添加或修改成员" },
        input: { email: "lin@agency.example" },
        missing: [input("role", "Role", "角色")],
      },
      verbatim: ["people add"],
    },
    "vet-numbers": {
      data: {
        command: "vet numbers",
        summary: { en: "Vet with new numbers", "zh-CN": "填新数据看号" },
        input: { creator: "小鹿护肤" },
        missing: [],
      },
    },
  },
  "input-problem": {
    vet: {
      data: {
        command: "vet",
        typed: { en: "vet", "zh-CN": "看号" },
        understood: [
          { field: creator, value: "小鹿护肤" },
          { field: likes, value: "1900" },
        ],
        problems: [
          { field: followers, value: "8千+", problem: "bucket", example: "82k" },
          { field: active, value: "0.9", problem: "ambiguous-percent", example: "52%" },
          { field: input("tone", "tone", "tone"), value: "warm", problem: "unknown-field" },
          {
            field: input("folowers", "folowers", "folowers"),
            value: "82k",
            problem: "unknown-field",
            near: followers.typed,
          },
        ],
        example: vetLine,
        exampleTyped: { en: vetLine, "zh-CN": vetLineZh },
      },
      verbatim: [vetLine, "creator=小鹿护肤", "8千+", "tone", "warm", "folowers"],
    },
    "from-an-earlier-version": {
      data: {
        command: "vet",
        understood: [],
        problems: [
          {
            field: { name: "followers", label: followers.label },
            value: "8千+",
            problem: "bucket",
            example: "82k",
          },
        ],
        example: vetLine,
      },
      verbatim: [vetLine, "8千+"],
    },
  },
  refusal: {
    "not-allowed": {
      data: {
        code: "not-allowed",
        details: { command: "people", commandZh: "成员", roles: "admin,manager", role: "partner" },
      },
    },
    "unknown-creator": {
      data: { code: "unknown-creator", details: { text: "小鹿", near: "小鹿护肤" } },
      verbatim: ["小鹿护肤", "小鹿"],
    },
  },
  error: { any: { data: { errorId: "err_01JD9Q", command: "vet" }, verbatim: ["err_01JD9Q"] } },
};

/** What a refusal of each code may carry. */
export const REFUSALS: Readonly<Record<ErrorCode, readonly ErrorDetails[]>> = {
  "bad-input": [
    {},
    { problem: "short-link" },
    { problem: "note-link" },
    { problem: "other-link" },
    { problem: "not-a-group" },
    { problem: "compare-count", count: 1 },
  ],
  "not-allowed": [{ command: "people add", commandZh: "成员 添加", roles: "admin", role: "marketer" }],
  "unknown-person": [{}],
  "unknown-creator": [{ text: "小鹿" }],
  "ambiguous-creator": [{ text: "小鹿", names: "小鹿护肤 (@xiaolu), 小鹿穿搭 (@lulu)" }],
  "still-vetting": [{ text: "小鹿" }, { text: "7", file: "list.csv" }],
  "not-in-list": [{ text: "小鹿", count: 185 }],
  "both-at-work": [{ text: "小鹿", other: "小鹿护肤" }],
  "two-accounts": [{ text: "小鹿护肤", other: "小鹿" }],
  "unknown-campaign": [{ text: "Spring", names: "春季种草" }, { text: "Spring" }],
  "ambiguous-campaign": [{ names: "春季种草, Double 11" }],
  "no-campaign": [{}],
  "unknown-draft": [{ text: "小鹿护肤" }, {}],
  "own-draft": [{}],
  "already-decided": [{ by: "林晓雯" }, {}],
  "flag-overruled": [{ by: "林晓雯" }, {}],
  "old-card": [{}, { current: 3, draft: "dra_0012" }],
  "no-slot": [{ text: "小鹿护肤" }],
  "no-plan": [{ text: "小鹿护肤" }],
  "plan-exists": [{ text: "小鹿护肤" }],
  "unknown-milestone": [{}],
  "already-paid": [{}],
  "not-payable": [{}],
  "amount-mismatch": [{ expected: "¥1,500", given: "¥1,800" }],
  "own-request": [{}],
  "bad-split": [{}],
  "bad-link-code": [{}],
  "link-taken": [{}],
  "file-too-large": [{ mb: 42, limit: 30 }],
  "file-empty": [{}, { reason: "no-rows" }],
  "file-not-table": [{}],
  "file-unreadable": [{}],
  "no-creator-column": [{}, { chosen: "yes" }],
  "no-comment-column": [{ columns: "昵称, 粉丝数" }],
  "currency-mismatch": [{ currency: "CNY", given: "USD" }],
  "price-frozen": [{ row: 3 }],
  "list-closed": [{ number: 2 }],
  "unknown-list": [{}],
  "unknown-rows": [{ text: "99" }],
  "nothing-to-submit": [{ names: "小鹿护肤、阿禾" }, {}],
  "own-list": [{}],
  "brand-only": [{}],
  "agency-only": [{}],
  "past-date": [{ date: "2026-11-01" }],
  "name-taken": [{ text: "春季种草" }],
  "unknown-chat": [{ text: "#double-11" }],
  "chat-bound": [{ text: "Double 11" }],
  "extra-round": [{}],
  "unknown-command": [{ text: "vett 小鹿护肤", near: "vet" }, { text: "?" }],
  "stale-event": [{}],
  "platform-refused": [{}],
  "platform-unreachable": [{}],
  "rate-limited": [{}],
  internal: [{}],
};

/** What a person may have typed to earn each problem. */
export const INPUT_PROBLEMS: Readonly<Record<InputProblem, string>> = {
  empty: "",
  "not-a-number": "many",
  "unknown-unit": "82x",
  bucket: "1千+",
  negative: "-5",
  "too-large": "9999999999999",
  "not-whole": "3.5",
  "ambiguous-percent": "0.9",
  missing: "",
  "unknown-field": "82k",
  "not-a-date": "2026-13-40",
  "not-a-time": "8pm",
  "not-a-choice": "boss",
  "too-long": "…",
  "not-a-zone": "Shanghai/Asia",
  "not-an-email": "lin@",
  "not-a-link": "docs.qq.com",
  "bad-split": "50/60",
  "not-shares": "18-24",
  "chosen-twice": "followers",
  "no-name-column": "none",
  wrong: "?",
};

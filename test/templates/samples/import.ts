/** Creator lists: at work, of no use, ranked. */
import type { TemplateInput } from "../../../src/chat/template-data.ts";
import { maya, type Samples, xiaowen } from "./sample.ts";

const fileName = "pugongying-creators.csv";
const verbatim = [
  fileName,
  "林晓雯",
  "Maya Lindqvist",
  "春季种草",
  "小鹿护肤",
  "阿禾",
  "大橘 Tangerine",
  "微信号",
];

const started: TemplateInput<"import-progress"> = {
  id: "imp_1",
  fileName,
  done: 0,
  total: null,
  failure: null,
  startedBy: xiaowen,
  startedAt: "2026-11-23T02:00:00Z",
};

const doubtfulPrice = {
  key: "5:price",
  line: 5,
  creator: "小鹿护肤",
  about: {
    kind: "price" as const,
    image: { amount: 80_000_000_00, currency: "CNY" as const },
    video: null,
    low: { amount: 500_000, currency: "CNY" as const },
    high: { amount: 3_000_000, currency: "CNY" as const },
  },
  answer: null,
};
const maybeSame = {
  key: "7:same-creator",
  line: 7,
  creator: "大橘 Tangerine",
  about: {
    kind: "same-creator" as const,
    mark: "daju_02",
    other: "大橘🍊",
    otherMark: "daju2020",
    city: "上海",
    followers: 1_250_000,
    otherFollowers: 1_180_000,
  },
  answer: null,
};
const namesakes = {
  key: "9:which-creator",
  line: 9,
  creator: "阿禾",
  about: {
    kind: "which-creator" as const,
    followers: 82_000,
    candidates: [
      { id: "cre_05", name: "阿禾", mark: "ahe_daily", followers: 81_400 },
      { id: "cre_06", name: "阿禾", mark: "5ff0e6410000000001008401", followers: 3_200 },
      { id: "cre_07", name: "阿禾", mark: null, followers: null },
    ],
    more: 0,
    chosen: null,
    duplicateOf: null,
  },
  answer: null,
};
const chosenAs = (chosen: string | null, score: number | null, duplicateOf: number | null = null) => ({
  ...namesakes,
  about: { ...namesakes.about, chosen, duplicateOf },
  answer: { yes: chosen !== null, by: maya, at: "2026-11-23T03:00:00Z", score },
});
const asked = { id: "imp_1", fileName };
const askedVerbatim = [...verbatim, "大橘🍊", "daju_02", "daju2020", "上海", "ahe_daily"];

const ranked: TemplateInput<"import-result">["rows"] = [
  {
    place: 1,
    name: "小鹿护肤",
    tier: "mid",
    followers: 82_000,
    score: 87.8,
    rawScore: 87.8,
    band: "good",
    coverage: 0.97,
    quote: { amount: 330_000, currency: "CNY" },
    standing: "within",
    flags: 0,
    overruled: ["F7"],
  },
  {
    place: 2,
    name: "大橘 Tangerine",
    tier: "top",
    followers: 1_250_000,
    score: 51.3,
    rawScore: 51.3,
    band: "not-recommended",
    coverage: 0.62,
    quote: { amount: 8_000_000_00, currency: "CNY" },
    standing: "far-off",
    flags: 3,
    overruled: [],
  },
  {
    place: 3,
    name: "阿禾",
    tier: null,
    followers: null,
    score: null,
    rawScore: 63.2,
    band: null,
    coverage: 0.38,
    quote: null,
    standing: null,
    flags: 0,
    overruled: [],
  },
];

const ranking: TemplateInput<"import-result"> = {
  id: "imp_1",
  fileName,
  vendor: "pugongying",
  campaign: "春季种草",
  scheme: "T4",
  counts: { withVerdict: 2, withoutVerdict: 1, rowsSetAside: 0, cellsUnused: 0 },
  personalColumns: [],
  missing: [],
  rows: ranked,
  startedBy: maya,
  finishedAt: "2026-11-23T02:01:30Z",
};

export const importLists: Samples = {
  "import-mapping": {
    asking: {
      data: {
        ...asked,
        columns: [
          { title: "推荐人选", example: "小鹿护肤", guess: "name" },
          { title: "粉量级别", example: "82000", guess: "followers" },
          { title: "近期表现", example: "3,130", guess: null },
          { title: "合作价(含税)", example: "3000", guess: "quote-image" },
        ],
        pages: [0],
        startedBy: xiaowen,
        startedAt: "2026-11-23T02:00:00Z",
      },
      verbatim: [...verbatim, "推荐人选", "粉量级别", "近期表现", "合作价(含税)"],
    },
    "two-forms": {
      data: {
        ...asked,
        columns: [
          { title: "Talent", example: "小鹿护肤", guess: "name" },
          { title: "Fans", example: "82000", guess: "followers" },
          { title: "Rate", example: "3000", guess: "quote-image" },
          { title: "Remarks", example: "", guess: null },
        ],
        pages: [0, 2],
        startedBy: xiaowen,
        startedAt: "2026-11-23T02:00:00Z",
      },
      verbatim: [...verbatim, "Talent", "Fans", "Rate", "Remarks"],
    },
    "one-form-said": {
      data: {
        ...asked,
        columns: [
          { title: "Talent", example: "小鹿护肤", guess: "name" },
          { title: "Fans", example: "82000", guess: "followers" },
          { title: "Rate", example: "3000", guess: "quote-image" },
          { title: "Remarks", example: "", guess: null },
        ],
        pages: [0, 2],
        said: [0],
        startedBy: xiaowen,
        startedAt: "2026-11-23T02:00:00Z",
      },
      verbatim: [...verbatim, "Talent", "Fans", "Rate", "Remarks"],
    },
    clash: {
      data: {
        ...asked,
        columns: [
          { title: "Talent", example: "小鹿护肤", guess: null },
          { title: "Fans", example: "82000", guess: "followers" },
          { title: "Size", example: "80000", guess: "followers" },
          { title: "Remarks", example: "", guess: null },
        ],
        pages: [0, 2],
        said: [0, 2],
        clash: { meaning: "followers", columns: ["Fans", "Size"] },
        namesNobody: true,
        startedBy: xiaowen,
        startedAt: "2026-11-23T02:00:00Z",
      },
      verbatim: [...verbatim, "Talent", "Fans", "Size", "Remarks"],
    },
  },
  "import-questions": {
    price: { data: { ...asked, open: 1, questions: [doubtfulPrice] }, verbatim: askedVerbatim },
    several: { data: { ...asked, open: 2, questions: [doubtfulPrice, maybeSame] }, verbatim: askedVerbatim },
    which: { data: { ...asked, open: 1, questions: [namesakes] }, verbatim: askedVerbatim },
    "which-and-price": {
      data: { ...asked, open: 2, questions: [doubtfulPrice, namesakes] },
      verbatim: askedVerbatim,
    },
    chosen: {
      data: {
        ...asked,
        open: 0,
        questions: [
          chosenAs("cre_06", 71.4),
          { ...chosenAs("cre_05", null, 4), key: "10:which-creator", line: 10 },
          { ...chosenAs(null, null), key: "11:which-creator", line: 11 },
        ],
      },
      verbatim: askedVerbatim,
    },
    same: {
      data: {
        ...asked,
        open: 0,
        questions: [
          {
            ...maybeSame,
            answer: { yes: true, by: xiaowen, at: "2026-11-23T03:05:00Z", score: null, merged: "cre_02" },
          },
        ],
      },
      verbatim: askedVerbatim,
    },
    answered: {
      data: {
        ...asked,
        open: 0,
        questions: [
          {
            ...doubtfulPrice,
            answer: { yes: true, by: maya, at: "2026-11-23T03:00:00Z", score: 71.4 },
          },
          { ...maybeSame, answer: { yes: false, by: xiaowen, at: "2026-11-23T03:05:00Z", score: null } },
        ],
      },
      verbatim: askedVerbatim,
    },
  },
  "import-report": {
    agency: {
      data: {
        ...asked,
        rowsSetAside: 4,
        cellsUnused: 7,
        reasons: [
          {
            what: "cell",
            reason: "bucket",
            count: 7,
            examples: [
              { line: 3, name: "小鹿护肤", text: "粉丝数 1千+" },
              { line: 9, name: "阿禾", text: "粉丝数 1万+" },
            ],
          },
          {
            what: "row",
            reason: "duplicate",
            count: 3,
            examples: [{ line: 12, name: "小鹿护肤", text: "" }],
          },
          { what: "row", reason: "no-name", count: 1, examples: [{ line: 20, name: "", text: "" }] },
          {
            what: "row",
            reason: "text-line",
            count: 1,
            examples: [{ line: 22, name: "备注：报价含税", text: "" }],
          },
          {
            what: "row",
            reason: "other-header",
            count: 3,
            examples: [{ line: 25, name: "阿禾", text: "" }],
          },
        ],
        evidenceColumns: ["档期状态", "返点比例"],
        personalColumns: ["微信号"],
        mayMap: true,
      },
      verbatim: [...verbatim, "粉丝数 1千+", "粉丝数 1万+", "档期状态", "返点比例", "备注：报价含税"],
    },
    sheets: {
      data: {
        ...asked,
        rowsSetAside: 0,
        cellsUnused: 0,
        reasons: [],
        evidenceColumns: [],
        personalColumns: [],
        sheets: { read: "美妆", left: ["母婴", "美食"] },
        mayMap: true,
      },
      verbatim: [...verbatim, "美妆", "母婴", "美食"],
    },
    guessed: {
      data: {
        ...asked,
        rowsSetAside: 0,
        cellsUnused: 0,
        reasons: [],
        evidenceColumns: ["返点"],
        personalColumns: [],
        guessedColumns: [
          { column: "近30天阅读中位数", meaning: "reads" },
          { column: "所在地区", meaning: "city" },
        ],
        mayMap: true,
        pages: [0, 11, 23],
        columns: 31,
      },
      verbatim: [...verbatim, "近30天阅读中位数", "所在地区", "返点"],
    },
    vendor: {
      data: {
        ...asked,
        rowsSetAside: 0,
        cellsUnused: 1,
        reasons: [
          {
            what: "cell",
            reason: "not-a-number",
            count: 1,
            examples: [{ line: 8, name: "阿禾", text: "面议" }],
          },
        ],
        evidenceColumns: [],
        personalColumns: [],
        mayMap: false,
      },
      verbatim: [...verbatim, "面议"],
    },
  },
  "import-progress": {
    reading: { data: started, verbatim },
    vetting: { data: { ...started, done: 120, total: 185 }, verbatim },
    "time-left": { data: { ...started, done: 12_500, total: 50_000, secondsLeft: 43 }, verbatim },
    "minutes-left": { data: { ...started, done: 1_000, total: 50_000, secondsLeft: 250 }, verbatim },
    cancelled: {
      data: {
        ...started,
        done: 12_500,
        total: 50_000,
        cancelled: { by: maya, at: "2026-11-23T02:00:40Z" },
      },
      verbatim,
    },
    "given-up": {
      data: { ...started, done: 500, total: 3_000, failure: { code: "given-up", details: {} } },
      verbatim,
    },
    "cancelled-at-once": {
      data: { ...started, cancelled: { by: xiaowen, at: "2026-11-23T02:00:01Z" } },
      verbatim,
    },
    orders: {
      data: { ...started, failure: { code: "orders", details: {} } },
      verbatim: [...verbatim, "笔记批量数据"],
    },
    "too-large": {
      data: { ...started, failure: { code: "file-too-large", details: { mb: 42, limit: 30 } } },
      verbatim,
    },
    picture: {
      data: {
        ...started,
        fileName: "image",
        failure: { code: "file-not-table", details: { reason: "picture" } },
      },
      verbatim,
    },
  },
  "import-result": {
    ranked: {
      data: {
        ...ranking,
        counts: { withVerdict: 2, withoutVerdict: 1, rowsSetAside: 4, cellsUnused: 7 },
        personalColumns: ["微信号"],
        missing: ["active-share", "quality", "fit"],
        changedAt: "2026-11-23T03:00:00Z",
      },
      verbatim,
    },
    // long lists: the best of them in another order, and a file under way
    "by-quote": {
      data: {
        ...ranking,
        counts: { withVerdict: 180, withoutVerdict: 5, rowsSetAside: 0, cellsUnused: 0 },
        order: "quote",
        changedAt: "2026-11-23T03:00:00Z",
        fileAskedAt: "2026-11-23T03:02:00Z",
      },
      verbatim,
    },
    // ranked by its scores, while the rows beyond the card are still vetted
    "rows-open": {
      data: {
        ...ranking,
        counts: { withVerdict: 49_000, withoutVerdict: 1_000, rowsSetAside: 0, cellsUnused: 0 },
        open: 49_700,
      },
      verbatim,
    },
    "rows-failed": {
      data: {
        ...ranking,
        counts: { withVerdict: 49_000, withoutVerdict: 1_000, rowsSetAside: 0, cellsUnused: 0 },
        open: 49_700,
        fileFailedAt: "2026-11-23T02:02:10Z",
      },
      verbatim,
    },
    "file-failed": {
      data: {
        ...ranking,
        fileFailedAt: "2026-11-23T02:02:10Z",
      },
      verbatim,
    },
    nobody: {
      data: {
        id: "imp_1",
        fileName,
        vendor: "mcn",
        campaign: null,
        scheme: "T4",
        counts: { withVerdict: 0, withoutVerdict: 0, rowsSetAside: 31, cellsUnused: 0 },
        personalColumns: [],
        missing: [],
        rows: [],
        startedBy: maya,
        finishedAt: "2026-11-23T02:00:04Z",
      },
      verbatim,
    },
  },
};

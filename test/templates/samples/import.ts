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

export const importLists: Samples = {
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
    "cancelled-at-once": {
      data: { ...started, cancelled: { by: xiaowen, at: "2026-11-23T02:00:01Z" } },
      verbatim,
    },
    "not-creators": { data: { ...started, failure: { code: "not-creators", details: {} } }, verbatim },
    "too-large": {
      data: { ...started, failure: { code: "file-too-large", details: { mb: 42, limit: 30 } } },
      verbatim,
    },
  },
  "import-result": {
    ranked: {
      data: {
        id: "imp_1",
        fileName,
        vendor: "pugongying",
        campaign: "春季种草",
        scheme: "T4",
        counts: { withVerdict: 2, withoutVerdict: 1, rowsSetAside: 4, cellsUnused: 7 },
        personalColumns: ["微信号"],
        missing: ["active-share", "quality", "fit"],
        rows: [
          {
            place: 1,
            name: "小鹿护肤",
            tier: "mid",
            followers: 82_000,
            score: 87.8,
            rawScore: 87.8,
            coverage: 0.97,
            standing: "within",
            flags: 0,
          },
          {
            place: 2,
            name: "大橘 Tangerine",
            tier: "top",
            followers: 1_250_000,
            score: 51.3,
            rawScore: 51.3,
            coverage: 0.62,
            standing: "far-off",
            flags: 3,
          },
          {
            place: 3,
            name: "阿禾",
            tier: null,
            followers: null,
            score: null,
            rawScore: 63.2,
            coverage: 0.38,
            standing: null,
            flags: 0,
          },
        ],
        startedBy: maya,
        finishedAt: "2026-11-23T02:01:30Z",
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

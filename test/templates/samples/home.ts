/** What waits on people, and the greetings: full, quiet, unknown; with and without a campaign. */
import { HOME_ACTIONS, type HomeAction } from "../../../src/chat/features/home.ts";
import { money } from "../../../src/domain/money.ts";
import type { Samples } from "./sample.ts";

const verbatim = [
  "小鹿护肤",
  "阿禾",
  "大橘 Tangerine",
  "春季种草",
  "Double 11",
  "Europe/Berlin",
  "Asia/Shanghai",
  "无忧传媒",
];
const spring = { id: "cam_0001", name: "春季种草" };
const double11 = { id: "cam_0002", name: "Double 11" };
const xiaolu = { id: "cre_0001", name: "小鹿护肤" };
const ahe = { id: "cre_0002", name: "阿禾" };
const daju = { id: "cre_0003", name: "大橘 Tangerine" };
const evening = { at: "2026-12-22T12:00:00Z", zone: "Asia/Shanghai" };

const quiet = {
  at: "2026-12-21T03:30:00Z",
  person: { language: null, zone: null },
  review: [],
  revise: [],
  payments: [],
  late: [],
  links: [],
  week: [],
  campaigns: [],
  actions: ["vet", "brief", "draft", "help"] satisfies HomeAction[] as HomeAction[],
};

export const home: Samples = {
  home: {
    busy: {
      data: {
        ...quiet,
        person: { language: "en", zone: "Europe/Berlin" },
        lists: [
          { id: "lst_0002", number: 2, campaign: spring, open: 5, days: 2 },
          { id: "lst_0003", number: 1, campaign: double11, open: 12, days: 0 },
        ],
        review: [
          { creator: ahe, campaign: spring, version: 2, days: 3 },
          { creator: daju, campaign: double11, version: 1, days: 0 },
        ],
        revise: [{ creator: xiaolu, campaign: double11, version: 3, days: 1 }],
        payments: [
          {
            creator: xiaolu,
            campaign: spring,
            amount: money(1_500, "CNY"),
            dueOn: "2026-12-17",
            daysLeft: -4,
          },
          { creator: ahe, campaign: spring, amount: money(400, "EUR"), dueOn: "2026-12-23", daysLeft: 2 },
        ],
        holds: [
          {
            creator: xiaolu,
            campaign: spring,
            format: "image",
            via: "",
            until: "2026-12-21T10:00:00Z",
            daysLeft: 0,
          },
          {
            creator: daju,
            campaign: double11,
            format: "video",
            via: "无忧传媒",
            until: "2026-12-23T10:00:00Z",
            daysLeft: 2,
          },
        ],
        late: [{ creator: ahe, campaign: spring, at: "2026-12-20T12:00:00Z", zone: "Asia/Shanghai" }],
        links: [{ creator: daju, campaign: double11 }],
        imports: [
          { id: "imp_01", fileName: "quotes.xlsx", questions: 0, from: 0 },
          { id: "imp_02", fileName: "kols.csv", questions: 3, from: null },
        ],
        week: [
          { creator: xiaolu, campaign: spring, ...evening, draftApproved: true },
          { creator: daju, campaign: double11, ...evening, draftApproved: false },
        ],
        campaigns: [
          { ...spring, launchOn: "2026-12-28", daysLeft: 7, posted: 2, slots: 5, opens: true },
          { ...double11, launchOn: "2026-12-01", daysLeft: -20, posted: 0, slots: 0, opens: true },
        ],
        actions: [...HOME_ACTIONS],
      },
      verbatim,
    },
    "more-than-fits": {
      data: {
        ...quiet,
        review: Array.from({ length: 8 }, (_, index) => ({
          creator: { id: `cre_${index}`, name: `阿禾${"一二三四五六七八"[index]}` },
          campaign: spring,
          version: 1,
          days: 8 - index,
        })),
        campaigns: [{ ...spring, launchOn: "2026-12-21", daysLeft: 0, posted: 8, slots: 8, opens: false }],
      },
      verbatim: [...verbatim, ...Array.from("一二三四五六七八", (sign) => `阿禾${sign}`)],
    },
    "list-submitted": {
      data: { ...quiet, submitted: [{ id: "lst_0002", number: 2, campaign: spring, open: 5, days: 1 }] },
      verbatim,
    },
    quiet: { data: quiet, verbatim },
  },
  "home-stranger": { stranger: { data: {}, verbatim } },
  greeting: {
    "new-group": { data: { platform: "slack", place: "group", campaign: null, canBind: false }, verbatim },
    "bindable-group": { data: { platform: "lark", place: "group", campaign: null, canBind: true }, verbatim },
    "bound-group": {
      data: { platform: "lark", place: "group", campaign: "春季种草", canBind: false },
      verbatim,
    },
    member: { data: { platform: "slack", place: "direct", campaign: null, canBind: false }, verbatim },
    stranger: { data: { platform: "lark", place: "stranger", campaign: null, canBind: false }, verbatim },
  },
};

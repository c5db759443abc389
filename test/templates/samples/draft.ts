/** Drafts on their way: in review, sent back, approved, replaced, and the words for the creator. */
import { draft as chinese } from "../../../templates/locales/zh-CN/draft.ts";
import { jonas, maya, type Samples, xiaowen } from "./sample.ts";

const text = "换季泛红的时候，我用了三周这支面霜。质地像酸奶，上脸不搓泥，早晚都能用。你们换季最怕什么？";
const longText = Array.from({ length: 8 }, (_, index) => `第${"一二三四五六七八"[index]}段：${text}`).join(
  "\n",
);
const comment = "请补一张上脸前后的图，第二段的价格去掉。";
const englishComment = "Please show the texture on skin and drop the price.";

const inReview = {
  draft: "dra_01",
  campaign: { id: "cam_01", name: "春季种草" },
  creator: { id: "cre_01", name: "小鹿护肤" },
  version: 1,
  newest: 1,
  round: 0,
  text,
  link: "https://docs.qq.com/doc/DRk5Xa2Vw",
  submittedBy: maya,
  submittedAt: "2026-11-23T02:00:00Z",
  findings: [],
  shortlisted: true,
  hasReviewer: true,
  decision: null,
};

const sentBack = { decision: "changes", by: xiaowen, at: "2026-11-23T06:30:00Z", comment } as const;
const approved = { decision: "approve", by: jonas, at: "2026-11-24T09:00:00Z", comment: null } as const;

const verbatim = [
  "小鹿护肤",
  "春季种草",
  "Maya Lindqvist",
  "Jonas Weber",
  "林晓雯",
  text,
  ...longText.split("\n"),
  comment,
  englishComment,
];

/** What is meant for the creator stands in Chinese on an English card too. */
const relayed = (message: string) => [...verbatim, ...message.split("\n")];
const approval = chinese.relayText.approve("小鹿护肤", 2);
const changes = chinese.relayText.changes("小鹿护肤", 1, comment);
const englishChanges = chinese.relayText.changes("小鹿护肤", 1, englishComment);
const gloss = "an English reader also sees what the Chinese message says";

export const draft: Samples = {
  "draft-card": {
    "in-review": { data: inReview, verbatim },
    "long-and-flagged": {
      data: {
        ...inReview,
        version: 3,
        newest: 3,
        round: 2,
        text: longText,
        link: null,
        findings: [
          {
            word: "最好",
            before: "这是我用过",
            after: "的面霜，没有",
            severity: "medium",
            advice: "prove-or-soften",
          },
          { word: "治疗", before: "可以", after: "泛红", severity: "high", advice: "drop-medical-claim" },
        ],
        shortlisted: false,
        hasReviewer: false,
      },
      verbatim: [
        ...verbatim,
        ...longText.slice(0, 120).split("\n"),
        "这是我用过最好的面霜，没有",
        "最好",
        "可以治疗泛红",
        "治疗",
      ],
    },
    "sent-back": { data: { ...inReview, round: 1, decision: sentBack }, verbatim },
    "third-round": {
      data: {
        ...inReview,
        version: 3,
        newest: 3,
        round: 3,
        decision: { ...sentBack, by: jonas, comment: englishComment },
      },
      verbatim,
    },
    approved: {
      data: { ...inReview, version: 2, newest: 2, round: 1, decision: approved },
      verbatim,
    },
    replaced: { data: { ...inReview, newest: 2, round: 1, decision: sentBack }, verbatim },
  },
  "relay-message": {
    approval: {
      data: {
        campaign: inReview.campaign,
        creator: inReview.creator,
        version: 2,
        decision: approved,
      },
      verbatim: relayed(approval),
      onlyIn: { en: [2], why: gloss },
    },
    changes: {
      data: { campaign: inReview.campaign, creator: inReview.creator, version: 1, decision: sentBack },
      verbatim: relayed(changes),
      onlyIn: { en: [1], why: gloss },
    },
    "english-changes": {
      data: {
        campaign: inReview.campaign,
        creator: inReview.creator,
        version: 1,
        decision: { ...sentBack, by: jonas, comment: englishComment },
      },
      verbatim: relayed(englishChanges),
      onlyIn: { en: [1], why: gloss },
    },
  },
};

/** English: drafts and their review. */
import type { DraftMessages } from "../../../src/chat/features/draft.ts";

export const draft: DraftMessages = {
  summary: "Submit a draft for review",
  showSummary: "Show a creator's newest draft again",
  approveSummary: "Approve a draft",
  changesSummary: "Ask for changes to a draft",
  relaySummary: "The message to pass on to the creator",
  form: {
    title: "Submit a draft",
    submit: "Submit",
    about: (creator, campaign) => `${creator} · ${campaign}`,
  },
  fields: {
    creator: "Creator",
    campaign: "Campaign",
    text: "Text of the note",
    link: "Link to the document",
    draft: "Draft",
    version: "Version",
    comment: "What should change",
  },
  titles: {
    "in-review": (creator, version) => `Review: ${creator}, version ${version}`,
    approve: (creator, version) => `Approved: ${creator}, version ${version}`,
    changes: (creator, version) => `Changes requested: ${creator}, version ${version}`,
    replaced: (creator, version) => `Replaced: ${creator}, version ${version}`,
  },
  campaign: "Campaign",
  text: "Text",
  fullText: (characters) => `Full text (${characters} characters)`,
  link: "Link",
  openLink: "Open the document",
  wording: "Wording check",
  noFindings: "nothing found",
  moreFindings: (count) => `${count} more`,
  finding: (severity, word, context, advice) => `${severity} “${word}” in “${context}”: ${advice}`,
  severities: { high: "High:", medium: "Medium:", low: "Low:" },
  advice: {
    "drop-superlative": "advertising law objects to such superlatives; leave it out",
    "prove-or-soften": "prove it or say it more softly",
    "drop-medical-claim": "sounds medical; describe how it feels instead",
    "keep-on-platform": "leads readers off the platform; leave it out",
    "use-official-draw": "draws tied to following or liking need the platform's own tool",
  },
  adviceOnly: "Advice only: the context decides.",
  rounds: "Rounds of changes",
  round: (round, included) => `${round} used, ${included} included`,
  lastIncluded:
    "All included rounds of changes are used. A further one may cost extra: only a manager can ask for it.",
  extraRound: (round, included) =>
    `Round ${round} is beyond the ${included} included. Agree with the creator on what it costs.`,
  submittedBy: (name, at) => `Submitted by ${name}, ${at}`,
  decidedBy: { approve: "Approved by", changes: "Changes asked for by" },
  byAt: (name, at) => `${name}, ${at}`,
  comment: "Comment",
  replaced: (newest) => `Version ${newest} is the newest. Please use its card.`,
  notShortlisted: "This creator is not on the campaign's shortlist.",
  nobodyToReview:
    "Nobody can review this yet. An admin can add a reviewer: /people add … role=partner, or role=manager.",
  approve: "Approve",
  askChanges: "Ask for changes",
  commentHint: "All comments in one go: it counts as one round.",
  changesTitle: "Ask for changes",
  submitNext: "Submit next version",
  relay: "Message for the creator",
  relayTitles: {
    approve: (creator, version) => `Tell ${creator}: version ${version} is approved`,
    changes: (creator, version) => `Tell ${creator}: version ${version} needs changes`,
  },
  relayIntro: "Copy this into your chat with the creator:",
  relayText: {
    approve: (creator, version) =>
      `Hello ${creator}, version ${version} is approved, thank you! Please leave it as it is; we will agree on the posting time with you.`,
    changes: (creator, version, comment) =>
      `Hello ${creator}, thank you for version ${version}! Could you please change the following:\n${comment}\nJust send it to me when it is done.`,
  },
  relayMeaning: "What it says",
  relayTranslate: "The comment is not in Chinese. Have it translated before you pass it on.",
};

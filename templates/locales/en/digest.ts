/** English: the daily digest. */
import type { DigestMessages } from "../../../src/chat/features/digest.ts";

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

export const digest: DigestMessages = {
  summary: "What waits on you, what posts, what is owed",
  title: (date) => `Digest for ${date}`,
  cardSummary: (needs, posting) => `Waiting on you: ${needs} · posting today: ${posting}`,
  late: (at) => `This digest is late: it was due ${at}. Earlier ones were left out.`,
  needsYou: (count) => `Needs you: ${count}`,
  nothingNeeded: "Nothing waits on you.",
  decide: (campaign, number, open, count) =>
    `Decide on list ${number} of ${campaign}: ${open} open, ${count === 0 ? "since today" : `waiting ${days(count)}`}`,
  openList: (campaign, number) => `Decide: ${campaign}, list ${number}`,
  review: (creator, version, count) =>
    `Draft of ${creator}, version ${version}: in review ${count === 0 ? "since today" : `for ${days(count)}`}`,
  pay: (creator, amount, due) => `Pay ${creator} ${amount}, due ${due}`,
  payOverdue: (creator, amount, count) => `Pay ${creator} ${amount}: ${days(count)} overdue`,
  confirmPosted: (creator, at) => `Has ${creator} posted? It was due ${at}`,
  more: (count) => `and ${count} more`,
  posting: {
    today: "Posting today",
    tomorrow: "Posting tomorrow",
    none: "Nothing else posts today or tomorrow.",
    notApproved: "draft not approved",
  },
  money: "Money",
  noMoney: "no payments planned",
  moneyLine: (planned, paid, dueSoon, overdue) =>
    `${planned} planned, ${paid} paid, ${dueSoon} due within 7 days, ${overdue} overdue`,
  moneyColumns: {
    currency: "Currency",
    planned: "Planned",
    paid: "Paid",
    dueSoon: "Due within 7 days",
    overdue: "Overdue",
  },
  drafts: "Drafts",
  draftLine: (state, count) =>
    ({
      "in-review": `${count} in review`,
      "changes-requested": `${count} with changes requested`,
      approved: `${count} approved`,
      withdrawn: `${count} withdrawn`,
    })[state],
  noDrafts: "none yet",
  changes: "Changes",
  changeKinds: {
    vetted: (count) => `vetted: ${count}`,
    shortlisted: (count) => `shortlisted: ${count}`,
    listed: (count) => `lists submitted: ${count}`,
    decided: (count) => `creators decided: ${count}`,
    briefed: (count) => `briefs: ${count}`,
    submitted: (count) => `drafts submitted: ${count}`,
    approved: (count) => `drafts approved: ${count}`,
    "sent-back": (count) => `drafts sent back: ${count}`,
    scheduled: (count) => `dates set: ${count}`,
    posted: (count) => `posted: ${count}`,
    planned: (count) => `payment plans: ${count}`,
    paid: (count) => `payments made: ${count}`,
  },
  changed: (changes, since) => `since ${since}: ${changes}`,
  noChange: (at) => `no change since ${at}`,
  missing: "Missing",
  missingLinks: (names) => `Posted without a link: ${names}`,
  missingDates: (names) => `Payment without a due date: ${names}`,
  missingSlots: (count) => `Shortlisted without a posting date: ${count}`,
  asOf: (at) => `As of ${at}`,
  openSchedule: "Schedule",
};

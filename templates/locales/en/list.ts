/** English: submitted lists, decisions on them, and the terms of a campaign. */
import type { ListMessages } from "../../../src/chat/features/list.ts";

export const list: ListMessages = {
  submitSummary: "Submit the shortlist with its prices to the brand",
  decideSummary: "Decide on a submitted list: pass, no or reserve",
  closeSummary: "Close a submitted list",
  showSummary: "Show submitted lists and what was decided",
  fields: {
    list: "List",
    rows: "Rows",
    lines: "Creators, prices, reasons",
    note: "Note",
    decision: "Decision",
    price: "Agreed price",
    comment: "Comment",
    seen: "What the card showed",
    campaign: "Campaign",
  },
  submitForm: {
    title: "Submit a list",
    submit: "Submit",
    linesHint:
      "One creator a line, such as: 小鹿护肤 3000 right skin type. Left empty: everyone on the shortlist who has a price and was not submitted yet.",
    noteHint: "A sentence to the brand, if you like",
  },
  decideForm: {
    title: "Decide on creators",
    submit: "Save",
    rowsHint: "Such as 1-5, 8; “rest” for all that are open",
    priceHint: "Left empty: as submitted. Another price takes one row at a time",
    commentHint: "For no and reserve, one line helps to find somebody else",
  },
  title: (campaign, number, open, total) => `${campaign}, list ${number}: ${open} of ${total} to decide`,
  decidedTitle: (campaign, number, pass, reserve, no) =>
    `${campaign}, list ${number}: ${pass} passed, ${reserve} in reserve, ${no} declined`,
  askBrand: "Pass, decline or keep each creator in reserve. Passing freezes the price.",
  allDecided: "All are decided; until the list is closed this can be changed.",
  askOwn: (names) => `Waiting for ${names}; decisions appear here.`,
  noDeciders:
    "Nobody on the brand's side can decide yet. An admin adds a manager or a marketer with /people add.",
  onlyDecider: (name) => `${name} submitted this list and decides on it, being the only one who can.`,
  closed: (at) => `Closed on ${at}; nothing changes any more.`,
  columns: {
    position: "Row",
    creator: "Creator",
    tier: "Tier",
    followers: "Followers",
    score: "Score",
    format: "Format",
    price: "Submitted",
    passedPrice: "Passed at",
    reason: "Reason",
    decision: "Decision",
    comment: "Comment",
  },
  formats: { image: "image", video: "video" },
  decisions: { pass: "pass", no: "no", reserve: "reserve" },
  undecided: "open",
  result: "So far",
  counts: (pass, reserve, no, open) => `${pass} passed, ${reserve} in reserve, ${no} declined, ${open} open`,
  agency: "From",
  ownTeam: "the brand's own team",
  noteLabel: "Note",
  budget: "Budget",
  budgetLine: (spent, budget, share) => `${spent} passed of ${budget} (${share})`,
  spentLine: (spent) =>
    `${spent === null ? "Nothing passed yet" : `${spent} passed`}; no budget set (/campaign terms budget=…)`,
  nothingPassed: "nothing passed yet",
  otherCurrencies: (sums) => `Other currencies, apart: ${sums}`,
  passedSum: "Passed in this list",
  ceiling: "Ceiling for one note",
  aboveCeiling: (rows) => `Above the ceiling: ${rows}`,
  rowName: (row, creator) => `row ${row} ${creator}`,
  caption: "Submitted creators",
  priceChanged: (creator, frozen, now) =>
    `${creator}: the price has changed, passed at ${frozen}, now quoted ${now}. To work at the new price, submit again.`,
  rival: (creator, agency, price) => `${creator}: ${agency} submitted too, at ${price}`,
  next: (count) => `${count} passed. Next: the brief, a payment plan and a posting day.`,
  brief: "Make brief",
  plan: "Payment plan",
  slot: "Set posting day",
  passRest: (count, isAll) => {
    if (isAll) return count === "1" ? "Pass the creator" : `Pass all ${count}`;
    return count === "1" ? "Pass the last one" : `Pass the other ${count}`;
  },
  confirmRest: {
    title: (count) => `Pass all ${count}?`,
    text: "At their submitted prices, which are frozen then. What was decided already stays.",
    ok: "Pass",
    cancel: "Not yet",
  },
  close: "Close the list",
  confirmClose: {
    title: "Close this list?",
    text: (open) => `Nothing can be changed afterwards${open === null ? "" : `; still open: ${open}`}.`,
    ok: "Close",
    cancel: "Not yet",
  },
  decide: "Decide on creators",
  funnel: (candidates, vetted, submitted, passed) =>
    `Shortlisted ${candidates} → with a verdict ${vetted} → submitted ${submitted} → passed ${passed}`,
  advice: {
    "few-candidates": "Few candidates: 20 to 50 are usual, of whom 10 to 15 stay.",
    "many-candidates": "Many candidates: 20 to 50 are usual; sort out by score first.",
    "few-passed": "Few passed: 10 to 15 are usual; the reserve may fill up.",
    "many-passed": "Many passed: 10 to 15 are usual; mind the budget and the schedule.",
  },
  submittedBy: (name, at) => `Submitted by ${name} on ${at}`,
  scheme: (name) => `Tiers: ${name}`,
  told: {
    title: (campaign, number) => `${campaign}, list ${number}`,
    submitted: (count) => `Submitted: ${count}.`,
    noPrice: (names) => `No price yet, so not submitted: ${names}`,
    late: (position, creator, decision, by) =>
      `${position} · ${creator}: ${by} has just decided “${decision}”`,
    lateRule:
      "These were decided after you opened the card and stay so. To change one, use the card as it is now.",
    recorded: (count) => `Saved for the other ${count}.`,
    askPrice: "Ask for a price",
  },
  terms: {
    summary: "A campaign's budget, ceiling price and margin, each for its side alone",
    title: (campaign) => `Terms of ${campaign}`,
    fields: { budget: "Budget", ceiling: "Ceiling for one note", margin: "Margin" },
    unset: "not set",
    spent: "Passed",
    margin: (agency) => `Margin of ${agency}`,
    brandOnly: "Only the brand's side sees this. To change it: /campaign terms budget=200000 ceiling=5000",
    ownOnly: "Only your agency sees this. To change it: /campaign terms margin=15%",
    nothing:
      "There are no terms for you to see: budget and ceiling are the brand's, the margin its agency's.",
  },
};

/** English: payment plans and nudges. */
import type { PayMessages } from "../../../src/chat/features/pay.ts";

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

export const pay: PayMessages = {
  summary: "Show or make a creator's payment plan",
  planSummary: "Make a creator's payment plan",
  paidSummary: "Mark a payment as paid",
  fields: {
    creator: "Creator",
    total: "Total",
    split: "Split",
    first: "First payment due",
    second: "Second payment due",
    campaign: "Campaign",
    milestone: "Payment",
    amount: "Amount",
  },
  form: {
    title: "Payment plan",
    submit: "Make plan",
    splitHint: "In percent, such as 50/50 or 30/70",
    firstHint: "Left empty: 5 working days from today",
    secondHint: "Left empty: 5 working days after the post",
  },
  title: (creator, total) => `Payment plan: ${creator}, ${total}`,
  allPaid: (creator, total) => `Paid in full: ${creator}, ${total}`,
  replaced: (creator) => `Payment plan of ${creator} no longer holds`,
  replacedText: "Another plan took its place. Do not pay by this one.",
  seenBy: {
    both: (agency) => `The brand and ${agency} see this.`,
    notPassed:
      "Only the brand sees this: the creator is not passed yet. Passed at this sum, the agency sees it too; at another, share it here then.",
    otherSum: (agency) =>
      `Only the brand sees this: another price was passed. If it is paid through ${agency}, share it with them.`,
  },
  share: (agency) => `Share with ${agency}`,
  shareSummary: "Share a payment plan with the agency",
  part: (position, of) => {
    if (of === 1) return "Full payment";
    if (position === 0) return "First payment";
    return position === of - 1 ? "Final payment" : `Payment ${position + 1}`;
  },
  states: { planned: "planned", due: "due", paid: "paid", held: "on hold", cancelled: "cancelled" },
  columns: { part: "Payment", amount: "Amount", due: "Due", state: "State" },
  noDate: "no date yet",
  campaign: "Campaign",
  noSlot: "The final due date follows the post: set the posting date with /wave.",
  noManager: "Nobody is asked to pay: an admin can add a manager with /people add.",
  unknownYear: (year) =>
    `The official ${year} calendar is not loaded: its holidays are unknown, only weekends count.`,
  assumption: "Unless a date is given, payments are due 5 working days after the plan and after the post.",
  recordsOnly: "The bot records payments, it moves no money.",
  requestedBy: (name, at) => `Requested by ${name}, ${at}`,
  markPaid: (part) => `Mark as paid: ${part}`,
  setSlot: "Set the posting date",
  confirm: {
    title: (part, amount) => `${part}: ${amount}`,
    text: "Has this been paid? Nudges stop, and everybody sees it.",
    ok: "It is paid",
    cancel: "Not yet",
  },
  nudge: {
    titles: {
      ahead: (amount, creator, count) => `Pay ${creator} ${amount}: ${days(count)} left`,
      today: (amount, creator) => `Pay ${creator} ${amount} today`,
      overdue: (amount, creator, count) => `Pay ${creator} ${amount}: ${days(count)} overdue`,
      paid: (amount, creator) => `Paid: ${creator}, ${amount}`,
      gone: (amount, creator) => `Changed: ${creator}, ${amount}`,
    },
    part: "Payment",
    amount: "Amount",
    due: "Due",
    paid: "Paid",
    paidBy: (name, at) => `Marked as paid by ${name}, ${at}`,
    gone: "The plan or its date has changed. Look at the plan before you pay.",
    pay: "Mark as paid",
    showPlan: "Payment plan",
    later: "Remind me later",
    postponed: (at) => `You will be reminded again: ${at}`,
    ownRequest: "You asked for this payment, so someone else has to mark it as paid.",
    reason: "Managers get this before and on the due date, finance too once it is overdue.",
  },
};

/** English: what waits on the reader, and the greeting. */
import type { HomeMessages } from "../../../src/chat/features/home.ts";

const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
const counted = (count: string, one: string, many: string) => `${count} ${count === "1" ? one : many}`;

export const home: HomeMessages = {
  summary: "What waits on you",
  title: "What waits on you",
  head: {
    review: (count, oldest) =>
      `${counted(count, "draft", "drafts")} to review${oldest > 0 ? `, waiting up to ${days(oldest)}` : ""}`,
    lists: (count, oldest) =>
      `${counted(count, "list", "lists")} to decide on${oldest > 0 ? `, waiting up to ${days(oldest)}` : ""}`,
    revise: (count) => `${counted(count, "draft", "drafts")} to revise`,
    payments: (count, overdue) =>
      `${counted(count, "payment", "payments")} to tick off${overdue > 0 ? `, ${overdue} overdue` : ""}`,
    late: (count) => `${counted(count, "post", "posts")} to confirm`,
    holds: (count) => `${counted(count, "hold", "holds")} ending soon`,
    links: (count) => `${counted(count, "link", "links")} missing`,
    imports: (count) => `${counted(count, "file", "files")} waiting for your answer`,
  },
  nothing: "All done: nothing waits on you.",
  nothingMore: "Look again any time with /home.",
  lists: {
    title: "Lists to decide on",
    item: (campaign, number, open, count) =>
      `${campaign}, list ${number}: ${open} open, ${count === 0 ? "since today" : `waiting ${days(count)}`}`,
    open: (campaign, number) => `Decide: ${campaign}, list ${number}`,
  },
  submitted: {
    title: "Submitted by you, waiting on the brand",
    item: (campaign, number, open, count) =>
      `${campaign}, list ${number}: ${open} undecided, ${count === 0 ? "since today" : `waiting ${days(count)}`}`,
    open: (campaign, number) => `See ${campaign}, list ${number}`,
  },
  review: {
    title: "Drafts to review",
    item: (name, version, count) =>
      `${name}: version ${version}, ${count === 0 ? "since today" : `waiting ${days(count)}`}`,
    open: (name) => `Review ${name}`,
  },
  revise: {
    title: "Sent back to you",
    item: (name, version) => `${name}: changes asked for on version ${version}`,
    open: (name) => `See changes: ${name}`,
  },
  payments: {
    title: "Payments to tick off",
    due: (name, amount, due) => `${name}: ${amount}, due ${due}`,
    overdue: (name, amount, count) => `${name}: ${amount}, ${days(count)} overdue`,
    open: (name) => `Payments: ${name}`,
  },
  holds: {
    title: "Holds: extend or release",
    item: (name, until, count) =>
      `${name}: held until ${until}, ${count <= 0 ? "today" : `${days(count)} left`}`,
    open: (name) => `Hold: ${name}`,
  },
  late: {
    title: "Have they posted?",
    item: (name, at) => `${name}: was due ${at}`,
    posted: (name) => `Posted: ${name}`,
  },
  links: {
    title: "Posted, link missing",
    item: (name) => name,
    add: (name) => `Add link: ${name}`,
  },
  imports: {
    title: "Files that wait for your answer",
    questions: (file, count) => `${file}: ${counted(count, "doubtful row", "doubtful rows")}`,
    columns: (file) => `${file}: what do its columns mean?`,
    answer: (file) => `Answer: ${file}`,
    say: (file) => `Columns: ${file}`,
  },
  week: {
    title: "Posting within 7 days",
    none: "Nothing posts within 7 days.",
    notApproved: "draft not approved",
  },
  campaigns: {
    title: "Campaigns",
    none: "No campaign is open.",
    ahead: (name, launch, count) =>
      `${name}: launches ${launch}${count === 0 ? ", today" : `, in ${days(count)}`}`,
    launched: (name, launch) => `${name}: launched ${launch}`,
    posted: (posted, slots) => `${posted} of ${slots} posted`,
    open: (name) => `Open ${name}`,
  },
  more: (count) => `and ${count} more`,
  start: "Start something",
  actions: {
    vet: "Vet a creator",
    brief: "Make a brief",
    draft: "Submit a draft",
    wave: "Schedule",
    campaign: "New campaign",
    digest: "Digest",
    help: "Help",
  },
  settings: "Language and zone",
  settingsForm: { title: "Language and zone", submit: "Save" },
  asOf: (at) => `As of ${at}`,
  stranger: {
    title: "Welcome to Seedbed",
    text: "I don't know you yet. Ask an admin to add you with /people add: then your work shows here.",
    code: "You were given a code? Enter it here, or send me /link and the code.",
    button: "Enter a code",
    form: { title: "Link your account", submit: "Link" },
  },
  greeting: {
    title: {
      group: "Hello, I'm Seedbed",
      direct: "Hello, I'm Seedbed",
      stranger: "Hello, I'm Seedbed",
    },
    whoIAm:
      "I keep a seeding campaign on Xiaohongshu moving between Slack and Lark: vetting, drafts, dates and payments, for each side in its own language.",
    bound: (campaign) => `This chat belongs to ${campaign}: its cards come here.`,
    bind: "Bind this chat to a campaign: its cards then come here.",
    start: "Start a campaign for this chat: its cards then come here.",
    vet: {
      slack: "Vet a creator with /vet, or drop a list (CSV or XLSX) into this channel.",
      lark: "Vet a creator: mention me with /vet, or drop a list (CSV or XLSX) into this chat.",
    },
    vetDirect: "Vet a creator with /vet, or send me a list (CSV or XLSX).",
    help: {
      slack: "See what else I can do with /help.",
      lark: "See what else I can do: mention me with /help.",
    },
    helpDirect: "See what else I can do with /help.",
    home: "See what waits on you with /home, whenever you like.",
    buttons: {
      bind: "Bind this chat",
      start: "Start a campaign",
      vet: "Vet a creator",
      help: "Help",
      home: "What waits on me",
    },
  },
  bind: {
    summary: "Bind this chat to a campaign",
    field: "Campaign",
    title: "Bind this chat",
    submit: "Bind",
  },
};

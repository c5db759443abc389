/** English: refusals, wrong input, help, and words that many cards share. */
import type { CommonMessages } from "../../../src/chat/features/common.ts";
import { fileRefusals } from "./file-refusals.ts";
import { importQuestionMessages } from "./import-questions.ts";

/** What a column of a list means, in words. */
function meaningOf(meaning: string | number | undefined): string {
  return importQuestionMessages.mapping.meanings[meaning ?? ""] ?? "";
}

export const common: CommonMessages = {
  appName: "Seedbed",
  cities: {
    "Asia/Shanghai": "Shanghai",
    "Asia/Hong_Kong": "Hong Kong",
    "Asia/Tokyo": "Tokyo",
    "Europe/Berlin": "Berlin",
    "Europe/London": "London",
    "Europe/Paris": "Paris",
    "America/New_York": "New York",
    "America/Los_Angeles": "Los Angeles",
    UTC: "UTC",
  },
  roles: {
    admin: "admin",
    manager: "manager",
    marketer: "marketer",
    finance: "finance",
    partner: "China-side partner",
    legal: "legal",
  },
  languages: { en: "English", "zh-CN": "Chinese" },
  platforms: { slack: "Slack", lark: "Lark" },
  leftOut: {
    rows: (n) => `${moreRows(n)} not shown here.`,
    rowsInFile: (n, file) => `${moreRows(n)} not shown here; all rows are in ${file} below.`,
    text: "This card was too long and is shown shortened.",
    textInFile: (file) => `This card was too long and is shown shortened; all of it is in ${file} below.`,
    file: (title) => `All of “${title}”`,
  },
  none: "none",
  unknown: "unknown",
  labelled: (label, value) => `${label}: ${value}`,
  listed: (parts) => parts.join(", "),
  inBrackets: (text) => ` (${text})`,
  by: (name) => `by ${name}`,
  working: "On it…",
  replaced: "This card was renewed. Please use the current one further down in this chat.",
  currentCard: "Open the current card",
  inputProblem: {
    title: (command) => `/${command} needs another look`,
    wrong: "Please correct",
    again: "Send it again like this, with your numbers",
    example: "Try it like this",
    didYouMean: (name) => `. Did you mean ${name}=…?`,
    problems: {
      empty: () => "is empty",
      "not-a-number": (value) => `“${value}” is not a number`,
      "unknown-unit": (value) => `“${value}” has a unit I don't know; use 82k, 8.2万 or 82000`,
      bucket: (value) => `“${value}” is a range, not a number; please give the exact figure`,
      negative: (value) => `“${value}” is a negative number`,
      "too-large": (value) => `“${value}” is too large to be true`,
      "not-whole": (value) => `“${value}” must be a whole number`,
      "ambiguous-percent": (value) => `“${value}” could be a share or a percentage; write it with %`,
      missing: () => "is missing",
      "unknown-field": (value) => `I don't know this input (“${value}”)`,
      "not-a-date": (value) => `“${value}” is not a date; write 2026-12-08`,
      "not-a-time": (value) => `“${value}” is not a time; write 20:00`,
      "not-a-choice": (value) => `“${value}” is not one of the choices`,
      "too-long": () => "is too long",
      "not-a-zone": (value) => `“${value}” is not a time zone; write Europe/Berlin`,
      "not-an-email": (value) => `“${value}” is not an email address`,
      "not-a-link": (value) => `“${value}” is not a link; it begins with https://`,
      "bad-split": (value) => `“${value}” must add up to 100, such as 50/50`,
      "not-shares": (value) => `“${value}” must name each part with its share, together 100% at most`,
      "chosen-twice": (value) =>
        `“${importQuestionMessages.mapping.meanings[value] ?? value}” is chosen twice: set one of the two columns to “${importQuestionMessages.mapping.notUsed}”`,
      "no-name-column": () =>
        "Choose the column that has the creators' names, or their Xiaohongshu IDs or profile links",
      wrong: (value) => `“${value}” is not what I expected`,
    },
  },
  refusals: {
    "bad-input": (d) => {
      if (d["problem"] === "short-link")
        return "A short link hides which creator it is, and I cannot open it. Open it in a browser, or in the app, then copy the long address (xiaohongshu.com/user/profile/…) and send me that.";
      if (d["problem"] === "note-link")
        return "This link leads to one note, not to its creator. Open the creator's profile and send me that address (xiaohongshu.com/user/profile/…), or type the name: /vet name followers=…";
      if (d["problem"] === "other-link")
        return "This is no profile on Xiaohongshu. Send me the creator's address there (xiaohongshu.com/user/profile/…), or type the name: /vet name followers=…";
      if (d["problem"] === "not-a-group")
        return "A campaign is bound to a group. Send this in the group, not in our private chat.";
      if (d["problem"] === "which-group")
        return "Which group? Ask in the group itself, or add chat=its-name.";
      if (d["problem"] === "no-agency")
        return `No member works for “${d["text"] ?? ""}”.${d["names"] ? ` Known: ${d["names"]}.` : ""} Name it for a member first: /people add … agency=…`;
      if (d["problem"] === "compare-count")
        return `I compare 2 to 6 creators, and you named ${d["count"] ?? ""}. Name them with commas between, such as /vet compare name, name`;
      if (d["problem"] === "column-twice")
        return `“${d["column"] ?? ""}” and “${d["other"] ?? ""}” are both “${meaningOf(d["meaning"])}”. Your choices are kept: open the form again and set one of the two to “${importQuestionMessages.mapping.notUsed}”.`;
      if (d["problem"] === "no-name-column")
        return "No column has the creators' names yet, nor their Xiaohongshu IDs or profile links. Your choices are kept: open the form again and choose it.";
      if (d["problem"] === "no-file")
        return "Drop a CSV or XLSX list of creators into this chat: I vet every row.";
      if (d["problem"] === "ends-early")
        return "The last day is before the first one. Please check the dates.";
      if (d["problem"] === "no-member")
        return `Nobody in the team is called “${d["text"] ?? ""}”. Members: ${d["names"] ?? ""}.`;
      if (d["problem"] === "several-members")
        return `Several members are called “${d["text"] ?? ""}”. Please use the email address.`;
      if (d["problem"] === "no-handler")
        return `${d["text"] ?? "This member"} does not work with creators: choose a marketer, partner, manager or admin.`;
      if (d["problem"] === "no-creators") return `${d["text"] ?? "This member"} is in charge of no creator.`;
      if (d["problem"] === "no-exclusivity")
        return `${d["creator"] ?? ""} has no exclusivity for “${d["text"] ?? ""}”.${d["names"] ? ` Noted: ${d["names"]}.` : ""}`;
      if (d["problem"] === "several-exclusivities")
        return `“${d["text"] ?? ""}” has exclusivities in several categories: choose one with the button on the creator's card.`;
      if (d["problem"] === "one-price") return "Another price takes one row at a time: give one number.";
      return "I could not use that input. Type /help to see how the command works.";
    },
    "not-allowed": (d) =>
      `/${d["command"] ?? "this"} is only for: ${d["roles"] ?? "other roles"}. Your role: ${d["role"] ?? "another one"}. An admin can change it with /people add.`,
    "unknown-person": () =>
      "I don't know you yet. Ask an admin to add you with /people add, or send me /link and the code you were given.",
    "unknown-creator": (d) =>
      `I don't know a creator called “${d["text"] ?? ""}”.${d["near"] ? ` Did you mean ${d["near"]}?` : ""} Vet them first: /vet ${d["text"] ?? "name"} followers=…`,
    "ambiguous-creator": (d) =>
      `Several creators are called “${d["text"] ?? ""}”: ${d["names"] ?? ""}. Please use the Xiaohongshu ID or the profile link.`,
    "still-vetting": (d) =>
      `“${d["text"] ?? ""}” cannot be opened yet: ${d["file"] ?? "a list that names them"} is still being worked out. Please try again once its file is in the chat.`,
    "not-in-list": (d) =>
      `This list has no “${d["text"] ?? ""}”. Give a place from 1 to ${d["count"] ?? ""}, or the name of a creator in it.`,
    "both-at-work": (d) =>
      `${d["text"] ?? ""} and ${d["other"] ?? ""} both have work under way in one campaign: a draft, a slot, a payment plan, a quote or a submitted row. Finish or remove one of them first, then say that they are one.`,
    "two-accounts": (d) =>
      `${d["text"] ?? ""} and ${d["other"] ?? ""} have different profile IDs by now: they are two accounts and stay two. Answer “Two creators”.`,
    "unknown-campaign": (d) =>
      `There is no open campaign called “${d["text"] ?? ""}”.${d["names"] ? ` Open ones: ${d["names"]}.` : ""}`,
    "ambiguous-campaign": (d) =>
      `Which campaign do you mean: ${d["names"] ?? ""}? Add campaign=… to the line, or type it in the campaign's channel.`,
    "no-campaign": () => "There is no open campaign yet. Start one with /campaign.",
    "unknown-draft": (d) =>
      `There is no draft for ${d["text"] ?? "this creator"} yet. Submit one with /draft.`,
    "own-draft": () => "You submitted this draft yourself, so someone else has to decide on it.",
    "already-decided": (d) =>
      `This version has been decided already${d["by"] ? ` by ${d["by"]}` : ""}. The card shows how.`,
    "flag-overruled": (d) =>
      `This red flag has been set aside already${d["by"] ? ` by ${d["by"]}` : ""}. The card shows why.`,
    "old-card": (d) => {
      if (d["renewed"])
        return "This card has been renewed, so your click changed nothing. Please use the current one.";
      return `This card is out of date${d["current"] ? `: version ${d["current"]} is the newest` : ""}. Please use the newest card${d["draft"] ? `, or get it again: /draft show ${d["draft"]}` : ""}.`;
    },
    "no-slot": (d) =>
      `${d["text"] ?? "This creator"} has no posting date yet. Set one: /wave ${d["text"] ?? "name"} 2026-12-08 20:00`,
    "no-plan": (d) => `There is no payment plan for ${d["text"] ?? "this creator"} yet. Make one with /pay.`,
    "plan-exists": (d) =>
      `${d["text"] ?? "This creator"} has a payment plan already, and parts of it are paid.`,
    "unknown-milestone": () =>
      "I can't find this payment. Type /pay with the creator's name to see the plan.",
    "already-paid": () => "This payment is marked as paid already. Nothing was changed.",
    "not-payable": () => "This payment is on hold or cancelled, so it can't be marked as paid.",
    "amount-mismatch": (d) =>
      `The amount does not match the plan: ${d["expected"] ?? ""} is due, ${d["given"] ?? ""} was given.`,
    "own-request": () => "You asked for this payment yourself, so someone else has to mark it as paid.",
    "bad-split": () => "The parts must add up to 100, such as 50/50 or 30/70.",
    "bad-link-code": () =>
      "This code is wrong, used or expired. Ask for a new one: /link in the account that works.",
    "link-taken": () =>
      "This account, or your other account on this platform, is linked to someone already. An admin can help.",
    ...fileRefusals,
    "no-creator-column": (d) =>
      d["chosen"]
        ? "No column has the creators' names yet, nor their Xiaohongshu IDs or profile links. Open the form again and choose it."
        : "I found no column with creators' names. The header row needs 昵称, 博主昵称 or the like.",
    "no-comment-column": (d) =>
      `I found no column with comments (${d["columns"] ?? ""}). Call it “comment”, or send a TXT file with one comment a line.`,
    "name-taken": (d) =>
      `There is a campaign called “${d["text"] ?? ""}” already. Choose another name, or see it with /campaign ${d["text"] ?? ""}.`,
    "unknown-chat": (d) =>
      `I am not in a chat called “${d["text"] ?? ""}”. Invite me there, then send this again.`,
    "chat-bound": (d) =>
      `${d["text"] ?? "This campaign"} has another chat on this platform already; its cards stay there.`,
    "extra-round": () =>
      "Both included rounds of changes are used. A further one may cost extra, so a manager has to ask for it.",
    "currency-mismatch": (d) =>
      `The currency differs: ${d["currency"] ?? ""} here, ${d["given"] ?? ""} given.`,
    "price-frozen": (d) =>
      `The price of row ${d["row"] ?? ""} is frozen. To work at a new price, the agency submits the creator again.`,
    "list-closed": (d) =>
      `List ${d["number"] ?? ""} is closed; nothing changes any more. To change something, submit anew.`,
    "unknown-list": () => "There is no such list. Submit one: /shortlist submit",
    "unknown-rows": (d) =>
      `I could not read which rows “${d["text"] ?? ""}” means. Give numbers such as 1-5, 8; a line about a creator begins with the name.`,
    "nothing-to-submit": (d) =>
      d["names"]
        ? `No price yet, so they cannot be submitted: ${d["names"]}. Note one: /outreach name state=asked price=3000`
        : "There is nobody to submit: the shortlist is empty, or all were submitted and no price changed.",
    "own-list": () => "You submitted this list; somebody else on the brand's side decides on it.",
    "brand-only": () => "Budget, ceiling and decisions on lists are the brand's.",
    "agency-only": () =>
      "Margin and rebate are an agency's own. An admin names your agency first: /people add … agency=…",
    "past-date": (d) => `${d["date"] ?? "That date"} is in the past. Please choose a later date.`,
    "unknown-command": (d) =>
      `I don't know “${d["text"] ?? "that"}”.${d["near"] ? ` Did you mean ${slashed(d["near"], " or ")}?` : ""} Type /help to see what I can do.`,
    "stale-event": (d) =>
      `${d["text"] ? `“${d["text"]}”` : "Your message"} reached me late, so I did nothing with it. If it still holds, please send it again.`,
    "platform-refused": () =>
      "The other platform refused this. Please try again; if that fails too, tell an admin.",
    "platform-unreachable": () => "The other platform does not answer right now. I keep trying.",
    "rate-limited": () => "That was too much at once for the platform. Please wait a minute, then try again.",
    internal: () => "Something went wrong on my side.",
  },
  refusalTitle: "That did not work",
  openForm: {
    title: "A few details are missing",
    text: (fields) => `Still needed: ${fields}.`,
    changed: "Fill in only what has changed.",
    button: "Fill in the form",
  },
  error: {
    title: "Something went wrong on my side",
    text: (errorId) =>
      `Nothing was changed. Please try again; if it fails again, give an admin this id: ${errorId}`,
  },
  help: {
    title: "What I can do",
    intro: "Type a command here, or mention me with it. /help and a command's name shows its inputs.",
    usage: "Example",
    inputs: "Inputs; what is not marked as required can be left out",
    required: "required",
    aliases: "Also",
  },
};

function moreRows(n: string): string {
  return n === "1" ? "1 more row is" : `${n} more rows are`;
}

/** Names of commands as they are typed. */
function slashed(names: string | number, between: string): string {
  return String(names)
    .split(", ")
    .map((name) => `/${name}`)
    .join(between);
}

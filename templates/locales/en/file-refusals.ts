/** English: why a file is of no use, and what to send instead. */
import type { CommonMessages } from "../../../src/chat/features/common.ts";

type FileRefusals = Pick<
  CommonMessages["refusals"],
  "file-too-large" | "file-empty" | "file-not-table" | "file-unreadable"
>;

/** By the reason that reading the file gives; what is not here is told as no table. */
const NOT_A_TABLE: Readonly<Record<string, string>> = {
  picture:
    "I can't read numbers off a picture. Send the list as CSV or XLSX, or type the numbers: /vet name followers=…",
  pdf: "I can't read tables in a PDF. Ask for the XLSX or CSV that it was made from and drop that here.",
  word: "I can't read tables in a Word document. Copy the table into Excel, save it as .xlsx and drop that here.",
  slides: "I can't read tables in slides. Send the list as CSV or XLSX.",
  numbers: "I can't read a Numbers file. In Numbers choose File > Export To > Excel and drop the .xlsx here.",
  "open-document": "I can't read an OpenDocument table. Save it as .xlsx or CSV and drop that here.",
  video: "This is a video. Send the list as CSV or XLSX.",
  archive: "This is an archive. Unpack it and drop the XLSX or CSV in it here.",
  "web-page":
    "This is a web page, whatever the file's name says. Open it in Excel, save it as .xlsx and drop that here.",
  "no-columns":
    "I found no table in this file. Put the headers into the first row and one creator into each row below, and send it as CSV or XLSX.",
};

/** Both languages part thousands alike. */
const counted = (value: string | number | undefined) =>
  typeof value === "number" ? value.toLocaleString("en") : (value ?? "");

export const fileRefusals: FileRefusals = {
  "file-too-large": (d) => {
    if (d["rows"] !== undefined)
      return `The list has over ${counted(d["limit"])} rows. Split it and send the parts.`;
    if (d["reason"] === "unpacked")
      return `The file unpacks to ${counted(d["mb"])} MB, the limit is ${counted(d["limit"])} MB. Copy the table into a new workbook and drop that here.`;
    return `The file is too large: ${counted(d["mb"])} MB, the limit is ${counted(d["limit"])} MB. Take out pictures, or split it and send the parts.`;
  },
  "file-empty": (d) =>
    d["reason"] === "no-rows"
      ? "The file only has a header, or nothing at all. Export it with the creators in it and drop it here."
      : "The file is empty. Export it again and drop it here.",
  "file-not-table": (d) =>
    NOT_A_TABLE[d["reason"] ?? ""] ?? "This is not a table I can read. Send the list as CSV or XLSX.",
  "file-unreadable": (d) => {
    if (d["reason"] === "old-excel")
      return "I can't read this kind of Excel file (.xls or .xlsb). Save it as .xlsx or CSV and drop it here again.";
    if (d["reason"] === "password")
      return "The file has a password. Save it without one and drop it here again.";
    if (d["reason"] === "quotes")
      return `A quotation mark is never closed from line ${counted(d["line"])} on. Export it again, as XLSX if you can.`;
    return "I can't read this file: it is damaged. Export it again and drop it here.";
  },
};

/** 中文：文件为什么用不了，以及该改发什么。 */
import type { CommonMessages } from "../../../src/chat/features/common.ts";

type FileRefusals = Pick<
  CommonMessages["refusals"],
  "file-too-large" | "file-empty" | "file-not-table" | "file-unreadable"
>;

const NOT_A_TABLE: Readonly<Record<string, string>> = {
  picture: "读不出图片里的数据。请发 CSV 或 XLSX 名单，或直接填写：/看号 昵称 粉丝=…",
  pdf: "读不出 PDF 里的表格。请向对方要 XLSX 或 CSV 原表，再发到这里。",
  word: "读不出 Word 文档里的表格。请把表格复制到 Excel，存为 .xlsx 再发。",
  slides: "读不出幻灯片里的表格。请改发 CSV 或 XLSX 名单。",
  numbers: "读不了 Numbers 表格。请在 Numbers 里选“文件 > 导出为 > Excel”，再发导出的 .xlsx。",
  "open-document": "读不了 OpenDocument 表格。请另存为 .xlsx 或 CSV 再发。",
  video: "这是视频，不是表格。请发 CSV 或 XLSX 名单。",
  archive: "这是压缩包。请解压后发里面的 XLSX 或 CSV。",
  "web-page": "这其实是网页格式的文件，只是后缀像表格。请用 Excel 打开，另存为 .xlsx 再发。",
  "no-columns": "文件里没有找到表格。请把表头放在第一行，下面每行一位博主，存为 CSV 或 XLSX 再发。",
};

/** 千分位 */
const counted = (value: string | number | undefined) =>
  typeof value === "number" ? value.toLocaleString("en") : (value ?? "");

export const fileRefusals: FileRefusals = {
  "file-too-large": (d) => {
    if (d["rows"] !== undefined) return `名单超过 ${counted(d["limit"])} 行，请分成几个文件再发。`;
    if (d["reason"] === "unpacked")
      return `文件展开后有 ${counted(d["mb"])} MB，上限 ${counted(d["limit"])} MB。请把表格复制到新的工作簿，另存后再发。`;
    return `文件太大：${counted(d["mb"])} MB，上限 ${counted(d["limit"])} MB。请分成几个文件，或删掉图片后再发。`;
  },
  "file-empty": (d) =>
    d["reason"] === "no-rows"
      ? "文件里只有表头或没有内容，请导出带博主的名单再发。"
      : "文件是空的，请重新导出后再发。",
  "file-not-table": (d) => NOT_A_TABLE[d["reason"] ?? ""] ?? "这个文件不是表格，请发 CSV 或 XLSX 名单。",
  "file-unreadable": (d) => {
    if (d["reason"] === "old-excel")
      return "读不了这种 Excel 格式（.xls 或 .xlsb），请另存为 .xlsx 或 CSV 再发。";
    if (d["reason"] === "password") return "文件有密码，请去掉密码另存后再发。";
    if (d["reason"] === "quotes")
      return `第 ${counted(d["line"])} 行起有引号没有闭合，请重新导出，最好存为 XLSX。`;
    return "文件已损坏、打不开，请重新导出后再发。";
  },
};

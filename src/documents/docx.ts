/** Writes a document in two languages side by side: per section one table, English left, Chinese right. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IFontAttributesProperties,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { BilingualDocument, BilingualSection, BilingualText, Block } from "../chat/documents.ts";
import { sealZip } from "./seal-zip.ts";

/** Chinese text needs a font of its own name, or Word falls back to one for Japanese. */
const FONT: IFontAttributesProperties = {
  ascii: "Calibri",
  hAnsi: "Calibri",
  cs: "Calibri",
  eastAsia: "Microsoft YaHei",
};
const LANGUAGES = { value: "en-US", eastAsia: "zh-CN" };

/** Sizes in half points, distances in twentieths of a point; the page is A4. */
const TEXT_SIZE = 21;
const SMALL_SIZE = 16;
const PAGE = { width: 11_906, height: 16_838, margin: 1_134 };
const COLUMN_WIDTH = (PAGE.width - 2 * PAGE.margin) / 2;
const HEADING_COLOUR = "F2F3F5";
const QUIET_COLOUR = "8F959E";

/**
 * @param doc texts as people read them, without markup; each section's id is printed beside both headings, so that
 *   people can name a section in either language
 * @returns the bytes of a DOCX file, the same for the same document
 */
export async function writeBilingualDocument(doc: BilingualDocument): Promise<Uint8Array> {
  const children = doc.sections.flatMap((section) => [sectionTable(section), new Paragraph({})]);
  const file = new Document({
    title: `${doc.title.en} ${doc.title.zh}`,
    creator: "Seedbed",
    styles: { default: { document: { run: { font: FONT, size: TEXT_SIZE, language: LANGUAGES } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: { default: pageFooter(doc.footer) },
        children: [titleLine(doc.title.en), titleLine(doc.title.zh), ...children],
      },
    ],
  });
  const properties = { path: "docProps/core.xml", data: coreProperties(doc) };
  return sealZip(await Packer.toBuffer(file, false, [properties]));
}

function titleLine(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    children: [new TextRun({ text: printable(text), bold: true, font: FONT })],
  });
}

function sectionTable({ id, heading, en, zh }: BilingualSection): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: 2 * COLUMN_WIDTH, type: WidthType.DXA },
    columnWidths: [COLUMN_WIDTH, COLUMN_WIDTH],
    margins: { top: 80, bottom: 80, left: 120, right: 120 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [headingCell(heading.en, id), headingCell(heading.zh, id)],
      }),
      new TableRow({ children: [bodyCell(en), bodyCell(zh)] }),
    ],
  });
}

function headingCell(text: string, id: string): TableCell {
  return new TableCell({
    shading: { fill: HEADING_COLOUR },
    children: [
      new Paragraph({
        keepNext: true,
        children: [
          new TextRun({ text: printable(text), bold: true, font: FONT }),
          new TextRun({ text: `  ${printable(id)}`, size: SMALL_SIZE, color: QUIET_COLOUR, font: FONT }),
        ],
      }),
    ],
  });
}

function bodyCell(blocks: readonly Block[]): TableCell {
  const paragraphs = blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [bodyLine(block.text)]
      : block.items.map((item) => bodyLine(item, { level: 0 })),
  );
  // Word repairs a cell without a paragraph, and says that the file is damaged.
  return new TableCell({ children: paragraphs.length > 0 ? paragraphs : [new Paragraph({})] });
}

function bodyLine(text: string, bullet?: { level: number }): Paragraph {
  const lines = printable(text).split("\n");
  return new Paragraph({
    ...(bullet ? { bullet } : {}),
    spacing: { after: 60 },
    children: lines.map(
      (line, index) => new TextRun({ text: line, font: FONT, ...(index > 0 ? { break: 1 } : {}) }),
    ),
  });
}

function pageFooter(text: BilingualText | undefined): Footer {
  const words = text ? `${printable(text.en)} · ${printable(text.zh)} · ` : "";
  const style = { size: SMALL_SIZE, color: QUIET_COLOUR, font: FONT };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ ...style, children: [words, PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

/** The library would put the machine's time into these; without a time the same brief is the same file. */
function coreProperties({ title }: BilingualDocument): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${xmlText(`${title.en} ${title.zh}`)}</dc:title><dc:creator>Seedbed</dc:creator>`,
    "</cp:coreProperties>",
  ].join("");
}

function xmlText(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Characters that XML cannot hold would make Word refuse the whole file. */
function printable(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}

import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { BilingualDocument } from "../../src/chat/documents.ts";
import { writeBilingualDocument } from "../../src/documents/docx.ts";
import { unzip } from "./unzip.ts";

const brief: BilingualDocument = {
  title: { en: "Summer serum", zh: "夏季精华项目" },
  sections: [
    {
      id: "must-mention",
      heading: { en: "Must mention", zh: "必提点" },
      en: [
        { kind: "paragraph", text: "Say it in your own words.\nNo script." },
        { kind: "bullets", items: ["5% niacinamide", "Texture < water & oil"] },
      ],
      zh: [
        { kind: "paragraph", text: "请用自己的话说。\n不需要照稿念。" },
        { kind: "bullets", items: ["5% 烟酰胺", "质地清爽"] },
      ],
    },
    {
      id: "dates",
      heading: { en: "Dates", zh: "时间" },
      en: [],
      zh: [{ kind: "paragraph", text: "12月1日发布" }],
    },
  ],
  footer: { en: "Seedbed, version 2", zh: "第 2 版" },
};

/** What a person reads, tag by tag. */
function texts(xml: string): string[] {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text ?? "");
}

const files = unzip(await writeBilingualDocument(brief));
const body = files.get("word/document.xml") ?? "";

describe("the document", () => {
  test("has one table per section, English in the left cell and Chinese in the right", () => {
    const tables = body.split("<w:tbl>").slice(1);
    expect(tables).toHaveLength(2);
    const cells = (tables[0] ?? "").split("<w:tc>").slice(1).map(texts);
    expect(cells).toEqual([
      ["Must mention", "  must-mention"],
      ["必提点", "  must-mention"],
      ["Say it in your own words.", "No script.", "5% niacinamide", "Texture &lt; water &amp; oil"],
      ["请用自己的话说。", "不需要照稿念。", "5% 烟酰胺", "质地清爽"],
    ]);
  });

  test("starts with both titles", () => {
    expect(texts(body).slice(0, 2)).toEqual(["Summer serum", "夏季精华项目"]);
  });

  test("sets bullets as a list", () => {
    expect(body.match(/<w:numPr>/g)).toHaveLength(4);
  });

  test("gives Chinese text its own font and language", () => {
    const runs = body.match(/<w:r>/g)?.length ?? 0;
    const fonts = body.match(/w:eastAsia="Microsoft YaHei"/g)?.length ?? 0;
    expect(runs).toBeGreaterThan(0);
    expect(fonts).toBe(runs);
    expect(files.get("word/styles.xml")).toContain('w:eastAsia="zh-CN"');
  });

  test("has the footer with the page number", () => {
    const footer = files.get("word/footer1.xml") ?? "";
    expect(texts(footer).join("")).toContain("Seedbed, version 2 · 第 2 版");
    expect(footer).toContain("PAGE");
  });

  test("has its title in its properties, and no time of the machine", () => {
    const core = files.get("docProps/core.xml") ?? "";
    expect(core).toContain("<dc:title>Summer serum 夏季精华项目</dc:title>");
    expect(core).not.toContain("dcterms");
  });
});

test("the same document gives the same bytes at any time", async () => {
  const first = await writeBilingualDocument(brief);
  await wait(2_100); // a ZIP counts time in steps of two seconds
  expect(Buffer.from(await writeBilingualDocument(brief)).equals(Buffer.from(first))).toBe(true);
});

test("characters that a document cannot hold are left out, and the rest stays", async () => {
  const text = "a\u0000b\u{FFFE}c\u{D800}d🌸";
  const bytes = await writeBilingualDocument({ ...brief, title: { en: text, zh: "标题" } });
  expect(texts(unzip(bytes).get("word/document.xml") ?? "")[0]).toBe("abcd🌸");
});

/** Cards as Lark gets them: marks, hostile text, and cards that are too big. */
import { describe, expect, it } from "vitest";
import { actions, button, type Card, call, line, link, mention, type Part } from "../../src/chat/card.ts";
import { checkCard } from "../../src/lark/check-card.ts";
import type { CardJson } from "../../src/lark/element.ts";
import { LIMITS } from "../../src/lark/limits.ts";
import { cardBytes, countElements } from "../../src/lark/measure-card.ts";
import { leftOutOf, markOf, renderCard, renderPlainCard } from "../../src/lark/render-card.ts";
import { catalogue, HOSTILE } from "./catalogue.ts";
import { words } from "./support-lark.ts";

const OPEN_ID = "ou_0123456789abcdef0123456789abcdef";
const card = (...body: Part[]): Card => ({ title: "Title", tone: "info", summary: "Summary", body });
const render = (given: Card): CardJson => renderCard(given, "key", words);
const json = (given: Card): string => JSON.stringify(render(given));
const tags = (given: Card): string[] => render(given).body.elements.map((element) => element.tag);

/** Every text that is read as markdown. */
function markdownOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markdownOf);
  if (typeof value !== "object" || value === null) return [];
  const own = "tag" in value && value.tag === "markdown" && "content" in value ? [String(value.content)] : [];
  return [...own, ...Object.values(value).flatMap(markdownOf)];
}

describe("the catalogue", () => {
  it("carries the mark of its key on its first element", () => {
    expect(render(catalogue(OPEN_ID)).body.elements[0]?.["element_id"]).toBe(markOf("key"));
    expect(markOf("key")).not.toBe(markOf("other key"));
  });

  it.each([
    ["neutral", "grey"],
    ["info", "blue"],
    ["good", "green"],
    ["warning", "orange"],
    ["danger", "red"],
  ] as const)("%s has a %s header", (tone, template) => {
    expect(render({ ...card(), tone }).header.template).toBe(template);
  });
});

describe("text from people", () => {
  it("shows as it was typed and mentions nobody, wherever it stands", () => {
    const hostile = (part: Part): Card => ({ title: HOSTILE, tone: "info", summary: HOSTILE, body: [part] });
    const parts: Part[] = [
      line(HOSTILE),
      {
        kind: "note",
        spans: [
          { kind: "bold", text: HOSTILE },
          { kind: "quiet", text: HOSTILE },
        ],
      },
      { kind: "facts", facts: [{ label: HOSTILE, value: [{ kind: "text", text: HOSTILE }] }] },
      { kind: "list", items: [[{ kind: "text", text: HOSTILE }]] },
      { kind: "table", caption: HOSTILE, columns: [{ title: HOSTILE, kind: "text" }], rows: [[HOSTILE]] },
      {
        kind: "chart",
        title: HOSTILE,
        alt: HOSTILE,
        shape: "line",
        categories: [HOSTILE],
        series: [{ name: HOSTILE, values: [1] }],
      },
      { kind: "progress", done: 1, total: 2, label: HOSTILE },
      { kind: "steps", title: HOSTILE, steps: [{ text: HOSTILE, state: "done" }] },
      { kind: "picture", file: "fil_gone", alt: HOSTILE, title: HOSTILE },
      { kind: "people", label: HOSTILE, people: [{ name: HOSTILE, lark: "ou_1></at><at id=all" }] },
      { kind: "fold", title: HOSTILE, parts: [{ kind: "text", spans: [{ kind: "text", text: HOSTILE }] }] },
      actions({ kind: "link", label: HOSTILE, url: "javascript:alert(1)" }),
    ];
    for (const part of parts) {
      const rendered = render(hostile(part));
      expect(checkCard(rendered)).toEqual([]);
      expect(JSON.stringify(rendered)).not.toMatch(/<\/?at\b|\\u202e|\\u0000/i);
      for (const content of markdownOf(rendered.body.elements)) {
        expect(content).not.toMatch(/text_tag(?=[^;]*>)|\]\(|\*\*bold\*\*|^(?:#|---|1\.|>| {4})/im);
      }
    }
  });

  it("escapes what markdown would read, and only that", () => {
    expect(render(card(line("a*b [c](d) 1. x\n- y\n2026-11-20 ok"))).body.elements[0]?.["content"]).toBe(
      "a&#42;b &#91;c&#93;(d) 1. x\n&#45; y\n2026-11-20 ok",
    );
  });

  it("mentions only a real open_id", () => {
    expect(json(card(line(mention({ name: "A", lark: OPEN_ID }))))).toContain(`<at id=${OPEN_ID}></at>`);
    expect(json(card(line(mention({ name: "A", lark: "all" }))))).toContain("**A**");
  });

  it("links only to http and https", () => {
    expect(json(card(line(link("x", "https://e.com/a b)"))))).toContain("[x](https://e.com/a%20b%29)");
    expect(json(card(line(link("x", "file:///etc"))))).not.toContain("](");
  });
});

describe("limits", () => {
  const table = (rows: number, caption = "T"): Part => ({
    kind: "table",
    caption,
    columns: [{ title: "Name", kind: "text" }],
    rows: Array.from({ length: rows }, (_, index) => [`row ${index}`]),
  });

  it("shows the rows that fit, and says how many more there are and where", () => {
    const given = card(table(900));
    const rendered = json(given);
    expect(rendered).toContain("row 499");
    expect(rendered).not.toContain("row 500");
    expect(rendered).toContain(words.moreRows(400));
    expect(leftOutOf(given, words)).toEqual({ tables: [given.body[0]], text: false });
    expect(json({ ...given, attached: { rows: "T.xlsx" } })).toContain(words.rowsInFile(400, "T.xlsx"));
  });

  it("draws five tables, and the sixth as lines with all its rows", () => {
    const rendered = render(card(...Array.from({ length: 6 }, (_, index) => table(3, `T${index}`))));
    expect(checkCard(rendered)).toEqual([]);
    expect(rendered.body.elements.filter(({ tag }) => tag === "table")).toHaveLength(5);
    expect(JSON.stringify(rendered)).toContain("- row 0\\n- row 1\\n- row 2");
  });

  it("shortens a card over 30 KB, says so, and keeps its buttons", () => {
    const long = "很长的稿子。".repeat(3_000);
    const rendered = render(
      card(line(long), line(long), line(long), actions(button("Approve", call("draft approve", {})))),
    );
    expect(checkCard(rendered)).toEqual([]);
    expect(cardBytes(rendered)).toBeLessThanOrEqual(LIMITS.cardBytes);
    expect(JSON.stringify(rendered)).toContain(words.shortened);
    expect(JSON.stringify(rendered)).toContain("Approve");
  });

  it("keeps 200 elements, buttons first, and says that something is missing", () => {
    const many = Array.from({ length: 250 }, (_, index) => line(`line ${index}`));
    const rendered = render(card(...many, actions(button("Approve", call("draft approve", {})))));
    expect(countElements(rendered)).toBeLessThanOrEqual(LIMITS.elements);
    expect(JSON.stringify(rendered)).toContain("Approve");
    expect(JSON.stringify(rendered)).toContain(words.shortened);
  });

  it("prints the choices a select cannot hold", () => {
    const choices = Array.from({ length: 150 }, (_, index) => ({
      value: `c${index}`,
      label: `Creator ${index}`,
    }));
    const form = {
      title: "Pick",
      call: call("vet", {}),
      submit: "Go",
      fields: [{ kind: "choice" as const, name: "creator", label: "Creator", required: true, choices }],
    };
    const rendered = render(card({ kind: "form", form, open: "Pick" }));
    expect(checkCard(rendered)).toEqual([]);
    expect(JSON.stringify(rendered)).toContain("c149 (Creator 149)");
    expect(JSON.stringify(rendered)).not.toContain("select_static");
  });

  it("an empty card shows its summary", () => {
    expect(checkCard(render(card()))).toEqual([]);
    expect(json(card())).toContain("Summary");
    expect(tags(card({ kind: "actions", buttons: [] }))).toEqual(["markdown"]);
  });

  it("the plain form of any card is one that Lark takes", () => {
    const plain = renderPlainCard({ ...catalogue(OPEN_ID), title: HOSTILE, summary: "" }, "key", words);
    expect(checkCard(plain)).toEqual([]);
    expect(JSON.stringify(plain)).toContain(words.shortened);
  });
});

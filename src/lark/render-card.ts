/** A card as Card JSON 2.0: header, notification text and body, made smaller step by step until Lark takes it. */
import { createHash } from "node:crypto";
import { type Card, partsOf, type Tone } from "../chat/card.ts";
import type { LeftOut, LeftOutWords } from "../chat/left-out.ts";
import { drawPart } from "./draw-part.ts";
import { type CardJson, type Element, markdown, plainText, smallMarkdown } from "./element.ts";
import { escapeMarkdown, plainly } from "./escape-markdown.ts";
import { LIMITS } from "./limits.ts";
import { cardBytes, countElements } from "./measure-card.ts";
import { type Brush, newSheet, ROOMS, type Room, type Sheet, shorten } from "./sheet.ts";
import { boldMarkdown, greyMarkdown } from "./spans.ts";

const TEMPLATE: Record<Tone, string> = {
  neutral: "grey",
  info: "blue",
  good: "green",
  warning: "orange",
  danger: "red",
};
const TITLE_CHARS = 120;
/** One line in a list of chats; clients cut it much earlier. */
const SUMMARY_CHARS = 300;
/** What the mark of the key adds to a card. */
const MARK_BYTES = 100;
/** What a person can act on outlives what they can read. */
const ACTING_TAGS = new Set(["form", "button", "column_set", "select_static"]);
const NO_PICTURES = new Map<string, string>();

/** Native drawings that hold all of their card: whoever asks what is left out sends the card next, and draws it once. */
const whole = new WeakMap<Card, CardJson>();

/** @param key the outbox key; a mark made from it goes into the card, so that the message can be found again */
export function renderCard(
  card: Card,
  key: string,
  words: LeftOutWords,
  { style = "native", pictures = NO_PICTURES }: Partial<Omit<Brush, "words">> = {},
): CardJson {
  const known = style === "native" && pictures.size === 0 ? whole.get(card) : undefined;
  return marked(known ?? drawToFit(card, { words, style, pictures }).json, key);
}

/** What the native drawing of `card` does not show. */
export function leftOutOf(card: Card, words: LeftOutWords): LeftOut {
  const { json, sheet } = drawToFit(card, { words, style: "native", pictures: NO_PICTURES });
  // a whole card has no words but its own
  if (sheet.cut.size === 0 && !sheet.shortened) whole.set(card, json);
  return { tables: [...sheet.cut], text: sheet.shortened };
}

/** The card without anything that could be refused: for the case that a rendering breaks a rule. */
export function renderPlainCard(card: Card, key: string, words: LeftOutWords): CardJson {
  const text = [cut(card.title, 500), cut(card.summary, 2_000)]
    .map((line) => escapeMarkdown(line).trim())
    .join("\n\n");
  return marked(withNote(frame(card, [markdown(text.trim() || "…")]), words.shortened), key);
}

/** The mark of a key: what `element_id` takes, 76 bits of the key's SHA-256. */
export function markOf(key: string): string {
  return `k${createHash("sha256")
    .update(key)
    .digest("hex")
    .slice(0, LIMITS.elementId - 1)}`;
}

interface Drawn {
  json: CardJson;
  sheet: Sheet;
}

function drawToFit(card: Card, brush: Brush): Drawn {
  let drawn = { json: frame(card, []), sheet: newSheet(card, brush, ROOMS[0] as Room) };
  let tooManyRows = 0;
  for (const room of ROOMS) {
    drawn = draw(card, brush, room);
    if (fits(drawn.json)) return withMoreRows(card, brush, drawn, tooManyRows);
    tooManyRows = room.rows;
  }
  drawn.sheet.shortened = true;
  return { ...drawn, json: keepWhatFits(withNote(drawn.json, shortenedLine(drawn.sheet))) };
}

/** The steps between rooms are wide: as many rows as there is room for, up to those of the room before. */
function withMoreRows(card: Card, brush: Brush, fitting: Drawn, tooMany: number): Drawn {
  const { room } = fitting.sheet;
  const longest = Math.max(0, ...partsOf(card).map((part) => (part.kind === "table" ? part.rows.length : 0)));
  let best = fitting;
  let [fit, over] = [room.rows, Math.min(tooMany, longest + 1)];
  while (over - fit > 1) {
    const rows = Math.floor((fit + over) / 2);
    const drawn = draw(card, brush, { ...room, rows });
    if (fits(drawn.json)) [best, fit] = [drawn, rows];
    else over = rows;
  }
  return best;
}

function draw(card: Card, brush: Brush, room: Room): Drawn {
  const sheet = newSheet(card, brush, room);
  const longTitle =
    card.title.length > TITLE_CHARS ? [markdown(boldMarkdown(shorten(card.title, 2_000, sheet)))] : [];
  const parts = card.body.flatMap((part) => drawPart(part, sheet));
  const json = frame(card, [...longTitle, ...parts]);
  return { json: sheet.shortened ? withNote(json, shortenedLine(sheet)) : json, sheet };
}

function shortenedLine({ words, attached }: Sheet): string {
  return attached.text === undefined ? words.shortened : words.textInFile(attached.text);
}

function frame(card: Card, elements: Element[]): CardJson {
  const title = plainly(card.title).replaceAll("\n", " ").trim();
  const summary = plainly(card.summary).replaceAll("\n", " ").trim();
  return {
    schema: "2.0",
    config: {
      update_multi: true,
      width_mode: "fill",
      summary: { content: cut(summary === "" ? title : summary, SUMMARY_CHARS) || "…" },
    },
    header: { title: plainText(cut(title, TITLE_CHARS) || "…"), template: TEMPLATE[card.tone] },
    // Lark takes no empty body
    body: {
      elements:
        elements.length > 0 ? elements : [markdown(escapeMarkdown(cut(summary, SUMMARY_CHARS)) || "…")],
    },
  };
}

function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, "")}…`;
}

/** Says at the end that something is missing, once. */
function withNote(json: CardJson, said: string): CardJson {
  const note = smallMarkdown(greyMarkdown(said) || "…");
  if (json.body.elements.at(-1)?.["content"] === note["content"]) return json;
  return { ...json, body: { elements: [...json.body.elements, note] } };
}

/** Keeps as many elements as there is room for, buttons and forms first, in their order; the note at the end stays. */
function keepWhatFits(json: CardJson): CardJson {
  const all = json.body.elements;
  const note = all.slice(-1);
  const kept = new Set<Element>(note);
  const empty = { ...json, body: { elements: note } };
  let bytes = LIMITS.cardBytes - MARK_BYTES - cardBytes(empty);
  let elements = LIMITS.elements - countElements(empty);
  const [acting, reading] = [true, false].map((acts) =>
    all.filter((element) => ACTING_TAGS.has(element.tag) === acts),
  );
  for (const element of [...(acting ?? []), ...(reading ?? [])]) {
    const size = cardBytes(element);
    const count = countElements(element);
    if (kept.has(element) || size > bytes || count > elements) continue;
    kept.add(element);
    bytes -= size;
    elements -= count;
  }
  return { ...json, body: { elements: all.filter((element) => kept.has(element)) } };
}

function fits(json: CardJson): boolean {
  return cardBytes(json) <= LIMITS.cardBytes - MARK_BYTES && countElements(json) <= LIMITS.elements;
}

function marked(json: CardJson, key: string): CardJson {
  const [first, ...rest] = json.body.elements;
  if (first === undefined) return json;
  return { ...json, body: { elements: [{ ...first, element_id: markOf(key) }, ...rest] } };
}

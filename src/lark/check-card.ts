/** Checks a finished card against everything Lark demands, before it leaves. */
import { checkElement, type Look } from "./check-element.ts";
import type { CardJson } from "./element.ts";
import { LIMITS } from "./limits.ts";
import { cardBytes, countElements } from "./measure-card.ts";

/**
 * @param images keys of the pictures that were uploaded for this card
 * @returns what is wrong, one line each; nothing for a card that Lark takes
 */
export function checkCard(card: CardJson, images: ReadonlySet<string> = new Set()): string[] {
  const look: Look = { problems: [], names: new Set(), ids: new Set(), images, tables: 0, charts: 0 };
  checkFrame(card, look);
  for (const [index, element] of card.body.elements.entries()) {
    checkElement(element, { look, path: `body[${index}]`, depth: 1, inForm: false });
  }
  over(look, "bytes", cardBytes(card), LIMITS.cardBytes);
  over(look, "elements", countElements(card), LIMITS.elements);
  over(look, "tables", look.tables, LIMITS.tables);
  over(look, "charts", look.charts, LIMITS.charts);
  return look.problems;
}

function checkFrame(card: CardJson, { problems }: Look): void {
  if (card.schema !== "2.0") problems.push('schema must be "2.0"');
  if (!card.config.update_multi) problems.push("update_multi must be true, else the card cannot be updated");
  if (card.config.summary.content.trim() === "") problems.push("the notification text is empty");
  if (String(card.header.title["content"]).trim() === "") problems.push("the title is empty");
  if (card.body.elements.length === 0) problems.push("the body is empty");
}

function over({ problems }: Look, what: string, count: number, limit: number): void {
  if (count > limit) problems.push(`${count} ${what}, Lark takes ${limit}`);
}

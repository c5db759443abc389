/** The JSON of a card as Lark reads it: an element is a tag and the properties of that tag. */

export interface Element {
  tag: string;
  [property: string]: unknown;
}

export interface CardJson {
  schema: "2.0";
  config: { update_multi: true; width_mode: "fill"; summary: { content: string } };
  header: { title: Element; template: string };
  body: { elements: Element[] };
}

export const plainText = (content: string): Element => ({ tag: "plain_text", content });

export const markdown = (content: string): Element => ({ tag: "markdown", content });

/** Small print in the size Lark uses for secondary text. */
export const smallMarkdown = (content: string): Element => ({
  tag: "markdown",
  content,
  text_size: "notation",
});

/** Lark takes no empty text. */
export function unlessEmpty(content: string, element: (content: string) => Element): Element[] {
  return content.trim() === "" ? [] : [element(content)];
}

/** Two halves side by side on a wide screen, one above the other on a phone. */
export const twoColumns = (left: string, right: string): Element => ({
  tag: "column_set",
  flex_mode: "stretch",
  columns: [left, right].map((content) => ({
    tag: "column",
    width: "weighted",
    weight: 1,
    elements: [markdown(content)],
  })),
});

/** A row of elements that wraps where the screen ends. */
export const flowing = (elements: readonly Element[]): Element => ({
  tag: "column_set",
  flex_mode: "flow",
  columns: elements.map((element) => ({ tag: "column", width: "auto", elements: [element] })),
});

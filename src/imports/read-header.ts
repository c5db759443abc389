/** Takes a header apart: what it is called, whether it counts in tens of thousands, whether it says percent. */

export interface Header {
  /** the name alone, in the one spelling in which headers are compared */
  key: string;
  /** 万 or /w in the header: every bare number of the column stands for 10,000 times itself */
  tenThousands: boolean;
  percent: boolean;
}

/** A w counts only after a Chinese character, a bracket or a stroke: it may also end a word. */
const TEN_THOUSANDS = /[(/]?(?:单位:?)?(?:万[元人]?|(?<![a-z])w)\)?$/;
const YUAN = /[(/](?:单位:?)?(?:元|¥|rmb)\)$|\/元$/;
const PERCENT = /\(?%\)?$/;

/**
 * Full-width and plain signs, capitals and blanks make no difference between headers.
 * source: vendor-exports, agency sheets (`粉丝量/w`, `粉丝数（万）`)
 */
export function readHeader(text: string): Header {
  const plain = text.normalize("NFKC").replace(/[\s*]/gu, "").toLowerCase();
  const percent = PERCENT.test(plain);
  const named = plain.replace(PERCENT, "").replace(YUAN, "");
  const key = named.replace(TEN_THOUSANDS, "");
  return { key, tenThousands: key !== named, percent };
}

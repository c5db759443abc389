/** How the columns of a list are spread over forms: as many on each as both platforms hold. */

/** Lark's form takes so many choices of all its selects together; more would have to be typed. */
const FORM_CHOICES = 100;
/** the fields that the command has */
export const COLUMNS_A_FORM = 30;
const MOST_COLUMNS = 150;

/** Nobody goes through more; what is left over is not used, and named as such. */
export function askable<T>(columns: readonly T[]): T[] {
  return columns.slice(0, MOST_COLUMNS);
}

/** Where each form begins: as many columns as both platforms hold. */
export function pagesOf(columns: readonly { possible: readonly string[] }[]): number[] {
  const pages = [0];
  let choices = 0;
  for (const [index, { possible }] of columns.entries()) {
    // "not used" can always be chosen
    const needed = possible.length + 1;
    const begun = index - (pages.at(-1) ?? 0);
    if (begun > 0 && (choices + needed > FORM_CHOICES || begun >= COLUMNS_A_FORM)) {
      pages.push(index);
      choices = 0;
    }
    choices += needed;
  }
  return pages;
}

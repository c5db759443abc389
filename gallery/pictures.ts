/** Stands in for the sandbox, which serves the pictures of cards: the gallery has one of its own. */

const DRAWN = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="220" viewBox="0 0 480 220">
<rect width="480" height="220" fill="#f3ede4"/><rect y="150" width="480" height="70" fill="#fff"/>
${[110, 220, 330]
  .map(
    (x, index) =>
      `<rect x="${x}" y="${90 - index * 12}" width="72" height="${78 + index * 12}" rx="10" fill="${["#c9d8c5", "#e6c9b8", "#bcd0d8"][index]}"/><rect x="${x + 6}" y="${76 - index * 12}" width="60" height="18" rx="4" fill="#6b6257"/>`,
  )
  .join("")}</svg>`;

/** A picture that cannot be loaded is a card's: here it is drawn. */
export function showPictures(): void {
  window.addEventListener(
    "error",
    ({ target }) => {
      if (!(target instanceof HTMLImageElement) || target.src.startsWith("data:")) return;
      target.src = `data:image/svg+xml,${encodeURIComponent(DRAWN)}`;
    },
    true,
  );
}

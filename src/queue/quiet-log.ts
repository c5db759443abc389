/** Keeps a repeated failure from filling the log. */

/** At most one line a second; the next one says how many were left out. */
export function quietLog(log: (line: string) => void): (line: string) => void {
  let quietUntil = 0;
  let leftOut = 0;
  return (line) => {
    if (performance.now() < quietUntil) {
      leftOut += 1;
      return;
    }
    log(leftOut > 0 ? `${line} (and ${leftOut} more)` : line);
    quietUntil = performance.now() + 1000;
    leftOut = 0;
  };
}

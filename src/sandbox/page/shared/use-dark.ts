/** Whether the page is dark at the moment, for what style sheets do not reach. */
import { useSyncExternalStore } from "react";

const system = window.matchMedia("(prefers-color-scheme: dark)");

function isDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "dark" || (chosen !== "light" && system.matches);
}

function watch(watcher: () => void): () => void {
  const chosen = new MutationObserver(watcher);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  system.addEventListener("change", watcher);
  return () => {
    chosen.disconnect();
    system.removeEventListener("change", watcher);
  };
}

export const useDark = (): boolean => useSyncExternalStore(watch, isDark);

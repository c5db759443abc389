/** "/" goes to the composer of the client one is in, or of the first that is shown. */
import { useEffect } from "react";

const FIELDS = "input, textarea, select, dialog";

export function useSlashKey(): void {
  useEffect(() => {
    const look = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : undefined;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || at?.closest(FIELDS) != null) return;
      const pane = at?.closest(".pane") ?? document;
      const box = [...pane.querySelectorAll<HTMLElement>(".composer textarea")].find(
        (one) => one.offsetParent !== null,
      );
      // the key itself is typed into the composer it leads to
      box?.focus();
    };
    document.addEventListener("keydown", look);
    return () => document.removeEventListener("keydown", look);
  }, []);
}

/** Light, dark, or as the system says. */
import { useEffect } from "react";
import { Icon } from "../shared/icons.tsx";
import { useStored } from "../shared/stored.ts";
import type { Words } from "../words/words.ts";

const NEXT = { auto: "light", light: "dark", dark: "auto" } as const;
const ICONS = { auto: "auto", light: "sun", dark: "moon" } as const;

export function ThemeButton({ words }: { words: Words }) {
  const [stored, setTheme] = useStored("theme", "auto");
  const theme = stored === "light" || stored === "dark" ? stored : "auto";
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return (
    <button
      type="button"
      className="top-button only-icon"
      aria-label={words.theme[theme]}
      title={words.theme[theme]}
      onClick={() => setTheme(NEXT[theme])}
    >
      <Icon name={ICONS[theme]} size={16} />
    </button>
  );
}

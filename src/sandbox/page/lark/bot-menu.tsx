/** The bot's menu above the composer of a direct chat; an entry's key is the command it starts. */
import { act } from "../shared/api.ts";
import { useReader } from "../shared/reader.tsx";
import { MENU } from "./menu-entries.ts";

export function BotMenu() {
  const { words, person, locale, run } = useReader();
  const language = locale.startsWith("zh") ? "zh" : "en";
  return (
    <nav className="bot-menu" aria-label={words.menu}>
      {MENU.flatMap(({ entries }) => entries).map(({ eventKey, label }) => (
        <button
          key={eventKey}
          type="button"
          onClick={() => run(() => act("/lark/menu", { user: person.id, event_key: eventKey }))}
        >
          {label[language]}
        </button>
      ))}
    </nav>
  );
}

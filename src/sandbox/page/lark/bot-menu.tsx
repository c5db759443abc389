/** The bot's menu above the composer of a direct chat; an entry's key is the command it starts. */
import { act } from "../shared/api.ts";
import { useReader } from "../shared/reader.tsx";

const ENTRIES = ["help", "vet", "digest"] as const;

export function BotMenu() {
  const { words, person, run } = useReader();
  return (
    <nav className="bot-menu" aria-label={words.menu}>
      {ENTRIES.map((key) => (
        <button
          key={key}
          type="button"
          onClick={() => run(() => act("/lark/menu", { user: person.id, event_key: key }))}
        >
          {words.menuItems[key]}
        </button>
      ))}
    </nav>
  );
}

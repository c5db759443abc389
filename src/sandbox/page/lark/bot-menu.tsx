/** The bot's menu below the composer of a direct chat; an entry's key is the command it starts. */
import { act } from "../shared/api.ts";
import { Icon } from "../shared/icons.tsx";
import { Menu, MenuItems } from "../shared/menu.tsx";
import { useReader } from "../shared/reader.tsx";
import { MENU } from "./menu-entries.ts";

export function BotMenu() {
  const { words, person, run, locale } = useReader();
  const language = locale.startsWith("zh") ? "zh" : "en";
  return (
    <nav className="bot-menu" aria-label={words.menu}>
      {MENU.map((part) => (
        <Menu
          key={part.label.en}
          className="up"
          label={
            <>
              <Icon name="menu" size={14} /> {part.label[language]}
            </>
          }
        >
          {(close) => (
            <MenuItems
              name={part.label[language]}
              close={close}
              items={part.entries.map(({ eventKey, label }) => ({
                key: eventKey,
                label: label[language],
                onChoose: () => run(() => act("/lark/menu", { user: person.id, event_key: eventKey })),
              }))}
            />
          )}
        </Menu>
      ))}
    </nav>
  );
}

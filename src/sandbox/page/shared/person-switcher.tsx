/** Whose eyes and hands a pane is: name, role and local time, and the others one can be. */
import { Avatar } from "./avatar.tsx";
import { Icon } from "./icons.tsx";
import { Menu } from "./menu.tsx";
import { useReader } from "./reader.tsx";
import { displayName, type Person } from "./state.ts";
import { cityIn, clockTime } from "./time.ts";
import { useUnread } from "./unread.ts";
import { useNow } from "./use-now.ts";
import type { Pane } from "./use-pane.ts";

export function PersonSwitcher({ pane }: { pane: Pane }) {
  const { words, person, people } = useReader();
  const unread = useUnread();
  const about = useAbout();
  // a room with others shows who wrote anyway; what waits in private would be overlooked
  const waiting = (one: Person) => {
    const own = pane.allRooms.find((room) => room.kind === "direct" && room.members.includes(one.id));
    return own === undefined ? 0 : unread(one.id, own.id);
  };
  const others = people.filter((one) => one.id !== person.id);
  const elsewhere = others.reduce((sum, one) => sum + waiting(one), 0);
  return (
    <Menu
      className="switcher right"
      label={
        <>
          <Avatar name={displayName(person)} size={28} />
          <span className="switcher-who">
            <b>
              <span className="hidden">{words.you}: </span>
              {displayName(person)}
            </b>
            <small>{about(person)}</small>
          </span>
          {elsewhere > 0 && <span className="badge">{elsewhere}</span>}
          <Icon name="down" size={16} />
        </>
      }
    >
      {(close) => (
        <div role="menu" aria-label={words.switchTo}>
          <p className="menu-title" role="presentation">
            {words.switchTo}
          </p>
          {people.map((one) => (
            <button
              key={one.id}
              type="button"
              role="menuitemradio"
              aria-checked={one.id === person.id}
              data-handle={one.name}
              onClick={() => {
                close();
                pane.pickPerson(one.id);
              }}
            >
              <Avatar name={displayName(one)} size={32} />
              <span className="switcher-who">
                <b>{displayName(one)}</b>
                <small>{about(one)}</small>
              </span>
              {waiting(one) > 0 && <span className="badge">{waiting(one)}</span>}
              {one.id === person.id && (
                <span className="tick">
                  <Icon name="tick" size={16} />
                </span>
              )}
            </button>
          ))}
        </div>
      )}
    </Menu>
  );
}

/** "Marketing · 22:45 Berlin". */
function useAbout(): (person: Person) => string {
  const { words, locale } = useReader();
  const now = useNow();
  return (person) =>
    `${words.roles[person.role] ?? person.role} · ${clockTime(now, person.tz)} ${cityIn(person.tz, locale)}`;
}

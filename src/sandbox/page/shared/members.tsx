/** Who is in a room: a pile of portraits that opens the list of members. */
import { Avatar } from "./avatar.tsx";
import { Menu } from "./menu.tsx";
import { useReader } from "./reader.tsx";
import { displayName, type Room } from "./state.ts";
import { cityIn, clockTime } from "./time.ts";
import { useNow } from "./use-now.ts";

const SHOWN = 3;

export function Members({ room }: { room: Room }) {
  const { people, words } = useReader();
  const here = people.filter((one) => room.members.includes(one.id));
  return (
    <Menu
      className="right"
      buttonClass="menu-button facepile"
      label={
        <>
          <span>
            {here.slice(0, SHOWN).map((one) => (
              <Avatar key={one.id} name={displayName(one)} size={24} />
            ))}
          </span>
          <span aria-hidden="true">{room.members.length}</span>
          <span className="hidden">{words.members(room.members.length)}</span>
        </>
      }
    >
      {() => <MemberList here={here.map((one) => one.id)} />}
    </Menu>
  );
}

function MemberList({ here }: { here: readonly string[] }) {
  const { people, words, locale } = useReader();
  const now = useNow();
  return (
    <ul className="members">
      <li>
        <Avatar name="Seedbed" app size={28} />
        <span>
          Seedbed <span className="app-badge">{words.app}</span>
        </span>
      </li>
      {people
        .filter((one) => here.includes(one.id))
        .map((one) => (
          <li key={one.id}>
            <Avatar name={displayName(one)} size={28} />
            <span>
              {displayName(one)}
              <small>
                {words.roles[one.role] ?? one.role} · {clockTime(now, one.tz)} {cityIn(one.tz, locale)}
              </small>
            </span>
          </li>
        ))}
    </ul>
  );
}

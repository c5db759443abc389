/** People on a card, with portrait and name. */
import { Avatar } from "../shared/avatar.tsx";
import { useReader } from "../shared/reader.tsx";
import { displayName } from "../shared/state.ts";

export function People({ ids, names = true }: { ids: readonly string[]; names?: boolean }) {
  const { people } = useReader();
  const known = people.filter((person) => ids.includes(person.id));
  return (
    <ul className="people">
      {known.map((person) => (
        <li key={person.id}>
          <Avatar name={displayName(person)} size={22} />
          <span className={names ? undefined : "hidden"}>{displayName(person)}</span>
        </li>
      ))}
    </ul>
  );
}

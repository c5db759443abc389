/** "You are: marketer ▾": picks whose eyes and hands a pane is. */
import { Avatar } from "./avatar.tsx";
import { displayName, type Person } from "./state.ts";
import type { Words } from "./words.ts";

export function PersonSwitcher(props: {
  people: readonly Person[];
  person: Person;
  words: Words;
  onPick: (id: string) => void;
}) {
  const { people, person, words } = props;
  return (
    <label className="switcher">
      <Avatar name={displayName(person)} size={24} />
      <span>{words.you}</span>
      <select value={person.id} onChange={(event) => props.onPick(event.target.value)}>
        {people.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name} · {displayName(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

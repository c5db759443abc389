/** How many messages each person has not read yet, by room, kept in this browser. */
import { useSyncExternalStore } from "react";

const KEY = "seedbed:unread";

type Counts = Readonly<Record<string, number>>;

let counts: Counts = stored();
const watchers = new Set<() => void>();

function stored(): Counts {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Counts;
  } catch {
    return {};
  }
}

const keyOf = (person: string, room: string): string => `${person}/${room}`;

/** The count of a person's room, and how to look it up for others. */
export function useUnread(): (person: string, room: string) => number {
  const now = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => counts,
  );
  return (person, room) => now[keyOf(person, room)] ?? 0;
}

export function addUnread(people: readonly string[], room: string): void {
  if (people.length === 0) return;
  const added = people.map((person) => [keyOf(person, room), unreadOf(person, room) + 1]);
  keep({ ...counts, ...Object.fromEntries(added) });
}

/** @returns how many messages were unread until now */
export function markRead(person: string, room: string): number {
  const before = unreadOf(person, room);
  if (before > 0) {
    const { [keyOf(person, room)]: _, ...rest } = counts;
    keep(rest);
  }
  return before;
}

const unreadOf = (person: string, room: string): number => counts[keyOf(person, room)] ?? 0;

function keep(next: Counts): void {
  counts = next;
  localStorage.setItem(KEY, JSON.stringify(next));
  for (const watcher of watchers) watcher();
}

/** Who wrote lately, remembered for a while, so that an event can be understood without asking the database. */
import type { PlatformName } from "../../chat/ports.ts";
import type { Services } from "../ctx.ts";
import { identifyPerson, type Person } from "./identify-person.ts";

export interface PeopleSeen {
  /**
   * The person as last seen, at most a minute ago. Enough to understand an event whose transaction checks the version;
   * what ends without a transaction asks `now`.
   */
  lately(platform: PlatformName, userId: string): Promise<Person>;
  now(platform: PlatformName, userId: string): Promise<Person>;
}

/** In real time: a moved business clock makes nobody another person. */
const GOOD_FOR_MS = 60_000;
const MOST = 1_000;

export function createPeopleSeen(services: Services): PeopleSeen {
  const seen = new Map<string, { person: Promise<Person>; at: number }>();

  function now(platform: PlatformName, userId: string): Promise<Person> {
    const account = `${platform}:${userId}`;
    const person = identifyPerson(services, platform, userId);
    if (seen.size >= MOST) seen.clear();
    const entry = { person, at: performance.now() };
    seen.set(account, entry);
    const forget = () => {
      if (seen.get(account) === entry) seen.delete(account);
    };
    // a stranger may be added at any moment, and nothing would tell
    person.then(({ member }) => member === undefined && forget(), forget);
    return person;
  }

  return {
    now,
    lately(platform, userId) {
      const known = seen.get(`${platform}:${userId}`);
      const isGood = known !== undefined && performance.now() - known.at < GOOD_FOR_MS;
      return isGood ? known.person : now(platform, userId);
    },
  };
}

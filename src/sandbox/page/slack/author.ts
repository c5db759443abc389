/** Who wrote a Slack message: a person, the bot, or Slack itself. */
import { displayName, type Person } from "../shared/state.ts";

export const BOT_NAME = "Seedbed";

export function authorOf(id: string, people: readonly Person[]): { name: string; app: boolean } {
  if (id === "USLACKBOT") return { name: "Slackbot", app: false };
  const person = people.find((one) => one.id === id || one.name === id);
  return person === undefined ? { name: BOT_NAME, app: true } : { name: displayName(person), app: false };
}

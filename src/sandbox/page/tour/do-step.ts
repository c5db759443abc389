/** Does what a step of the tour is about, with the hands of the person it speaks of. */
import { upload } from "../shared/api.ts";
import type { Room, SandboxState } from "../shared/state.ts";
import { nextAt } from "../shared/time.ts";
import type { Pane } from "../shared/use-pane.ts";
import type { Step } from "./steps.ts";
import { buttonIn } from "./use-spot.ts";

const WAIT_MS = 4_000;

interface Hands {
  state: SandboxState;
  pane: Pane;
  /** puts a text into the client's composer and sends it */
  say: (text: string) => void;
  moveClock: (to: { advance: string } | { to: string }) => Promise<unknown>;
}

export async function doStep(step: Step, { state, pane, say, moveClock }: Hands): Promise<void> {
  const { action } = step;
  const room = enter(step, state, pane);
  switch (action.kind) {
    case "say":
      return say(action.text);
    case "share":
      return share(room, pane, step.as, action.file);
    case "press": {
      const button = await appears(() => buttonIn(step.on, action.button));
      return button?.click();
    }
    case "clock":
      await moveClock({ advance: action.advance });
      return;
    case "until": {
      const zone = state.slack.users.find((user) => user.role === action.role)?.tz ?? "Europe/Berlin";
      await moveClock({ to: nextAt(Date.parse(state.now), action.time, zone) });
    }
  }
}

/** Becomes the step's person and opens its room. */
export function enter(step: Step, state: SandboxState, pane: Pane): Room | undefined {
  const person = state[step.on].users.find((one) => one.name === step.as);
  if (person === undefined) return undefined;
  const room = pane.allRooms.find(
    (one) => one.members.includes(person.id) && (one.kind === "direct") === (step.place === "direct"),
  );
  if (pane.person?.id !== person.id) pane.pickPerson(person.id);
  if (room !== undefined && pane.room?.id !== room.id) pane.openRoom(room.id);
  return room;
}

async function share(room: Room | undefined, pane: Pane, as: string, name: string): Promise<void> {
  const response = await fetch(`/sandbox/samples/${name}`);
  if (!response.ok) throw new Error(`${name} is not served here (${response.status}).`);
  if (room === undefined) return;
  const file = new File([await response.blob()], name);
  await upload(pane.platform, { user: as, channel: room.id }, file);
}

async function appears<T>(find: () => T | undefined): Promise<T | undefined> {
  const end = performance.now() + WAIT_MS;
  let found = find();
  while (found === undefined && performance.now() < end) {
    await new Promise((resolve) => window.setTimeout(resolve, 50));
    found = find();
  }
  return found;
}

/** Control calls about the app's membership: into a channel, out of it, and its private chat that a person opens. */
import { Hono } from "hono";
import { z } from "zod";
import { answerError, readBody, WrongCall } from "../control-call.ts";
import type { Slack } from "./context.ts";
import { appJoined, appLeft, homeOpened } from "./events.ts";
import { channelNamed, personNamed } from "./lookup.ts";
import { outcome } from "./say.ts";

/** Whoever is in the workspace may invite: the first person, unless one is named. */
const Named = z.object({
  channel: z.string().regex(/^#?[\p{L}\p{N}_-]{1,80}$/u, "is no channel's name: letters, digits, - and _"),
  user: z.string().default("marketer"),
});

export function createInvitations(slack: Slack): Hono {
  const { workspace, delivery } = slack;
  const control = new Hono();
  control.onError(answerError);

  control.post("/invite", async (c) => {
    const { channel: name, user } = await readBody(c, Named);
    const person = personNamed(slack, user);
    const isKnown = workspace.findChannel(name) !== undefined;
    const channel = isKnown ? channelNamed(slack, name, person) : workspace.addChannel(name.toLowerCase());
    if (workspace.isMember(channel)) throw new WrongCall(`Seedbed is in ${channel.name} already.`);
    workspace.setApp(channel, true);
    const ack = await delivery.deliver(appJoined(slack, channel, person.id));
    return c.json({ ...outcome(ack), channel: channel.id });
  });

  control.post("/remove", async (c) => {
    const { channel: name, user } = await readBody(c, Named);
    const person = personNamed(slack, user);
    const channel = channelNamed(slack, name, person);
    if (channel.kind === "direct" || !workspace.isMember(channel))
      throw new WrongCall(`Seedbed is in no channel ${name}.`);
    workspace.setApp(channel, false);
    return c.json(outcome(await delivery.deliver(appLeft(slack, channel, person.id))));
  });

  control.post("/enter", async (c) => {
    const { user } = await readBody(c, z.object({ user: z.string() }));
    const { id } = personNamed(slack, user);
    return c.json(outcome(await delivery.deliver(homeOpened(slack, id, "messages"))));
  });

  return control;
}

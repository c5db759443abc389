/** Answers the app gives without naming a channel: through a response_url, or inside an acknowledgement. */
import { Hono } from "hono";
import { z } from "zod";
import type { Slack } from "./context.ts";
import { echoChanged } from "./events.ts";
import { ApiError, broken } from "./method.ts";
import { BOT } from "./people.ts";
import { checkContent, content, MOST_TEXT } from "./post.ts";
import type { ResponseTarget } from "./tickets.ts";
import type { Message } from "./workspace.ts";

const Answer = z.object({
  ...content,
  response_type: z.enum(["ephemeral", "in_channel"]).default("ephemeral"),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});

/** Serves the response_urls. */
export function createAnswers(slack: Slack): Hono {
  const routes = new Hono();
  routes.post("/:id", async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const redeemed = slack.tickets.redeemResponse(c.req.param("id"));
    if (!redeemed.ok) {
      record(slack, "response_url", body, 404, redeemed.error, [`response_url: ${redeemed.error}`]);
      return c.text(redeemed.error, 404);
    }
    const error = takeAnswer(slack, "response_url", redeemed.value, body);
    return error === undefined ? c.text("ok") : c.json({ ok: false, error }, 400);
  });
  return routes;
}

/**
 * Carries an answer out and records it as a call.
 * @param how the name it has in the log of calls
 * @returns the error code of a refused answer
 */
export function takeAnswer(
  slack: Slack,
  how: string,
  target: ResponseTarget,
  body: unknown,
): string | undefined {
  const violations: string[] = [];
  try {
    carryOut(slack, target, body, (violation) => violations.push(violation));
    record(slack, how, body, 200, "ok", violations);
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    record(slack, how, body, 400, error.code, [...violations, ...error.violations]);
    return error.code;
  }
}

function carryOut(
  slack: Slack,
  target: ResponseTarget,
  body: unknown,
  note: (violation: string) => void,
): void {
  const parsed = Answer.safeParse(body);
  if (!parsed.success) throw broken("invalid_payload");
  const answer = parsed.data;
  const original =
    target.original === undefined ? undefined : slack.workspace.find(target.channel, target.original);
  if (answer.delete_original) {
    if (original !== undefined) slack.workspace.remove(original);
    return;
  }
  const checked = checkContent(slack, answer, MOST_TEXT, note);
  if (answer.replace_original && original !== undefined) {
    replace(slack, original, checked);
    return;
  }
  const threadTs = answer.thread_ts ?? target.thread_ts;
  slack.workspace.add({
    channel: target.channel,
    user: BOT.userId,
    ...checked,
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    ...(answer.response_type === "ephemeral" && { ephemeralTo: target.user }),
  });
}

function replace(slack: Slack, original: Message, { text, blocks }: Pick<Message, "text" | "blocks">): void {
  const previous = structuredClone(original);
  original.text = text;
  if (blocks !== undefined) original.blocks = blocks;
  else delete original.blocks;
  original.edited = { user: BOT.userId, ts: slack.workspace.nextTs() };
  slack.workspace.changed("message_changed", original);
  const channel = slack.workspace.findChannel(original.channel);
  if (channel !== undefined && original.ephemeralTo === undefined)
    echoChanged(slack, original, previous, channel);
}

function record(
  slack: Slack,
  method: string,
  body: unknown,
  status: number,
  answer: string,
  violations: string[],
): void {
  slack.world.record({ platform: "slack", method, body, status, answer, violations });
}

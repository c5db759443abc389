/** Ordered faults for the addresses beside the Web API: uploads of bytes, and response URLs. */
import { setTimeout as pause } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { createMiddleware } from "hono/factory";
import { CALL_FAULTS } from "../faults.ts";
import type { World } from "../world.ts";

/** @param method what a refused call is called in the log of calls */
export function faulty(world: World, method: string) {
  return createMiddleware<{ Bindings: HttpBindings }>(async (c, next) => {
    const fault = world.faults.take("slack", CALL_FAULTS);
    const refuse = (status: 429 | 500, answer: string) => {
      world.record({ platform: "slack", method, body: {}, status, answer, violations: [] });
      return c.text(answer, status);
    };
    if (fault?.kind === "server_error") return refuse(500, "internal_error");
    if (fault?.kind === "rate_limit") {
      c.header("retry-after", String(fault.seconds));
      return refuse(429, "ratelimited");
    }
    await next();
    if (fault?.kind === "slow") await pause(fault.seconds * 1_000);
    if (fault?.kind === "broken_answer") c.res = new Response("internal_error", { status: 500 });
    if (fault?.kind === "lost_answer") {
      c.env.outgoing.destroy();
      c.res = RESPONSE_ALREADY_SENT;
    }
  });
}

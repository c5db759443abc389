/** The front of the local Web API: reads bodies, checks tokens, applies ordered faults, records every call. */
import { setTimeout as pause } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import { CALL_FAULTS, type Fault } from "../faults.ts";
import type { Slack } from "./context.ts";
import { ApiError, type Method, tooSoon } from "./method.ts";
import { appMethods } from "./methods/app.ts";
import { chatMethods } from "./methods/chat.ts";
import { conversationMethods } from "./methods/conversations.ts";
import { fileMethods } from "./methods/files.ts";
import { userMethods } from "./methods/users.ts";
import { viewMethods } from "./methods/views.ts";
import { CREDENTIALS } from "./people.ts";

type Env = { Bindings: HttpBindings };

interface Answer {
  status: 200 | 429 | 500;
  body: { ok: boolean };
  violations: readonly string[];
  retryAfter?: number | undefined;
}

const METHODS = new Map<string, Method>(
  Object.entries({
    ...appMethods,
    ...chatMethods,
    ...conversationMethods,
    ...fileMethods,
    ...userMethods,
    ...viewMethods,
  }),
);

/** The Web API, one path a method. */
export function createApi(slack: Slack): Hono<Env> {
  const api = new Hono<Env>();
  api.all("/:method", async (c) => {
    const method = c.req.param("method");
    const { token, ...args } = await readArguments(c);
    const fault = takeFault(slack, method);
    const answer = refusedBy(fault) ?? spoiled(fault, call(slack, method, bearer(c) ?? token, args));
    slack.world.record({
      platform: "slack",
      method,
      body: args,
      status: answer.status,
      answer: answer.body,
      violations: [...answer.violations],
    });
    return await send(c, answer, fault);
  });
  return api;
}

async function readArguments(c: Context): Promise<{ token?: unknown; [argument: string]: unknown }> {
  if (c.req.method === "GET") return c.req.query();
  const type = c.req.header("content-type") ?? "";
  if (type.includes("application/json")) return await c.req.json<Record<string, unknown>>().catch(() => ({}));
  return await c.req.parseBody();
}

function bearer(c: Context): string | undefined {
  return /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
}

/** Connecting is no call about the workspace: its trouble is drop_socket. */
function takeFault(slack: Slack, method: string): Fault | undefined {
  return method === "apps.connections.open" ? undefined : slack.world.faults.take("slack", CALL_FAULTS);
}

function refusedBy(fault: Fault | undefined): Answer | undefined {
  if (fault?.kind === "rate_limit")
    return { status: 429, body: refusal("ratelimited"), violations: [], retryAfter: fault.seconds };
  if (fault?.kind === "server_error") return { status: 500, body: refusal("internal_error"), violations: [] };
  return undefined;
}

/** The call was carried out, and the answer says that it failed. */
function spoiled(fault: Fault | undefined, answer: Answer): Answer {
  return fault?.kind === "broken_answer"
    ? { ...answer, status: 500, body: refusal("internal_error"), retryAfter: undefined }
    : answer;
}

function call(slack: Slack, name: string, token: unknown, args: unknown): Answer {
  const violations: string[] = [];
  try {
    const method = METHODS.get(name);
    if (method === undefined)
      throw new ApiError("unknown_method", { violations: [`unknown method: ${name}`] });
    checkToken(method, token);
    const wait = slack.rates.callWait(name);
    if (wait > 0) throw tooSoon(`more calls of ${name} a minute than its tier allows`, wait);
    const answer = method.run(slack, args, (violation) => violations.push(violation));
    return { status: 200, body: { ok: true, ...answer }, violations };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return {
      status: error.retryAfter === undefined ? 200 : 429,
      body: refusal(error.code, error.details),
      violations: [...violations, ...error.violations],
      retryAfter: error.retryAfter,
    };
  }
}

function checkToken(method: Method, token: unknown): void {
  if (token === undefined || token === "") throw new ApiError("not_authed");
  const wanted = method.token === "bot" ? CREDENTIALS.botToken : CREDENTIALS.appToken;
  if (token === wanted) return;
  const known = token === CREDENTIALS.botToken || token === CREDENTIALS.appToken;
  throw new ApiError(known ? "not_allowed_token_type" : "invalid_auth");
}

function refusal(error: string, details: readonly string[] = []) {
  if (details.length === 0) return { ok: false, error };
  const messages = details.map((detail) => `[ERROR] ${detail}`);
  return { ok: false, error, errors: details, response_metadata: { messages } };
}

async function send(c: Context<Env>, answer: Answer, fault: Fault | undefined): Promise<Response> {
  if (fault?.kind === "lost_answer") {
    c.env.outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  if (fault?.kind === "slow") await pause(fault.seconds * 1_000);
  if (answer.retryAfter !== undefined) c.header("retry-after", String(answer.retryAfter));
  return c.json(answer.body, answer.status);
}

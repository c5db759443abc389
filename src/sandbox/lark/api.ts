/** Lark's open API as one table of calls: token, rates and ordered faults come first, every call is recorded. */
import { setTimeout as pause } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, Hono } from "hono";
import { CALL_FAULTS, type Fault } from "../faults.ts";
import type { World } from "../world.ts";
import { type Answer, refusal, tooMany } from "./answers.ts";
import { LIMITS } from "./limits.ts";
import { readMultipart } from "./multipart.ts";
import type { Rates } from "./rates.ts";
import { isGoodToken } from "./tokens.ts";

/** What a call brings: path parameters, query and body (JSON, or the bytes of form fields). */
export interface Call {
  path: Record<string, string>;
  params: Record<string, string>;
  data: Record<string, unknown>;
}

export interface ApiMethod {
  /** as the call log names it, such as `im.message.create` */
  name: string;
  verb: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  /** calls that fetch a token need none */
  open?: true;
  run(call: Call): Answer;
}

/** What all calls of one app share. */
export class Gateway {
  readonly rates: Rates;
  /** tokens that ran out on order */
  readonly deadTokens = new Set<string>();

  constructor(rates: Rates) {
    this.rates = rates;
  }
}

export function serveMethod(app: Hono, method: ApiMethod, world: World, gateway: Gateway): void {
  app.on(method.verb, method.path, async (c) => {
    const call = await readCall(c);
    const fault = takeFault(world, method, c, gateway);
    const answer =
      refusedBy(fault, world) ?? refuseEarly(c, method, gateway) ?? spoiled(fault, method.run(call));
    record(world, method.name, call, answer);
    if (fault?.kind === "slow") await pause(fault.seconds * 1_000);
    if (fault?.kind === "lost_answer") return loseAnswer(c);
    return respond(answer);
  });
}

function takeFault(world: World, method: ApiMethod, c: Context, gateway: Gateway): Fault | undefined {
  const fault = world.faults.take("lark", method.open ? CALL_FAULTS : [...CALL_FAULTS, "token_expired"]);
  if (fault?.kind === "token_expired") gateway.deadTokens.add(bearer(c) ?? "");
  return fault;
}

function bearer(c: Context): string | undefined {
  return c.req.header("authorization")?.replace(/^Bearer\s+/i, "");
}

async function readCall(c: Context): Promise<Call> {
  const call = { path: c.req.param() as Record<string, string>, params: c.req.query() };
  const type = c.req.header("content-type") ?? "";
  if (type.includes("multipart/form-data")) {
    return { ...call, data: readMultipart(Buffer.from(await c.req.arrayBuffer()), type) };
  }
  return { ...call, data: parseObject(await c.req.text()) };
}

function parseObject(text: string): Record<string, unknown> {
  if (text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function refusedBy(fault: Fault | undefined, world: World): Answer | undefined {
  if (fault?.kind === "server_error") return internalError();
  if (fault?.kind !== "rate_limit") return undefined;
  return tooMany(world.faults.nextRateLimit() % 2 === 1 ? 429 : 400, fault.seconds);
}

const internalError = (): Answer => refusal(2200, "Internal Error", undefined, 500);

/** The call was carried out, and the answer says that it failed. */
function spoiled(fault: Fault | undefined, answer: Answer): Answer {
  return fault?.kind === "broken_answer"
    ? { ...internalError(), violations: answer.violations ?? [] }
    : answer;
}

function refuseEarly(c: Context, method: ApiMethod, gateway: Gateway): Answer | undefined {
  return (method.open ? undefined : refuseToken(c, gateway)) ?? refuseRate(method, gateway.rates);
}

function refuseToken(c: Context, { deadTokens }: Gateway): Answer | undefined {
  const token = bearer(c);
  if (token === undefined)
    return refusal(99991661, "Missing access token for authorization.", "no token sent");
  if (isGoodToken(token, Date.now()) && !deadTokens.has(token)) return undefined;
  // Lark reports a token that ran out inside a successful HTTP answer
  return refusal(
    99991663,
    "Invalid access token for authorization. Please make a request with token attached.",
    undefined,
    200,
  );
}

function refuseRate(method: ApiMethod, rates: Rates): Answer | undefined {
  const { perApiSecond, perApiMinute } = LIMITS.rates;
  const reset =
    rates.take(`second ${method.name}`, perApiSecond) ||
    rates.take(`minute ${method.name}`, perApiMinute, 60_000);
  if (reset === 0) return undefined;
  const violation = `more than ${perApiSecond} calls a second or ${perApiMinute} a minute of ${method.name}`;
  return { ...tooMany(429, reset), violations: [violation] };
}

function record(world: World, method: string, call: Call, answer: Answer): void {
  const data = Object.entries(call.data).map(([key, value]) => [key, describe(key, value)]);
  world.record({
    platform: "lark",
    method,
    body: { path: call.path, params: call.params, data: Object.fromEntries(data) },
    status: answer.status,
    answer: answer.body,
    violations: answer.violations ?? [],
  });
}

function describe(key: string, value: unknown): unknown {
  if (key === "app_secret") return "…";
  if (!Buffer.isBuffer(value)) return value;
  return ["file", "image"].includes(key) ? `${value.length} bytes` : value.toString("utf8");
}

function loseAnswer(c: Context): Response {
  const { outgoing } = c.env as HttpBindings;
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

function respond({ status, body, headers, file }: Answer): Response {
  const logId = { "x-tt-logid": `${Date.now()}` };
  if (file === undefined) return Response.json(body, { status, headers: { ...logId, ...headers } });
  return new Response(new Uint8Array(file.bytes), {
    status,
    headers: {
      ...logId,
      "content-type": file.mime,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  });
}

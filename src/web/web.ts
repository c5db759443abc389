/** The bot's own paths on the process's one HTTP server: the platforms' webhooks and `/healthz`. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Health } from "./health.ts";
import { readBody } from "./read-body.ts";
import { Refusal, type Reply, type Webhook } from "./webhook.ts";

/** How long a sender may go on sending what was refused, in ms. */
const PATIENCE_MS = 2_000;

export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

interface WebOptions {
  /** by path, such as `/slack/events`; may grow while the server runs */
  webhooks: ReadonlyMap<string, Webhook | undefined>;
  health(): Promise<Health>;
  log: Log;
}

/** Takes a request of the server; false when its path is not the bot's. */
export type Web = (request: IncomingMessage, response: ServerResponse) => boolean;

export function createWeb({ webhooks, health, log }: WebOptions): Web {
  let looking: Promise<Health> | undefined;
  return (request, response) => {
    const [path = ""] = (request.url ?? "").split("?", 1);
    const webhook = webhooks.get(path);
    if (webhook !== undefined) void serve(path, webhook, request, response);
    else if (path === "/healthz") void tellHealth(request, response);
    else return false;
    return true;
  };

  async function serve(
    path: string,
    webhook: Webhook,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const reply = replyWith(response);
    try {
      if (request.method !== "POST") {
        response.setHeader("allow", "POST");
        throw new Refusal(405, `${request.method ?? ""} is not POST`);
      }
      await webhook({ headers: request.headers, body: await readBody(request) }, reply);
    } catch (error) {
      if (error instanceof Refusal) {
        const from = request.socket.remoteAddress;
        log.warn({ path, from, status: error.status }, `A request was refused: ${error.message}`);
        void reply(error.status);
        hangUp(request);
      } else {
        log.error({ path, err: error }, "A request failed");
        void reply(500);
      }
    }
  }

  async function tellHealth(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = replyWith(response);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      return await reply(405);
    }
    // whoever asks meanwhile gets the same answer: nobody can wear the store out by asking
    looking ??= health().finally(() => {
      looking = undefined;
    });
    const state = await looking;
    response.setHeader("cache-control", "no-store");
    await reply(state.ready ? 200 : 503, state);
  }
}

export function replyWith(response: ServerResponse): Reply {
  return (status, body) =>
    new Promise((resolve) => {
      if (response.headersSent || response.destroyed) return resolve();
      response.once("close", resolve);
      const text = typeof body === "object" ? JSON.stringify(body) : (body ?? "");
      if (text !== "") {
        const type = typeof body === "object" ? "application/json" : "text/plain";
        response.setHeader("content-type", `${type}; charset=utf-8`);
      }
      response.statusCode = status;
      response.setHeader("content-length", Buffer.byteLength(text));
      response.end(text, () => resolve());
    });
}

/** Node throws away what a refused sender goes on sending; nobody may do that for long. */
function hangUp(request: IncomingMessage): void {
  if (request.complete) return;
  const timer = setTimeout(() => request.destroy(), PATIENCE_MS).unref();
  request.once("close", () => clearTimeout(timer));
}

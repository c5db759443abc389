/** Keeps other websites out: only requests addressed to this machine, and control calls only from the page itself. */
import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";

const LOCAL_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Refuses a Host that is not this machine: a foreign name that resolves here would otherwise count as same origin. */
export const localOnly: MiddlewareHandler = async (c, next) => {
  if (!isLocal(c.req.header("host")))
    return c.json({ error: "Use http://localhost or http://127.0.0.1." }, 403);
  return await next();
};

/** Refuses calls a browser makes on behalf of another site. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header("origin");
  const foreign = origin !== undefined && !isSame(origin, c.req.header("host"));
  const crossSite = ["cross-site", "same-site"].includes(c.req.header("sec-fetch-site") ?? "");
  if (foreign || crossSite) return c.json({ error: "Only the sandbox's own page may call this." }, 403);
  return await next();
};

/** The same two rules for a request to open a socket. */
export function mayUpgrade({ headers }: IncomingMessage): boolean {
  return isLocal(headers.host) && (headers.origin === undefined || isSame(headers.origin, headers.host));
}

function isLocal(host: string | undefined): boolean {
  return host !== undefined && LOCAL_NAMES.has(host.replace(/:\d+$/, ""));
}

function isSame(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Serves the built page: each file at one go, because piece by piece it waits long for a bot that is still loading. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { MiddlewareHandler } from "hono";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};
/** Their names change with what they hold. */
const HASHED = "/assets/";

/** @param folder what the build made: index.html and the files beside and below it */
export function servePage(folder: string): MiddlewareHandler {
  const names = new Set(
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
      (name) => `/${name.replaceAll("\\", "/")}`,
    ),
  );
  return async (c, next) => {
    const path = c.req.path === "/" ? "/index.html" : c.req.path;
    const type = TYPES[extname(path)];
    if (type === undefined || !names.has(path)) return next();
    const caching = path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache";
    return c.body(new Uint8Array(readFileSync(join(folder, path))), 200, {
      "content-type": type,
      "cache-control": caching,
    });
  };
}

/** The HTTP server of a bot with real platforms. In the sandbox, the sandbox's own server carries the same paths. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { replyWith, type Web } from "./web.ts";

/** A whole request must be here within this time; the platforms themselves give up after three seconds. */
const REQUEST_MS = 10_000;
/** Longer than load balancers keep an idle connection, so that they never send into one that has just closed. */
const IDLE_MS = 65_000;
const GOODBYE_MS = 1_000;

export interface WebServer {
  port: number;
  stop(): Promise<void>;
}

/**
 * @param options.host every interface when left out, so that webhooks and health checks arrive
 * @throws Error in one line when the port is taken
 */
export async function startServer(options: { web: Web; port: number; host?: string }): Promise<WebServer> {
  const server = createServer(
    { requestTimeout: REQUEST_MS, keepAliveTimeout: IDLE_MS },
    (request, response) => {
      if (!options.web(request, response)) void replyWith(response)(404);
    },
  );
  const port = await listen(server, options.port, options.host);
  return {
    port,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const late = setTimeout(() => server.closeAllConnections(), GOODBYE_MS);
      await closed;
      clearTimeout(late);
    },
  };
}

async function listen(server: Server, port: number, host?: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Error(`Port ${port} is in use: set PORT to a free one.`, { cause: error }) : error);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

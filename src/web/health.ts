/** What `GET /healthz` tells a load balancer or a supervisor. */

/** How a platform reaches the bot, and whether it can at the moment. */
export interface Link {
  transport: "socket" | "http" | "socket and http";
  connected: boolean;
}

export interface Health {
  /** the store can be reached and every platform is connected */
  ready: boolean;
  store: "reachable" | "unreachable" | "not open yet";
  platforms: Readonly<Record<string, Link>>;
}

export const STARTING: Health = { ready: false, store: "not open yet", platforms: {} };

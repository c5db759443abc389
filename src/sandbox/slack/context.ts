/** What the parts of the local Slack share. */
import type { World } from "../world.ts";
import type { Delivery } from "./delivery.ts";
import type { Rates } from "./rates.ts";
import type { SocketMode } from "./socket.ts";
import type { Tickets } from "./tickets.ts";
import type { Views } from "./views.ts";
import type { Workspace } from "./workspace.ts";

export interface Slack {
  world: World;
  workspace: Workspace;
  views: Views;
  tickets: Tickets;
  rates: Rates;
  socket: SocketMode;
  delivery: Delivery;
  /** where the local Slack is served, such as `http://127.0.0.1:3000/sandbox/slack` */
  base: () => string;
}

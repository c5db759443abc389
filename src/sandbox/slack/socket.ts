/** Socket Mode as the server sees it: tickets for connections, hello, pings, envelopes and their acknowledgements. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import type { World } from "../world.ts";
import { LIMITS } from "./limits.ts";
import { BOT } from "./people.ts";

/** Something Slack tells the app. */
export interface Envelope {
  type: "events_api" | "slash_commands" | "interactive";
  payload: object;
  /** whether the app may answer with a payload in its acknowledgement */
  acceptsResponse: boolean;
}

/** How the app took an envelope. */
export type Ack =
  | { ok: true; payload: unknown }
  | {
      ok: false;
      error:
        | "no_connection"
        | "connection_lost"
        | "timeout"
        | "connection_failed"
        | "http_timeout"
        | "http_error";
    };

interface Waiting {
  socket: WebSocket;
  settle: (ack: Ack) => void;
}

const PING_EVERY_MS = 10_000;
const AckMessage = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

export class SocketMode {
  readonly #world: World;
  readonly #address: () => string;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sockets: WebSocket[] = [];
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #pings: NodeJS.Timeout;
  #turn = 0;
  #onConnect: (() => void)[] = [];

  /** @param address where the socket is served, such as `ws://127.0.0.1:3000/sandbox/slack/socket` */
  constructor(world: World, address: () => string) {
    this.#world = world;
    this.#address = address;
    this.#pings = setInterval(() => {
      for (const socket of this.#sockets) socket.ping();
    }, PING_EVERY_MS);
    this.#pings.unref();
  }

  /** An address that lets the app connect once. */
  newUrl(): string {
    const ticket = randomBytes(16).toString("hex");
    this.#tickets.add(ticket);
    return `${this.#address()}?ticket=${ticket}&app_id=${BOT.appId}`;
  }

  accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? "/", "http://localhost").searchParams.get("ticket") ?? "";
    if (!this.#tickets.delete(ticket)) {
      stream.end("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n");
      return;
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => this.#welcome(socket));
  }

  /** Sends an envelope over one of the connections and waits up to 3 s for its acknowledgement. */
  async send(envelope: Envelope, retry: { attempt: number; reason: string }): Promise<Ack> {
    this.dropIfOrdered();
    const socket = this.#sockets[this.#turn++ % Math.max(this.#sockets.length, 1)];
    if (socket === undefined) return { ok: false, error: "no_connection" };
    const id = this.#world.newId("E", 10);
    socket.send(
      JSON.stringify({
        envelope_id: id,
        type: envelope.type,
        payload: envelope.payload,
        accepts_response_payload: envelope.acceptsResponse,
        ...(envelope.type === "events_api" && { retry_attempt: retry.attempt, retry_reason: retry.reason }),
      }),
    );
    return await new Promise((resolve) => {
      const timer = setTimeout(() => settle({ ok: false, error: "timeout" }), LIMITS.ackMs);
      const settle = (ack: Ack): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(ack);
      };
      this.#waiting.set(id, { socket, settle });
    });
  }

  /** Resolves as soon as the app is connected. */
  async connected(): Promise<void> {
    if (this.#sockets.length > 0) return;
    await new Promise<void>((resolve) => this.#onConnect.push(resolve));
  }

  /** Carries out an ordered drop_socket: asks the app to come again and closes every connection. */
  dropIfOrdered(): void {
    if (this.#sockets.length === 0) return;
    if (this.#world.takeFault("slack", ["drop_socket"]) === undefined) return;
    for (const socket of this.#sockets.splice(0)) part(socket, "refresh_requested");
  }

  close(): void {
    clearInterval(this.#pings);
    for (const socket of this.#sockets.splice(0)) end(socket, 1001);
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    socket.on("error", () => socket.terminate());
    if (this.#sockets.length >= LIMITS.sockets) {
      part(socket, "too_many_websockets");
      return;
    }
    this.#sockets.push(socket);
    socket.on("close", () => this.#forget(socket));
    // ws hands over one Buffer unless told otherwise
    socket.on("message", (data) => this.#take((data as Buffer).toString()));
    const hello = {
      type: "hello",
      num_connections: this.#sockets.length,
      debug_info: { host: "sandbox", approximate_connection_time: 18_060 },
      connection_info: { app_id: BOT.appId },
    };
    socket.send(JSON.stringify(hello));
    socket.ping();
    this.#world.emit({ platform: "slack", type: "connected", connections: this.#sockets.length });
    for (const go of this.#onConnect.splice(0)) go();
  }

  #take(text: string): void {
    const ack = readAck(text);
    if (ack !== undefined) this.#waiting.get(ack.envelope_id)?.settle({ ok: true, payload: ack.payload });
  }

  #forget(socket: WebSocket): void {
    const index = this.#sockets.indexOf(socket);
    if (index >= 0) this.#sockets.splice(index, 1);
    for (const waiting of this.#waiting.values())
      if (waiting.socket === socket) waiting.settle({ ok: false, error: "connection_lost" });
    this.#world.emit({ platform: "slack", type: "disconnected", connections: this.#sockets.length });
  }
}

/** Anything but an acknowledgement is ignored, as Slack does. */
function readAck(text: string): z.infer<typeof AckMessage> | undefined {
  try {
    return AckMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Asks the app to reconnect, and closes the connection. */
function part(socket: WebSocket, reason: string): void {
  socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "sandbox" } }));
  end(socket, 1000);
}

/** Closes the connection whether the other side answers or not. */
function end(socket: WebSocket, code: number): void {
  socket.close(code);
  setTimeout(() => socket.terminate(), 1_000).unref();
}

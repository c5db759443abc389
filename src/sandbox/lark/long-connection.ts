/** The server's end of Lark's long connection: hands out addresses, keeps the sockets, sends events, hears acknowledgements. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { CONTROL, DATA, decodeFrame, encodeFrame, type Frame, headerOf } from "./frames.ts";
import { LIMITS } from "./limits.ts";
import { CREDENTIALS } from "./people.ts";

/** What the app made of an event: the code it acknowledged with and what its handler answered. */
export type Ack = { ok: true; answer: unknown } | { ok: false; error: string };

/** Seconds, as the client takes them; short pauses, for the server is on the same machine. */
const CLIENT_CONFIG = { PingInterval: 30, ReconnectCount: -1, ReconnectInterval: 2, ReconnectNonce: 1 };
const SERVICE_ID = 7;
const PIECE_BYTES = 64 * 1024;

export class LongConnection {
  readonly #sockets = new Set<WebSocket>();
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, (ack: Ack) => void>();
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #log: (line: string) => void;
  #seq = 0;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** Answers `POST /callback/ws/endpoint`: an address that works once. */
  endpoint(appId: string | undefined, appSecret: string | undefined, base: string) {
    if (appId !== CREDENTIALS.appId || appSecret !== CREDENTIALS.appSecret) {
      return { code: 514, msg: "auth failed: app id or secret is wrong", data: {} };
    }
    if (this.#sockets.size >= LIMITS.connections) {
      return { code: 1000040350, msg: "exceed the limit of connections", data: {} };
    }
    const ticket = randomBytes(12).toString("hex");
    this.#tickets.add(ticket);
    const query = `device_id=${ticket}&service_id=${SERVICE_ID}`;
    const address = `${base.replace(/^http/, "ws")}/sandbox/lark/socket?${query}`;
    return { code: 0, msg: "", data: { URL: address, ClientConfig: CLIENT_CONFIG } };
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const deviceId = new URL(request.url ?? "/", "http://lark").searchParams.get("device_id") ?? "";
    if (!this.#tickets.delete(deviceId)) {
      socket.end(
        "HTTP/1.1 403 Forbidden\r\nHandshake-Status: 403\r\nHandshake-Msg: unknown device_id\r\n\r\n",
      );
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => this.#keep(client));
  }

  /**
   * Sends one event over one of the connections, any of them, and waits for its acknowledgement.
   * @param payload the event's JSON; large ones travel in several frames
   */
  async send(payload: unknown, traceId: string): Promise<Ack> {
    const sockets = [...this.#sockets].filter((socket) => socket.readyState === socket.OPEN);
    const socket = sockets[this.#seq % Math.max(sockets.length, 1)];
    if (socket === undefined) return { ok: false, error: "The bot is not connected to Lark." };
    const messageId = randomBytes(16).toString("hex");
    const acknowledged = this.#acknowledgement(messageId);
    for (const frame of this.#frames(Buffer.from(JSON.stringify(payload)), messageId, traceId)) {
      socket.send(encodeFrame(frame));
    }
    return acknowledged;
  }

  /** Cuts every connection, as a network fault would. */
  drop(): void {
    for (const socket of this.#sockets) socket.terminate();
    this.#sockets.clear();
  }

  close(): void {
    this.drop();
    this.#server.close();
    for (const settle of this.#waiting.values()) settle({ ok: false, error: "The sandbox is closing." });
  }

  #keep(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on("message", (data) => this.#hear(socket, data));
    socket.on("close", () => this.#sockets.delete(socket));
    socket.on("error", (error) => this.#log(`Lark's socket broke: ${error.message}`));
  }

  #hear(socket: WebSocket, data: RawData): void {
    try {
      const frame = decodeFrame(bytesOf(data));
      if (frame.method === CONTROL) this.#pong(socket, frame);
      else this.#settle(frame);
    } catch (error) {
      this.#log(`Lark got a frame it cannot read: ${String(error)}`);
    }
  }

  #pong(socket: WebSocket, frame: Frame): void {
    if (headerOf(frame, "type") !== "ping") return;
    const payload = Buffer.from(JSON.stringify(CLIENT_CONFIG));
    socket.send(encodeFrame({ ...frame, headers: [{ key: "type", value: "pong" }], payload }));
  }

  #settle(frame: Frame): void {
    const { code, data } = JSON.parse(Buffer.from(frame.payload ?? []).toString("utf8")) as {
      code: number;
      data?: string;
    };
    const ack: Ack =
      code === 200
        ? { ok: true, answer: data && JSON.parse(Buffer.from(data, "base64").toString("utf8")) }
        : { ok: false, error: `The bot failed on it (acknowledged with ${code}).` };
    this.#waiting.get(headerOf(frame, "message_id"))?.(ack);
  }

  async #acknowledgement(messageId: string): Promise<Ack> {
    return new Promise((resolve) => {
      const settle = (ack: Ack) => {
        clearTimeout(timer);
        this.#waiting.delete(messageId);
        resolve(ack);
      };
      const late = () => settle({ ok: false, error: "The bot did not acknowledge it within 3 seconds." });
      const timer = setTimeout(late, LIMITS.ack);
      this.#waiting.set(messageId, settle);
    });
  }

  #frames(bytes: Buffer, messageId: string, traceId: string): Frame[] {
    this.#seq += 1;
    const sum = Math.ceil(bytes.length / PIECE_BYTES);
    return Array.from({ length: sum }, (_, seq): Frame => {
      const headers = { type: "event", message_id: messageId, sum, seq, trace_id: traceId };
      return {
        SeqID: this.#seq,
        LogID: this.#seq,
        service: SERVICE_ID,
        method: DATA,
        headers: Object.entries(headers).map(([key, value]) => ({ key, value: String(value) })),
        payload: bytes.subarray(seq * PIECE_BYTES, (seq + 1) * PIECE_BYTES),
      };
    });
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

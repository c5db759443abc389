/** The least of Slack that a Socket Mode app needs, made to be fast: it must not be what is measured. */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { emailOf } from "./child.ts";

export interface BenchSlack {
  apiUrl: string;
  /** Resolves when an app is connected. */
  connected(): Promise<void>;
  /** Sends one slash command over the socket and resolves when it is acknowledged. */
  command(user: string, text: string): Promise<void>;
  /** What Slack says of a slash command. */
  commandOf(user: string, text: string): Record<string, string>;
  close(): Promise<void>;
}

/** What each method answers; whatever else is called succeeds with nothing. */
const ANSWERS: Readonly<Record<string, object>> = {
  "auth.test": { user_id: "UBOT", bot_id: "BBOT", team_id: "T1", url: "https://bench.slack.example/" },
  "users.conversations": { channels: [{ id: "C1", name: "bench" }], response_metadata: { next_cursor: "" } },
  "conversations.open": { channel: { id: "D1" } },
};

export async function startBenchSlack(): Promise<BenchSlack> {
  let sequence = 0;
  let app: WebSocket | undefined;
  let announce: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const waiting = new Map<string, () => void>();
  const http = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (piece: string) => {
      body += piece;
    });
    request.on("end", () => {
      const method = (request.url ?? "").split("/api/")[1]?.split("?")[0] ?? "";
      answer(response, { ok: true, ...answerTo(method, body, portOf(http)) });
    });
  });
  const sockets = new WebSocketServer({ server: http });
  sockets.on("connection", (socket) => {
    app = socket;
    socket.on("message", (data) => {
      const { envelope_id: id } = JSON.parse((data as Buffer).toString()) as { envelope_id?: string };
      const done = id === undefined ? undefined : waiting.get(id);
      if (id !== undefined) waiting.delete(id);
      done?.();
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A1" } }));
    announce();
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const commandOf: BenchSlack["commandOf"] = (user, text) => {
    sequence += 1;
    const id = `${Date.now()}.${sequence}`;
    return {
      token: "bench",
      team_id: "T1",
      channel_id: "C1",
      channel_name: "bench",
      user_id: user,
      user_name: "bench",
      command: "/vet",
      text,
      api_app_id: "A1",
      response_url: `http://127.0.0.1:${portOf(http)}/respond/${id}`,
      trigger_id: id,
    };
  };
  return {
    apiUrl: `http://127.0.0.1:${portOf(http)}/api/`,
    connected: () => ready,
    command(user, text) {
      const payload = commandOf(user, text);
      const { trigger_id: id = "" } = payload;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        const envelope = { envelope_id: id, type: "slash_commands", accepts_response_payload: true, payload };
        app?.send(JSON.stringify(envelope));
      });
    },
    commandOf,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => {
        http.close(resolve);
        http.closeAllConnections();
      });
    },
  };
}

function answerTo(method: string, body: string, port: number): object {
  if (method === "apps.connections.open") return { url: `ws://127.0.0.1:${port}/socket` };
  if (method === "users.info") return { user: userOf(new URLSearchParams(body).get("user") ?? "") };
  return ANSWERS[method] ?? { ts: `${Date.now() / 1000}`, channel: "C1" };
}

function userOf(id: string): object {
  const profile = { email: emailOf(id) };
  return { id, real_name: id, locale: "en-US", tz: "Europe/Berlin", profile };
}

function answer(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** The least of Slack that a Socket Mode app needs, made to be fast: it must not be what is measured. */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

export interface BenchSlack {
  apiUrl: string;
  /** Resolves when an app is connected. */
  connected(): Promise<void>;
  /** Sends one slash command and resolves when it is acknowledged. */
  command(text: string): Promise<void>;
  /** How many messages the app has posted. */
  posted(): number;
  close(): Promise<void>;
}

/** What each method answers; whatever else is called succeeds with nothing. */
const ANSWERS: Readonly<Record<string, object>> = {
  "auth.test": { user_id: "UBOT", bot_id: "BBOT", team_id: "T1", url: "https://bench.slack.example/" },
  "users.info": {
    user: {
      id: "U1",
      real_name: "Bench",
      locale: "en-US",
      tz: "Europe/Berlin",
      profile: { email: "bench@acme.example" },
    },
  },
  "users.conversations": { channels: [{ id: "C1", name: "bench" }], response_metadata: { next_cursor: "" } },
  "conversations.open": { channel: { id: "D1" } },
};

export async function startBenchSlack(): Promise<BenchSlack> {
  let posted = 0;
  let sequence = 0;
  let app: WebSocket | undefined;
  let announce: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const waiting = new Map<string, () => void>();
  const http = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      const method = (request.url ?? "").split("/api/")[1]?.split("?")[0] ?? "";
      if (method === "chat.postMessage" || method === "chat.postEphemeral") posted += 1;
      const more =
        method === "apps.connections.open"
          ? { url: `ws://127.0.0.1:${portOf(http)}/socket` }
          : (ANSWERS[method] ?? { ts: `${Date.now() / 1000}`, channel: "C1" });
      answer(response, { ok: true, ...more });
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
  return {
    apiUrl: `http://127.0.0.1:${portOf(http)}/api/`,
    connected: () => ready,
    posted: () => posted,
    command(text) {
      sequence += 1;
      const id = `e${sequence}`;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        app?.send(JSON.stringify(envelope(id, text, portOf(http))));
      });
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => {
        http.close(resolve);
        http.closeAllConnections();
      });
    },
  };
}

function envelope(id: string, text: string, port: number) {
  return {
    envelope_id: id,
    type: "slash_commands",
    accepts_response_payload: true,
    payload: {
      token: "bench",
      team_id: "T1",
      channel_id: "C1",
      channel_name: "bench",
      user_id: "U1",
      user_name: "bench",
      command: "/vet",
      text,
      api_app_id: "A1",
      response_url: `http://127.0.0.1:${port}/respond/${id}`,
      trigger_id: `${Date.now()}.${id}`,
    },
  };
}

function answer(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Slack by Socket Mode: opens the socket, keeps it, and hands what comes over it to a listener. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Logger, SocketModeReceiver, type webApi } from "@slack/bolt";
import type { Acknowledge, Listener } from "./listen.ts";
import type { Log } from "./log.ts";

/** Between two tries to get a new socket address after the connection was lost, in ms. */
const RETRY_MS = 3_000;
/** How long a closing socket may wait for Slack's good-bye, in ms. */
const GOODBYE_MS = 1_000;

export interface Connection {
  /** Resolves once events can come. Rejects when the app token is refused or Slack cannot be reached. */
  start(listener: Listener): Promise<void>;
  isConnected(): boolean;
  stop(): Promise<void>;
}

interface SocketOptions {
  /** `xapp-…` */
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  logger: Logger;
  log: Log;
}

/** What the SDK's socket hands over; without an acknowledgement Slack sends an event again. */
interface Delivery {
  body: Record<string, unknown>;
  ack: Acknowledge;
}

/** A Socket Mode connection; after the first success the SDK reconnects by itself. */
export function connectBySocket({ appToken, clientOptions, logger, log }: SocketOptions): Connection {
  let phase: "starting" | "connected" | "stopped" = "starting";
  let isOpen = false;

  // The SDK drops the promise of a reconnect, so its rejection would end the process: a lost network or a
  // failing Slack is waited out here, and what cannot be waited out is logged.
  const patientFetch: webApi.FetchFunction = async (url, init) => {
    for (;;) {
      if (phase === "stopped") return never();
      try {
        const response = await fetch(url, init);
        if (response.status < 500 || phase === "starting") return response;
      } catch (error) {
        if (phase === "starting") throw error;
      }
      await sleep(RETRY_MS, undefined, { ref: false });
    }
  };

  const { client } = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { ...clientOptions, fetch: patientFetch } },
  });
  const connect = client.start.bind(client);
  client.start = async () => {
    if (phase === "stopped") return never();
    try {
      return await connect();
    } catch (error) {
      if (phase === "starting") throw error;
      log.error({ err: error }, "Slack takes no new connection: check the app token, then restart");
      return never();
    }
  };
  client.on("connected", () => {
    isOpen = true;
  });
  for (const lost of ["connecting", "reconnecting", "disconnected"]) {
    client.on(lost, () => {
      isOpen = false;
    });
  }

  return {
    isConnected: () => isOpen,
    async start(listener) {
      client.on("slack_event", ({ body, ack }: Delivery) => {
        listener(body, ack).catch((error: unknown) => {
          log.error({ err: error }, "An event from Slack was not taken and comes again");
        });
      });
      await client.start();
      phase = "connected";
    },
    async stop() {
      phase = "stopped";
      const closed = client.disconnect();
      await Promise.race([closed, sleep(GOODBYE_MS, undefined, { ref: false })]);
      // the second call cuts the line without waiting for the other side
      await client.disconnect();
    },
  };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

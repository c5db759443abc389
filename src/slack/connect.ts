/** How Slack reaches the bot: Socket Mode. The one place that chooses, so that signed HTTP can stand beside it. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Logger, type Receiver, SocketModeReceiver, type webApi } from "@slack/bolt";
import type { Log } from "./log.ts";

/** Between two tries to get a new socket address after the connection was lost, in ms. */
const RETRY_MS = 3_000;
/** How long a closing socket may wait for Slack's good-bye, in ms. */
const GOODBYE_MS = 1_000;

export interface Connection {
  receiver: Receiver;
  logger: Logger;
  clientOptions: webApi.WebClientOptions;
  /** Resolves once events can come. Rejects when the app token is refused or Slack cannot be reached. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface SocketOptions {
  /** `xapp-…` */
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  logger: Logger;
  log: Log;
}

/** A Socket Mode connection; after the first success the SDK reconnects by itself. */
export function connectBySocket({ appToken, clientOptions, logger, log }: SocketOptions): Connection {
  let phase: "starting" | "connected" | "stopped" = "starting";

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

  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { ...clientOptions, fetch: patientFetch } },
  });
  const { client } = receiver;
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

  return {
    receiver,
    logger,
    clientOptions,
    async start() {
      await receiver.start();
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

/** The long connection: opened within a time limit, kept by the SDK, closed without a trace. */
import { type EventDispatcher, LoggerLevel, WSClient } from "@larksuiteoapi/node-sdk";
import type { LarkAccount } from "./client.ts";
import { createHttp } from "./http.ts";
import { sdkLogger } from "./log.ts";

const HANDSHAKE_MS = 8_000;
/** Seconds without an answer to a ping after which the socket counts as dead. */
const PONG_SECONDS = 20;

export interface Connection {
  isConnected(): boolean;
  close(): void;
}

/**
 * @param late tells when Lark has taken too long
 * @throws Error when it does, or refuses
 */
export async function openLongConnection(
  { appId, appSecret, domain, log }: LarkAccount,
  eventDispatcher: EventDispatcher,
  late: AbortSignal,
): Promise<Connection> {
  let settle: (problem?: Error) => void = () => undefined;
  const opened = new Promise<void>((resolve, reject) => {
    settle = (problem) => (problem === undefined ? resolve() : reject(problem));
  });
  const client = new WSClient({
    appId,
    appSecret,
    domain,
    httpInstance: createHttp(),
    logger: sdkLogger(log, appSecret),
    loggerLevel: LoggerLevel.warn,
    handshakeTimeoutMs: HANDSHAKE_MS,
    wsConfig: { pingTimeout: PONG_SECONDS },
    onReady: () => settle(),
    onError: (error) => {
      settle(error);
      log.error({ err: error }, "The connection to Lark has ended: restart the bot.");
    },
    onReconnecting: () => log.warn({}, "The connection to Lark broke; opening it again."),
    onReconnected: () => log.info({}, "The connection to Lark is back."),
  });
  const giveUp = () => settle(new Error("Lark's long connection did not open in time."));
  late.addEventListener("abort", giveUp);
  try {
    await client.start({ eventDispatcher });
    await opened;
    return {
      isConnected: () => client.getConnectionStatus().state === "connected",
      close: () => client.close({ force: true }),
    };
  } catch (error) {
    client.close({ force: true });
    throw error;
  } finally {
    late.removeEventListener("abort", giveUp);
  }
}

/** The log this room writes to, and the shape of it that Slack's SDK asks for. */
import { format } from "node:util";
import { type Logger, LogLevel } from "@slack/bolt";

type Write = (object: object, message: string) => void;

export interface Log {
  info: Write;
  warn: Write;
  error: Write;
}

/** The SDK's debug lines hold whole payloads and are dropped. */
export function sdkLogger(log: Log): Logger {
  const to =
    (write: Write) =>
    (...words: unknown[]): void =>
      write({ from: "slack-sdk" }, format(...words));
  return {
    debug: () => undefined,
    info: to((object, message) => log.info(object, message)),
    warn: to((object, message) => log.warn(object, message)),
    error: to((object, message) => log.error(object, message)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

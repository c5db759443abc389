/** The log the room is given, and the SDK's own messages on their way into it. */
import type { Logger } from "@larksuiteoapi/node-sdk";

type Write = (object: Record<string, unknown>, message: string) => void;

export interface Log {
  info: Write;
  warn: Write;
  error: Write;
}

/**
 * The SDK's logger. Only its texts and the messages of its errors are written, never the objects beside them, which hold
 * requests; the secret is struck out wherever it stands.
 */
export function sdkLogger(log: Log, secret: string): Logger {
  const write =
    (target: Write) =>
    (...said: unknown[]) => {
      const text = said.flat(2).map(wordOf).filter(Boolean).join(" ");
      if (text !== "") target({ from: "lark sdk" }, text.replaceAll(secret, "…"));
    };
  const silent = () => undefined;
  // the SDK calls an error what the caller gets as an exception anyway
  return {
    error: write((object, message) => log.warn(object, message)),
    warn: write((object, message) => log.warn(object, message)),
    info: write((object, message) => log.info(object, message)),
    debug: silent,
    trace: silent,
  };
}

function wordOf(said: unknown): string {
  if (typeof said === "string") return said.split("\n")[0]?.trim() ?? "";
  return said instanceof Error ? said.message : "";
}

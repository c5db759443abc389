/** The program's log: lines of JSON on standard output. */
import { type Logger, pino } from "pino";
import type { Config } from "./config.ts";

export function createLog(level: Config["logLevel"]): Logger {
  return pino({ level, serializers: { err: describeError } });
}

/** A failed query carries what people wrote; the log gets the database's own words instead. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const failedQuery = "query" in error && error.cause instanceof Error;
  return pino.stdSerializers.err(failedQuery ? (error.cause as Error) : error);
}

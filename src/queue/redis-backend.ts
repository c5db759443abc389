/** Puts the queue on Redis. */
import { createRedisBackend, withBackend } from "bullmq";
import { Redis } from "ioredis";
import { describeConnection } from "../store/open/describe-connection.ts";
import type { Backend } from "./backend.ts";

const answerLimitMs = 5000;

/**
 * @param url address such as redis://host:6379/0
 * @throws Error of one line when the server does not answer within 5 s
 */
export async function openRedisBackend(url: string, log: (line: string) => void): Promise<Backend> {
  const connection = new Redis(url, {
    lazyConnect: true,
    connectTimeout: answerLimitMs,
    // Commands wait for a server that restarts instead of failing.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 2000),
  });
  let lastError: Error | undefined;
  connection.on("error", (error) => {
    lastError = error;
    log(`The connection to Redis broke: ${error.message}`);
  });
  try {
    await within(answerLimitMs, connection.connect());
  } catch (error) {
    connection.disconnect();
    throw describeConnection("the queue on Redis", url, "REDIS_URL", lastError ?? error);
  }
  const { Queue, Worker } = withBackend(createRedisBackend);
  return {
    makeQueue: (name) => new Queue(name, { connection }),
    makeWorker: (name, processor, options) => new Worker(name, processor, { ...options, connection }),
    close: async () => {
      await connection.quit();
    },
  };
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs / 1000} s`)), limitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** The bot's own paths for tests, to be served by the sandbox's server. */
import { type Health, STARTING } from "../../src/web/health.ts";
import { createWeb, type Log, type Web } from "../../src/web/web.ts";
import type { Webhook } from "../../src/web/webhook.ts";

export type Transport = "socket" | "http";

export interface TestWeb {
  web: Web;
  webhooks: Map<string, Webhook | undefined>;
  /** asked by `/healthz` once it is set */
  health?: () => Promise<Health>;
}

export function createTestWeb(log: Log): TestWeb {
  const webhooks = new Map<string, Webhook | undefined>();
  const test: TestWeb = {
    web: createWeb({ webhooks, health: async () => (await test.health?.()) ?? STARTING, log }),
    webhooks,
  };
  return test;
}

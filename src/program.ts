/** The larger part of the program: what is loaded while PostgreSQL comes up and the page is served already. */
import type { Config } from "./config.ts";
import { createLark } from "./lark/app.ts";
import type { Sandbox } from "./sandbox/start.ts";
import { createSlack } from "./slack/app.ts";
import type { Log } from "./usecases/ctx.ts";

export { startBot } from "./bot.ts";
export { DEMO_ADMIN, seedDemo } from "./demo.ts";

interface Platforms {
  slack: ReturnType<typeof createSlack>;
  lark: ReturnType<typeof createLark>;
}

/** Those that the settings have credentials for. */
export function createPlatforms({ slack, lark }: Config, log: Log): Partial<Platforms> {
  if (lark?.http !== undefined && lark.http.encryptKey === undefined) {
    log.warn({}, "Lark's requests are not signed: set an encrypt key there and here as LARK_ENCRYPT_KEY");
  }
  return {
    ...(slack && { slack: createSlack({ ...slack, token: slack.botToken, log }) }),
    ...(lark && { lark: createLark({ ...lark, log }) }),
  };
}

export function localPlatforms({ slack, lark, transport }: Sandbox, log: Log): Platforms {
  const { botToken: token, apiUrl, appToken, signingSecret } = slack;
  const { appId, appSecret, domain } = lark;
  const heard = transport.slack === "http" ? { signingSecret } : { appToken };
  const http = transport.lark === "http" ? lark : undefined;
  return {
    slack: createSlack({ token, apiUrl, ...heard, log }),
    lark: createLark({ appId, appSecret, domain, http, log }),
  };
}

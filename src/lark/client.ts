/** The SDK's client with the room's own HTTP and token store, and the one way to call it. */
import { Client, CTenantAccessToken, DefaultCache, LoggerLevel } from "@larksuiteoapi/node-sdk";
import { isStaleToken, toChatError } from "./chat-error.ts";
import { createHttp } from "./http.ts";
import { type Log, sdkLogger } from "./log.ts";

export interface LarkAccount {
  appId: string;
  appSecret: string;
  /** base address, such as `https://open.larksuite.com` */
  domain: string;
  log: Log;
}

/** How often one call may renew a token that ran out: once is usual, but the next one may run out as well. */
const RENEWALS = 3;

/** Runs one call of the SDK; a token that ran out is renewed, and the call repeated. Throws `ChatError` only. */
export type CallLark = <T>(run: (client: Client) => Promise<T>) => Promise<T>;

export function createCall({ appId, appSecret, domain, log }: LarkAccount): CallLark {
  const cache = new DefaultCache();
  const client = new Client({
    appId,
    appSecret,
    domain,
    cache,
    httpInstance: createHttp(),
    logger: sdkLogger(log, appSecret),
    loggerLevel: LoggerLevel.error,
  });
  // a time in the past: the store takes 0 for "never"
  const forgetToken = () => cache.set(CTenantAccessToken, "", 1, { namespace: appId });
  return async (run) => {
    for (let renewals = 0; ; renewals += 1) {
      try {
        return await run(client);
      } catch (error) {
        if (!isStaleToken(error) || renewals === RENEWALS) throw toChatError(error);
        await forgetToken();
      }
    }
  };
}

/** A running sandbox with an unmodified Bolt app connected to its local Slack, and short forms of the control calls. */
import { App, LogLevel, webApi } from "@slack/bolt";
import { type Sandbox, startSandbox } from "../../src/sandbox/start.ts";

interface ShownMessage {
  ts: string;
  user: string;
  text: string;
  blocks: { type: string; block_id: string }[];
  ephemeral: boolean;
  thread_ts?: string;
  files: { id: string; name: string }[];
}

interface ShownView {
  id: string;
  title: { text: string };
  blocks: { type: string; block_id: string }[];
  private_metadata: string;
}

interface ShownCall {
  platform: string;
  method: string;
  status: number;
  answer: { ok?: boolean; error?: string } | string;
  violations: string[];
}

/** Everything a control call may answer; a test looks at what it expects. */
interface Answered {
  ok?: boolean;
  error?: string;
  ts?: string;
  file?: string;
  url?: string;
  now?: string;
  next?: string | null;
  errors?: Record<string, string>;
  messages: ShownMessage[];
  view: ShownView | null;
  home: ShownView | null;
  calls: ShownCall[];
}

export interface Desk {
  sandbox: Sandbox;
  /** POST to a control call below `/sandbox/api/`; status and body */
  post(path: string, body: object): Promise<{ status: number; body: Answered }>;
  get(path: string): Promise<Answered>;
  say(user: string, channel: string, text: string): Promise<Answered>;
  messages(user: string, channel: string): Promise<ShownMessage[]>;
  violations(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts a sandbox on a free port. */
export async function startDesk(options: { folder?: string; slackRetriesMs?: number[] } = {}): Promise<Desk> {
  const sandbox = await startSandbox({ port: 0, log: () => undefined, ...options });
  const base = `${sandbox.url}/sandbox/api/`;
  const post: Desk["post"] = async (path, body) => {
    const response = await fetch(base + path, { method: "POST", body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Answered };
  };
  const get: Desk["get"] = async (path) => (await (await fetch(base + path)).json()) as Answered;
  return {
    sandbox,
    post,
    get,
    say: async (user, channel, text) => (await post("slack/say", { user, channel, text })).body,
    messages: async (user, channel) =>
      (await get(`slack/messages?user=${user}&channel=${encodeURIComponent(channel)}`)).messages,
    violations: async () => (await get("calls")).calls.flatMap((call) => call.violations),
    stop: () => sandbox.stop(),
  };
}

/** An unmodified Bolt app in Socket Mode; start it with `app.start()`. */
export function newApp({ slack }: Sandbox): App {
  return new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
}

/** An unmodified Web API client that shows every refusal instead of repeating the call. */
export function newClient({ slack }: Sandbox, token = slack.botToken): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
}

/** Waits until something holds, for at most 10 s. */
export async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = performance.now() + 10_000;
  while (performance.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited 10 s for: ${what}`);
}

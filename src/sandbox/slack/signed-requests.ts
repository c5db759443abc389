/** Slack's HTTP requests to the app: signed, as a form or as JSON, with the app's acknowledgement as their answer. */
import { createHmac } from "node:crypto";
import { post } from "../post.ts";
import type { World } from "../world.ts";
import type { Transport } from "./delivery.ts";
import { LIMITS } from "./limits.ts";
import { CREDENTIALS } from "./people.ts";
import type { Ack, Envelope } from "./socket.ts";

const FORM = "application/x-www-form-urlencoded";

export class SignedRequests implements Transport {
  readonly #world: World;
  readonly #address: () => string;

  /** @param address the app's one request URL, such as `http://127.0.0.1:3000/slack/events` */
  constructor(world: World, address: () => string) {
    this.#world = world;
    this.#address = address;
  }

  async send(envelope: Envelope, retry: { attempt: number; reason: string }): Promise<Ack> {
    const { type, body } = written(envelope);
    const again = { "x-slack-retry-num": String(retry.attempt), "x-slack-retry-reason": retry.reason };
    const headers = { "content-type": type, ...signed(body), ...(retry.attempt > 0 && again) };
    const posted = await post(this.#address(), headers, body, LIMITS.ackMs);
    if (posted === "timeout") return { ok: false, error: "http_timeout" };
    const broke = this.#world.takeFault("slack", ["drop_socket"]) !== undefined;
    if (posted === "unreachable" || broke) return { ok: false, error: "connection_failed" };
    if (posted.status < 200 || posted.status > 299) return { ok: false, error: "http_error" };
    return { ok: true, payload: readAnswer(posted.text) };
  }

  /** There is nothing to wait for: Slack just tries. */
  async connected(): Promise<void> {
    return await Promise.resolve();
  }
}

function written({ type, payload }: Envelope): { type: string; body: string } {
  if (type === "events_api") return { type: "application/json", body: JSON.stringify(payload) };
  const fields = type === "slash_commands" ? { ...payload } : { payload: JSON.stringify(payload) };
  return { type: FORM, body: new URLSearchParams(fields).toString() };
}

function signed(body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const hash = createHmac("sha256", CREDENTIALS.signingSecret).update(`v0:${timestamp}:${body}`);
  return { "x-slack-request-timestamp": timestamp, "x-slack-signature": `v0=${hash.digest("hex")}` };
}

/** A command may be answered with plain text. */
function readAnswer(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

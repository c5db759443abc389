/** Lark's HTTP requests to the app: encrypted, signed, with the app's answer to a click as their answer. */
import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { post } from "../post.ts";
import type { Transport } from "./delivery.ts";
import { LIMITS } from "./limits.ts";
import type { Ack } from "./long-connection.ts";
import { CREDENTIALS } from "./people.ts";

export class WebhookRequests implements Transport {
  readonly #address: () => string;
  #losesNextAnswer = false;

  /** @param address the app's one request URL, such as `http://127.0.0.1:3000/lark/events` */
  constructor(address: () => string) {
    this.#address = address;
  }

  async send(payload: unknown): Promise<Ack> {
    const body = JSON.stringify({ encrypt: encrypted(JSON.stringify(payload)) });
    const headers = { "content-type": "application/json; charset=utf-8", ...signed(body) };
    const posted = await post(this.#address(), headers, body, LIMITS.ack);
    if (posted === "timeout") return refused("The bot did not acknowledge it within 3 seconds.");
    if (posted === "unreachable") return refused("The bot is not connected to Lark.");
    if (this.#losesNextAnswer) {
      this.#losesNextAnswer = false;
      return refused("The connection to the bot broke.");
    }
    if (posted.status !== 200) return refused(`The bot failed on it (answered with HTTP ${posted.status}).`);
    return readAnswer(posted.text);
  }

  drop(): void {
    this.#losesNextAnswer = true;
  }
}

const refused = (error: string): Ack => ({ ok: false, error });

function readAnswer(text: string): Ack {
  try {
    return { ok: true, answer: text === "" ? undefined : JSON.parse(text) };
  } catch {
    return refused("The bot's answer is not JSON.");
  }
}

function encrypted(text: string): string {
  const iv = randomBytes(16);
  const key = createHash("sha256").update(CREDENTIALS.encryptKey).digest();
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final()]).toString("base64");
}

function signed(body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const nonce = randomBytes(8).toString("hex");
  const signature = createHash("sha256").update(`${timestamp}${nonce}${CREDENTIALS.encryptKey}${body}`);
  return {
    "x-lark-request-timestamp": timestamp,
    "x-lark-request-nonce": nonce,
    "x-lark-signature": signature.digest("hex"),
  };
}

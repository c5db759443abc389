/**
 * Sends recorded requests to the bot again, signed anew or spoilt. The recordings are what the local platforms sent over
 * HTTP, with their made-up credentials, from a sandbox at port 4999.
 */
import { createCipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import type { Sandbox } from "../../src/sandbox/start.ts";

export interface Recorded {
  path: string;
  headers: Record<string, string>;
  body: string;
}

interface Answer {
  status: number;
  text: string;
}

export async function recorded(name: string): Promise<Recorded> {
  const text = await readFile(new URL(`requests/${name}.json`, import.meta.url), "utf8");
  return JSON.parse(text) as Recorded;
}

/** @param sized false sends the body in pieces and does not say how long it is */
export async function send(url: string, { path, headers, body }: Recorded, sized = true): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const length = { "content-length": String(Buffer.byteLength(body)) };
    const request = httpRequest(
      `${url}${path}`,
      { method: "POST", agent: false, headers: { ...headers, ...(sized && length) } },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    request.on("error", reject);
    for (let at = 0; at < body.length; at += 65_536) request.write(body.slice(at, at + 65_536));
    request.end();
  });
}

export const now = () => Math.floor(Date.now() / 1_000);

interface Signing {
  /** seconds since 1970; now when left out */
  at?: number;
  secret?: string;
}

/** Slack's signature of these bytes at that time, in place of the recorded one. */
export function signedBySlack(
  { slack }: Sandbox,
  request: Recorded,
  { at = now(), secret = slack.signingSecret }: Signing = {},
): Recorded {
  const hash = createHmac("sha256", secret).update(`v0:${at}:${request.body}`).digest("hex");
  const signature = { "x-slack-request-timestamp": String(at), "x-slack-signature": `v0=${hash}` };
  return { ...request, headers: { ...request.headers, ...signature } };
}

/** The same for Lark, with a new nonce. */
export function signedByLark(
  { lark }: Sandbox,
  request: Recorded,
  { at = now(), secret = lark.encryptKey }: Signing = {},
): Recorded {
  const nonce = randomBytes(4).toString("hex");
  const signature = createHash("sha256").update(`${at}${nonce}${secret}${request.body}`).digest("hex");
  const headers = {
    "x-lark-request-timestamp": String(at),
    "x-lark-request-nonce": nonce,
    "x-lark-signature": signature,
  };
  return { ...request, headers: { ...request.headers, ...headers } };
}

/** A request to `/lark/events` with this content, encrypted and not signed. */
export function encryptedForLark({ lark }: Sandbox, content: object, key = lark.encryptKey): Recorded {
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", createHash("sha256").update(key).digest(), iv);
  const bytes = Buffer.concat([iv, cipher.update(JSON.stringify(content), "utf8"), cipher.final()]);
  return plainLark({ encrypt: bytes.toString("base64") });
}

export function plainLark(content: object): Recorded {
  const headers = { "content-type": "application/json" };
  return { path: "/lark/events", headers, body: JSON.stringify(content) };
}

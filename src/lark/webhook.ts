/** Lark by HTTP: lets in what Lark signed just now and for the first time, decrypts it and hands it to the listener. */
import { createSeenSignatures } from "../web/freshness.ts";
import { isSame, Refusal, type Webhook, type WebhookRequest } from "../web/webhook.ts";
import { checkSignature } from "./check-signature.ts";
import { createDecrypt, type Decrypt } from "./decrypt.ts";
import { isRecord, recordAt, stringAt } from "./json.ts";
import type { Listener } from "./listen.ts";

type Body = Record<string, unknown>;

interface Secrets {
  verificationToken: string;
  /** without one, requests are neither signed nor encrypted, and the token alone proves where they come from */
  encryptKey?: string | undefined;
}

export function createWebhook({ verificationToken, encryptKey }: Secrets, listener: Listener): Webhook {
  const seen = createSeenSignatures();
  const decrypt = encryptKey === undefined ? undefined : createDecrypt(encryptKey);

  return async (request, reply) => {
    mustBeJson(request);
    // Lark does not promise to sign the check of the address; its token is looked at below
    const isSigned = encryptKey !== undefined && request.headers["x-lark-signature"] !== undefined;
    const signature = isSigned ? checkSignature(request, encryptKey) : undefined;
    const body = decrypt === undefined ? readJson(request.body.toString()) : open(request, decrypt);
    if (!isSame(tokenOf(body), verificationToken)) throw new Refusal(401, "its verification token is wrong");
    if (body["type"] === "url_verification") return await reply(200, { challenge: challengeOf(body) });
    if (encryptKey !== undefined && signature === undefined) throw new Refusal(401, "it is not signed");
    if (signature !== undefined && !seen.enter(signature)) throw new Refusal(401, "it was here before");
    try {
      const { answer, run } = await listener(typeOf(body), flatten(body));
      await reply(200, answer ?? {});
      run();
    } catch (error) {
      if (signature !== undefined) seen.forget(signature);
      throw error;
    }
  };
}

function mustBeJson({ headers }: WebhookRequest): void {
  if (!/^application\/json\b/iu.test(headers["content-type"] ?? "")) throw new Refusal(415, "it is not JSON");
}

function readJson(text: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, "it is not JSON");
  }
  if (isRecord(value)) return value;
  throw new Refusal(400, "it is no JSON object");
}

/** With a key set, everything comes encrypted, also the check of the address. */
function open({ body }: WebhookRequest, decrypt: Decrypt): Body {
  const encrypted = stringAt(readJson(body.toString()), "encrypt");
  if (encrypted === undefined) throw new Refusal(401, "it is not encrypted");
  const opened = decrypt(encrypted);
  if (opened === undefined) throw new Refusal(401, "it is not encrypted with our key");
  return readJson(opened);
}

/** Events of version 2 carry the token in their header; those of version 1 and the check of the address at the top. */
function tokenOf(body: Body): string {
  return stringAt(recordAt(body, "header"), "token") ?? stringAt(body, "token") ?? "";
}

function typeOf(body: Body): string {
  return stringAt(recordAt(body, "header"), "event_type") ?? "";
}

/** The shape in which the SDK hands over what comes by the long connection. */
function flatten(body: Body): Body {
  return { ...recordAt(body, "header"), ...recordAt(body, "event") };
}

function challengeOf(body: Body): string {
  const challenge = stringAt(body, "challenge");
  if (challenge === undefined) throw new Refusal(400, "its challenge is missing");
  return challenge;
}

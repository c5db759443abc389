/** Slack by HTTP: lets in what Slack signed just now and for the first time, and hands it to the listener. */
import { createSeenSignatures } from "../web/freshness.ts";
import { Refusal, type Reply, type Webhook, type WebhookRequest } from "../web/webhook.ts";
import { checkSignature } from "./check-signature.ts";
import type { Listener } from "./listen.ts";

type Body = Record<string, unknown>;

const FORM = "application/x-www-form-urlencoded";

export function createWebhook(signingSecret: string, listener: Listener): Webhook {
  const seen = createSeenSignatures();
  return async (request, reply) => {
    const type = typeOf(request);
    if (type === FORM && isCertificateCheck(request.body)) return await reply(200);
    const once = `${checkSignature(request, signingSecret)}${retryOf(request, type)}`;
    const body = readBody(request.body, type);
    if (body["type"] === "url_verification") return await answerChallenge(body, reply);
    if (!seen.enter(once)) throw new Refusal(401, "it was here before");
    try {
      await listener(body, (answer) => reply(200, answer));
    } catch (error) {
      seen.forget(once);
      throw error;
    }
  };
}

function typeOf({ headers }: WebhookRequest): string {
  const type = (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (type === FORM || type === "application/json") return type;
  throw new Refusal(415, "it is neither JSON nor a form");
}

/** Slack looks now and then whether the address has a certificate. The request is not signed and means nothing else. */
function isCertificateCheck(body: Buffer): boolean {
  return body.includes("ssl_check=1") && new URLSearchParams(body.toString()).get("ssl_check") === "1";
}

/**
 * Slack signs each retry with the time of that retry. The first one may follow within the same second and then has the
 * signature of the event it repeats, so it counts by its number; only events are sent again.
 */
function retryOf({ headers }: WebhookRequest, type: string): string {
  const { "x-slack-retry-num": number } = headers;
  return type !== FORM && typeof number === "string" && /^[1-3]$/u.test(number) ? `#${number}` : "";
}

/** Events are JSON; a command's fields are the form itself, everything else is JSON in the form's `payload`. */
function readBody(body: Buffer, type: string): Body {
  if (type !== FORM) return readJson(body.toString());
  const form = new URLSearchParams(body.toString());
  const payload = form.get("payload");
  return payload === null ? Object.fromEntries(form) : readJson(payload);
}

function readJson(text: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, "it is not JSON");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new Refusal(400, "it is no JSON object");
}

async function answerChallenge({ challenge }: Body, reply: Reply): Promise<void> {
  if (typeof challenge !== "string") throw new Refusal(400, "its challenge is missing");
  await reply(200, { challenge });
}

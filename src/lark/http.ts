/** The HTTP that the SDK uses: time limits on every call, refusals as `LarkRefusal`, silence as `LarkSilence`, never a retry. */
import { Readable } from "node:stream";
import type { HttpInstance } from "@larksuiteoapi/node-sdk";
import { isRecord, parseRecord } from "./json.ts";
import { LarkRefusal, LarkSilence } from "./platform-error.ts";

type Request = Parameters<HttpInstance["request"]>[0];

const CALL_MS = 10_000;
const FILE_MS = 60_000;
/** Failures to connect: nothing was sent. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);
/** Without a token the call itself never left. */
const FETCHES_TOKEN = /\/auth\/v3\//u;
/** The long connection reads its own codes from this answer. */
const READS_CODES_ITSELF = /\/callback\/ws\/endpoint$/u;

export function createHttp(): HttpInstance {
  return {
    request: async <R>(options: Request) => (await call(options)) as R,
    get: async <R>(url: string, options?: Request) => (await call({ ...options, url, method: "GET" })) as R,
    delete: async <R>(url: string, options?: Request) =>
      (await call({ ...options, url, method: "DELETE" })) as R,
    head: async <R>(url: string, options?: Request) => (await call({ ...options, url, method: "HEAD" })) as R,
    options: async <R>(url: string, options?: Request) =>
      (await call({ ...options, url, method: "OPTIONS" })) as R,
    post: async <R>(url: string, data?: unknown, options?: Request) =>
      (await call({ ...options, url, data, method: "POST" })) as R,
    put: async <R>(url: string, data?: unknown, options?: Request) =>
      (await call({ ...options, url, data, method: "PUT" })) as R,
    patch: async <R>(url: string, data?: unknown, options?: Request) =>
      (await call({ ...options, url, data, method: "PATCH" })) as R,
  };
}

async function call(options: Request): Promise<unknown> {
  const { url = "" } = options;
  const response = await send(options);
  const download = options.responseType === "stream" && response.ok && !isJson(response);
  if (download && response.body !== null) {
    return { data: Readable.fromWeb(response.body), headers: Object.fromEntries(response.headers) };
  }
  const body = parseRecord(await readText(response, url));
  const code = typeof body["code"] === "number" ? body["code"] : 0;
  if (!response.ok || (code !== 0 && !READS_CODES_ITSELF.test(url))) throw refusalOf(response, code, body);
  return options.$return_headers ? { data: body, headers: Object.fromEntries(response.headers) } : body;
}

async function send(options: Request): Promise<Response> {
  const { url = "", method = "GET", params, data } = options;
  const multipart = isMultipart(options.headers);
  const target = new URL(url);
  for (const [name, value] of Object.entries<unknown>(params ?? {})) {
    if (value !== undefined && value !== null) target.searchParams.set(name, wordOf(value));
  }
  const body = method.toUpperCase() === "GET" ? null : multipart ? formOf(data) : JSON.stringify(data ?? {});
  const limit = options.timeout ?? (multipart || options.responseType === "stream" ? FILE_MS : CALL_MS);
  try {
    return await fetch(target, {
      method: method.toUpperCase(),
      headers: headersOf(options.headers, multipart),
      body,
      signal: AbortSignal.timeout(limit),
    });
  } catch (error) {
    throw silenceOf(error, url);
  }
}

async function readText(response: Response, url: string): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw silenceOf(error, url);
  }
}

function isMultipart(headers: Request["headers"]): boolean {
  return String(headers?.["Content-Type"] ?? "").startsWith("multipart/form-data");
}

function headersOf(given: Request["headers"], multipart: boolean): Record<string, string> {
  const kept = Object.entries<unknown>(given ?? {}).filter(([name]) => name.toLowerCase() !== "content-type");
  const headers = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
  // fetch writes the type of a form itself, with its boundary
  return multipart ? headers : { ...headers, "content-type": "application/json; charset=utf-8" };
}

function formOf(data: unknown): FormData {
  const form = new FormData();
  const fields = isRecord(data) ? data : {};
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Uint8Array) {
      form.set(name, new Blob([new Uint8Array(value)]), wordOf(fields["file_name"] ?? name));
    } else form.set(name, wordOf(value));
  }
  return form;
}

const wordOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function isJson(response: Response): boolean {
  const { headers } = response;
  // a shared .json file comes with a disposition, an error does not
  return (
    (headers.get("content-type") ?? "").startsWith("application/json") && !headers.has("content-disposition")
  );
}

function refusalOf(response: Response, code: number, body: Record<string, unknown>): LarkRefusal {
  const msg = typeof body["msg"] === "string" ? body["msg"] : response.statusText;
  return new LarkRefusal({ status: response.status, code, msg, retryAfterMs: retryAfter(response.headers) });
}

function retryAfter(headers: Headers): number | undefined {
  const seconds = Number(headers.get("x-ogw-ratelimit-reset") ?? headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.max(1, seconds) * 1_000 : undefined;
}

function silenceOf(error: unknown, url: string): LarkSilence {
  const { cause } = error instanceof Error ? error : new Error(String(error));
  const code = isRecord(cause) || cause instanceof Error ? String(Reflect.get(cause, "code") ?? "") : "";
  const timedOut = error instanceof Error && error.name === "TimeoutError";
  const what = timedOut ? "no answer in time" : code === "" ? "the connection failed" : code;
  return new LarkSilence(
    `Lark cannot be reached: ${what}`,
    !NEVER_SENT.has(code) && !FETCHES_TOKEN.test(url),
    error,
  );
}

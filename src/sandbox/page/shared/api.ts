/** The control API as the page calls it: every failure becomes an Error whose message a person can read. */

/** What an action answers: the bot acknowledged it, or why it did not. */
export interface ActionAnswer {
  ok: boolean;
  error?: string;
  /** a modal's field errors, by action_id or block_id */
  errors?: Record<string, string>;
  /** what Lark shows for a moment after a click */
  toast?: { type?: string; content?: string };
  /** why the bot did not hear a line */
  note?: string;
}

const BASE = "/sandbox/api";

export const fileUrl = (id: string): string => `${BASE}/files/${encodeURIComponent(id)}`;

/**
 * Reads one list.
 * @param path below `/sandbox/api`, such as `/slack/messages?channel=…&user=…`
 */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(BASE + path, signal === undefined ? {} : { signal });
  return (await answerOf(response)) as T;
}

/** Does something as a person; rejects when the call was wrong or the bot did not acknowledge it in time. */
export async function act(path: string, body: object): Promise<ActionAnswer> {
  const response = await send(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = (await answerOf(response)) as ActionAnswer;
  if (!answer.ok && answer.errors === undefined) throw new Error(answer.error ?? "The bot did not answer.");
  return answer;
}

/** Takes back what was ordered. */
export async function remove(path: string): Promise<void> {
  await answerOf(await send(path, { method: "DELETE" }));
}

/** Puts a file of this computer into a Slack channel or a Lark chat. */
export async function upload(platform: "slack" | "lark", where: object, file: File): Promise<ActionAnswer> {
  return act(`/${platform}/upload`, { ...where, name: file.name, content: await base64Of(file) });
}

/** The browser's own words for a server that is away say nothing to a person. What only reads waits and tries again. */
async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(BASE + path, init);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const words = "The sandbox is away. Try again once it is back. 沙盒连接已断开，恢复后请重试。";
    throw new Error(words, { cause: error });
  }
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  const answer = parse(text);
  if (response.ok && answer !== undefined) return answer;
  const error = (answer as { error?: unknown } | undefined)?.error;
  throw new Error(typeof error === "string" ? error : `The sandbox answered ${response.status}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === "string" ? (reader.result.split(",")[1] ?? "") : "");
    reader.onerror = () => reject(new Error(`${file.name} cannot be read.`));
    reader.readAsDataURL(file);
  });
}

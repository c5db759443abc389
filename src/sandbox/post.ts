/** One HTTP request of a local platform to the bot, with the platforms' patience. */

/** How a request ended: the bot's answer, or why there is none. */
export type Posted = { status: number; text: string } | "timeout" | "unreachable";

/** @param ms real time until the platform gives up */
export async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  ms: number,
): Promise<Posted> {
  try {
    const signal = AbortSignal.timeout(ms);
    const response = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    return error instanceof DOMException && error.name === "TimeoutError" ? "timeout" : "unreachable";
  }
}

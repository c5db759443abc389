/** Puts a failed connection into one line that says what to do and never shows the password. */

const todo: Record<string, string> = {
  ECONNREFUSED: "start it or correct",
  ENOENT: "start it or correct",
  ENOTFOUND: "correct the host in",
  EAI_AGAIN: "check the network or the host in",
  "28P01": "correct the user or the password in",
  "28000": "correct the user in",
  "3D000": "create that database or correct",
};

/**
 * @param what the program spoken to, such as "PostgreSQL"
 * @param url its address as given; only host, port and path are shown
 * @param variable the setting the address came from, such as "DATABASE_URL"
 */
export function describeConnection(what: string, url: string, variable: string, error: unknown): Error {
  const { code, message } = readError(error);
  const advice = `${todo[code] ?? "check that it runs and check"} ${variable}`;
  return new Error(`Cannot open ${what} at ${describeAddress(url)}: ${message}; ${advice}.`);
}

function readError(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: "", message: String(error) };
  // Several addresses of one name that all failed come as one error without words.
  if (error instanceof AggregateError && error.message === "") return readError(error.errors[0]);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return { code, message: error.message.split("\n")[0] || code || "no answer" };
}

function describeAddress(url: string): string {
  try {
    const { host, pathname, searchParams } = new URL(url);
    return `${host || searchParams.get("host") || "localhost"}${pathname}`;
  } catch {
    return "the given address";
  }
}

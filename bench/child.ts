/** What a measured process gets told and says about itself. */

/** How Slack reaches the app. */
export type Way = "socket" | "http";

export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
}

export const TOKEN = "xoxb-bench";
export const APP_TOKEN = "xapp-bench";
export const SIGNING_SECRET = "bench";
export const USERS = Array.from({ length: 16 }, (_, index) => `U${index}`);

export function emailOf(user: string): string {
  return `${user.toLowerCase()}@acme.example`;
}

/**
 * Answers the parent's questions: the CPU time used so far, in microseconds, or the memory taken, in bytes. Either takes
 * a millisecond, so that only what was asked for is looked up.
 * @param port where it hears HTTP requests
 */
export function reportCpu(port?: number): void {
  process.on("message", (question) => {
    if (question === "memory?") {
      process.send?.({ memory: process.memoryUsage.rss() });
      return;
    }
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system });
  });
  process.send?.({ ready: port ?? 0 });
}

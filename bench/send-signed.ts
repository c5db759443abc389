/** Sends slash commands to an app as Slack's servers do: forms, signed, over connections that are kept. */
import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { SIGNING_SECRET } from "./child.ts";

interface Sender {
  /** Resolves when the answer is whole. @throws Error when it is not 200 */
  send(command: Readonly<Record<string, string>>): Promise<void>;
  close(): void;
}

export function createSender(port: number): Sender {
  const agent = new Agent({ keepAlive: true });
  return {
    send(command) {
      const body = new URLSearchParams(command).toString();
      const time = String(Math.floor(Date.now() / 1_000));
      const signature = createHmac("sha256", SIGNING_SECRET).update(`v0:${time}:${body}`).digest("hex");
      const headers = {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": Buffer.byteLength(body),
        "x-slack-request-timestamp": time,
        "x-slack-signature": `v0=${signature}`,
      };
      return new Promise((resolve, reject) => {
        const sent = request(
          { agent, port, host: "127.0.0.1", path: "/slack/events", method: "POST", headers },
          (response) => {
            response.resume();
            response.once("end", () => {
              if (response.statusCode === 200) resolve();
              else reject(new Error(`The app answered ${response.statusCode ?? "nothing"}.`));
            });
          },
        );
        sent.once("error", reject);
        sent.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}

/** The control calls that belong to no platform: state, clock, faults, calls, files, the stream of changes. */
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { ClockCall, type SandboxClock } from "./clock.ts";
import { answerError, readBody, WrongCall } from "./control-call.ts";
import { FAULT_KINDS } from "./faults.ts";
import type { StreamEvent, World } from "./world.ts";

const HEARTBEAT_MS = 15_000;

/** Whether a platform takes only what older clients know. */
const Clients = z.object({ platform: z.enum(["slack", "lark"]), older: z.boolean() });

const Fault = z.object({
  platform: z.enum(["slack", "lark"]),
  kind: z.enum(FAULT_KINDS),
  times: z.int().min(1).max(1_000).default(1),
  seconds: z.number().min(0).max(86_400).optional(),
});

interface Parts {
  world: World;
  clock: SandboxClock;
  botReady: () => boolean;
  slack: { state(): object };
  lark: { state(): object };
}

/** Everything under `/sandbox/api` but the platforms' own calls. */
export function createControl({ world, clock, botReady, slack, lark }: Parts): Hono {
  const control = new Hono();
  control.onError(answerError);

  control.get("/state", async (c) => {
    const next = await clock.next();
    return c.json({
      now: new Date(world.now()).toISOString(),
      next,
      next_job: clock.nextJob,
      slack: slack.state(),
      lark: lark.state(),
      bot: { ready: botReady() },
    });
  });

  control.post("/clock", async (c) => {
    const call = await readBody(c, ClockCall);
    if (world.hooks === undefined)
      return c.json({ error: "No bot is attached, so there is no clock to move: start the bot first." }, 409);
    return c.json({ ok: true, ...(await clock.move(world.hooks, call)) });
  });

  control.post("/clients", async (c) => {
    const { platform, older } = await readBody(c, Clients);
    if (older) world.older.add(platform);
    else world.older.delete(platform);
    return c.json({ ok: true });
  });
  control.post("/faults", async (c) => {
    const { platform, kind, times, seconds } = await readBody(c, Fault);
    if (platform === "slack" && kind === "token_expired")
      throw new WrongCall("Slack's bot tokens do not expire: order token_expired for lark.");
    world.addFault(platform, kind, times, seconds);
    return c.json({ ok: true, pending: world.pendingFaults() });
  });

  control.get("/faults", (c) => c.json({ pending: world.pendingFaults() }));

  control.delete("/faults", (c) => {
    world.clearFaults();
    return c.json({ ok: true, pending: [] });
  });

  control.get("/calls", (c) => c.json({ calls: world.calls }));

  control.get("/files/:id", (c) => {
    const file = world.files.get(c.req.param("id"));
    if (file === undefined) return c.json({ error: "There is no such file." }, 404);
    return c.body(new Uint8Array(Buffer.from(file.content, "base64")), 200, {
      "content-type": file.mime,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      // a shared file must never run as a page of the sandbox
      "content-security-policy": "sandbox",
      "x-content-type-options": "nosniff",
    });
  });

  control.get("/stream", (c) =>
    streamSSE(c, async (stream) => {
      const send = (event: StreamEvent): void => {
        void stream.writeSSE({ data: JSON.stringify(event) });
      };
      const beat = async (): Promise<void> => {
        await stream.write(": still here\n\n");
      };
      world.stream.on("event", send);
      const heartbeat = setInterval(() => void beat(), HEARTBEAT_MS).unref();
      await beat();
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      clearInterval(heartbeat);
      world.stream.off("event", send);
    }),
  );

  return control;
}

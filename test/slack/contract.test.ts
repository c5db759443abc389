/** The Slack room against the contract of every platform, over real sockets and by real requests. */
import { setTimeout as sleep } from "node:timers/promises";
import { type ChatSubject, chatContract } from "../contracts/chat-contract.ts";
import type { Transport } from "../support/web.ts";
import { type Room, type Shown, startRoom } from "./room.ts";

const CHANNEL = "#spring-launch";

const shown = (messages: Shown[]) =>
  messages.map((message) => ({
    id: message.ts,
    text: `${message.text} ${JSON.stringify(message.blocks)}`,
    files: message.files.map(({ name }) => name),
  }));

async function start(transport: Transport): Promise<ChatSubject> {
  const room: Room = await startRoom(transport);
  return {
    chat: room.slack.chat,
    group: { id: "C09SPRING1", name: "spring-launch" },
    unknownChat: "C00000000",
    person: {
      id: "U09K3MAYA1",
      profile: {
        name: "Maya Lindqvist",
        email: "marketer@acme.example",
        language: "en",
        zone: "Europe/Berlin",
      },
    },
    seenInGroup: async () => shown(await room.messages("marketer", CHANNEL)),
    seenInPrivate: async () => shown(await room.messages("marketer", "@seedbed")),
    share: async (name, bytes) => {
      const content = Buffer.from(bytes).toString("base64");
      await room.act("slack/upload", { user: "marketer", channel: CHANNEL, name, content });
      const inbound = await room.next(({ body }) => body.kind === "file" && body.file.name === name);
      if (inbound.body.kind !== "file") throw new Error("not a file");
      return inbound.body.file;
    },
    act: async () => {
      await room.act("slack/say", { user: "marketer", channel: CHANNEL, text: "/vet form" });
      return (await room.next(({ where }) => where.trigger !== undefined)).where.trigger;
    },
    formText: async () => JSON.stringify(await room.view("marketer")),
    homeText: async () => JSON.stringify(await room.home("marketer")),
    pace: () => sleep(1_100),
    trouble: async (kind) => {
      await room.act("faults", { platform: "slack", kind, times: 1 });
    },
    violations: () => room.violations(),
    stop: () => room.stop(),
  };
}

chatContract("slack by socket", () => start("socket"));
chatContract("slack by http", () => start("http"));

/** Lark keeps the contract of every chat platform. */
import { type ChatSubject, chatContract } from "../contracts/chat-contract.ts";
import type { Transport } from "../support/web.ts";
import { pace, type Shown, startDesk } from "./support-lark.ts";

async function start(transport: Transport): Promise<ChatSubject> {
  const desk = await startDesk(transport);
  const seen = (messages: Shown[]) =>
    messages.map(({ message_id: id, text, card, file }) => ({
      id,
      text: `${text} ${writtenOn(card)}`,
      files: file === undefined ? [] : [file.name],
    }));
  return {
    chat: desk.lark.chat,
    group: { id: desk.group.id, name: desk.group.name },
    unknownChat: "oc_00000000000000000000000000000000",
    person: { id: desk.user("partner"), profile: { name: "林晓雯", email: "partner@acme.example" } },
    seenInGroup: async () => seen(await desk.messages()),
    seenInPrivate: async () => seen(await desk.messages("@seedbed")),
    async share(name, bytes) {
      const content = Buffer.from(bytes).toString("base64");
      await desk.control("lark/upload", { user: "partner", chat: desk.group.name, name, content });
      const body = desk.heard.at(-1)?.body;
      if (body?.kind !== "file") throw new Error("The bot heard of no file.");
      return body.file;
    },
    act: async () => undefined,
    formText: async () => writtenOn((await desk.messages("@seedbed")).at(-1)?.card),
    pace,
    trouble: async (kind) => {
      await desk.fault(kind);
    },
    violations: desk.violations,
    stop: desk.stop,
  };
}

chatContract("lark by long connection", () => start("socket"));
chatContract("lark by http", () => start("http"));

/** Every text a reader sees on a card, mentions and styles resolved the way Lark resolves them. */
function writtenOn(card: unknown): string {
  const texts: string[] = [];
  JSON.stringify(card ?? {}, (key, value: unknown) => {
    if (key === "content" && typeof value === "string") texts.push(value);
    return value;
  });
  return texts.join(" ");
}

/** What every chat platform must do, whichever it is: its own suite runs this against a real server. */
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actions, button, type Card, call, type Form, facts, line } from "../../src/chat/card.ts";
import { type Chat, ChatError, type Destination, type FileRef, type Profile } from "../../src/chat/ports.ts";
import { createReading } from "../../src/chat/reading.ts";
import { locales } from "../../templates/locales/index.ts";

/** One platform with the bot connected, and a person who looks and acts there. */
export interface ChatSubject {
  chat: Chat;
  /** a chat with the bot and the person in it */
  group: { id: string; name: string };
  unknownChat: string;
  person: { id: string; profile: Profile };
  /** what the person sees in the group, oldest first; `text` is everything written on a message */
  seenInGroup(): Promise<{ id: string; text: string; files: readonly string[] }[]>;
  /** the same for the private chat of the bot and the person */
  seenInPrivate(): Promise<{ id: string; text: string; files: readonly string[] }[]>;
  /** the person shares a file in the group; answers how the bot heard of it */
  share(name: string, bytes: Uint8Array): Promise<FileRef>;
  /** the person does something that lets a form open; answers the trigger, where the platform has one */
  act(): Promise<string | undefined>;
  /** everything written on the form in front of the person */
  formText(): Promise<string | undefined>;
  /** everything written on the person's home, where the platform has homes */
  homeText?(): Promise<string>;
  /** waits until the platform takes one more message in the group: in life the outbox keeps this pace */
  pace(): Promise<void>;
  /** orders trouble for the bot's next call */
  trouble(kind: "lost_answer" | "rate_limit" | "server_error"): Promise<void>;
  /** rules of the platform that the bot's calls broke so far */
  violations(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

const reading = createReading("en", "Europe/Berlin", locales.en);

const card = (title: string): Card => ({
  title,
  tone: "info",
  summary: `${title} in short`,
  body: [
    line("Quoted <!channel> & <at user_id=all></at>"),
    facts([["Followers", "82,000"]]),
    actions(button("Shortlist", call("shortlist add", { creator: 7 }))),
  ],
});

const form: Form = {
  title: "Numbers",
  call: call("vet", { creator: 7 }),
  submit: "Score",
  fields: [{ kind: "text", name: "followers", label: "Followers", required: true }],
};

/** Runs the contract; `start` is called once and its subject is stopped at the end. */
export function chatContract(name: string, start: () => Promise<ChatSubject>): void {
  describe(`chat contract: ${name}`, () => {
    let subject: ChatSubject;
    beforeAll(async () => {
      subject = await start();
    });
    afterAll(async () => {
      await subject?.stop();
    });

    const post = async (title: string, to: Destination = { chat: subject.group.id }) => {
      await subject.pace();
      return await subject.chat.post({ to, card: card(title), reading, key: `key of ${title}` });
    };
    const refusalOf = async (call: Promise<unknown>): Promise<ChatError> => {
      const error = await call.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(ChatError);
      return error as ChatError;
    };
    const hourAgo = () => Temporal.Now.instant().subtract({ hours: 1 });

    test("a posted card is seen with its words, and user text stays text", async () => {
      const ref = await post("First");
      const shown = (await subject.seenInGroup()).find(({ id }) => id === ref.id);
      expect(shown?.text).toContain("First");
      expect(shown?.text).toContain("82,000");
      expect(shown?.text).toContain("Shortlist");
      expect(shown?.text).not.toMatch(/<!channel>|<at /);
    });

    test("an address leads people to a message, or to its chat", async () => {
      const ref = await post("Linked");
      expect(new URL(await subject.chat.linkTo(ref)).protocol).toBe("https:");
    });

    test("an update replaces the card in place", async () => {
      const ref = await post("Before");
      await subject.chat.update(ref, { card: card("After"), reading, key: "key of After" });
      const shown = (await subject.seenInGroup()).filter(({ id }) => id === ref.id);
      expect(shown).toHaveLength(1);
      expect(shown[0]?.text).toContain("After");
      expect(shown[0]?.text).not.toContain("Before");
    });

    test("a card for a person reaches their private chat", async () => {
      await post("Only you", { user: subject.person.id });
      expect((await subject.seenInPrivate()).some(({ text }) => text.includes("Only you"))).toBe(true);
    });

    test("an answer in a thread stays there", async () => {
      const root = await post("Root");
      const reply = await post("Reply", { chat: subject.group.id, thread: root.id });
      expect(reply.id).not.toBe(root.id);
    });

    test("a message whose answer was lost is found by its key, and sent once", async () => {
      await subject.trouble("lost_answer");
      const error = await refusalOf(post("Lost"));
      expect(error).toMatchObject({ code: "unreachable", retryable: true, maybeSent: true });
      const found = await subject.chat.find("key of Lost", { chat: subject.group.id }, hourAgo());
      const shown = (await subject.seenInGroup()).filter(({ text }) => text.includes("Lost"));
      expect(found).toBeDefined();
      expect(shown.map(({ id }) => id)).toEqual([found?.id]);
    });

    test("a message that was never sent is not found", async () => {
      expect(await subject.chat.find("no such key", { chat: subject.group.id }, hourAgo())).toBeUndefined();
    });

    test("a rate limit says how long to wait", async () => {
      await subject.trouble("rate_limit");
      const error = await refusalOf(post("Too fast"));
      expect(error).toMatchObject({ code: "rate-limited", retryable: true, maybeSent: false });
      expect(error.retryAfterMs).toBeGreaterThan(0);
    });

    test("a failing server is worth another try, after a look", async () => {
      await subject.trouble("server_error");
      expect(await refusalOf(post("Broken"))).toMatchObject({ code: "unreachable", retryable: true });
    });

    test("a file goes out with its line", async () => {
      await subject.pace();
      await subject.chat.postFile({
        to: { chat: subject.group.id },
        name: "brief.txt",
        mime: "text/plain",
        bytes: new TextEncoder().encode("小鹿护肤"),
        text: "The brief",
        key: "key of file",
      });
      const shown = await subject.seenInGroup();
      expect(shown.flatMap(({ files }) => files)).toContain("brief.txt");
      expect(shown.some(({ text }) => text.includes("The brief"))).toBe(true);
    });

    test("a shared file comes in byte for byte, up to a limit", async () => {
      const bytes = Uint8Array.from({ length: 3_000 }, (_, index) => index % 251);
      const file = await subject.share("fans.csv", bytes);
      expect(file.name).toBe("fans.csv");
      expect(Buffer.from(await subject.chat.readFile(file, 3_000)).equals(Buffer.from(bytes))).toBe(true);
      expect(await refusalOf(subject.chat.readFile(file, 2_999))).toMatchObject({ code: "file-too-large" });
    });

    test("a person is known by name, email, language and zone, as far as the platform tells", async () => {
      expect(await subject.chat.resolveUser(subject.person.id)).toEqual(subject.person.profile);
    });

    test("people are found by email, and nobody by an email that is not there", async () => {
      const email = subject.person.profile.email ?? "";
      const found = await subject.chat.findUsers([email, "nobody@acme.example"]);
      expect([...found]).toEqual([[email, subject.person.id]]);
    });

    test("the bot's chats are listed", async () => {
      expect(await subject.chat.listChats()).toContainEqual(subject.group);
    });

    test("a form opens in front of the person", async () => {
      const trigger = await subject.act();
      await subject.chat.open({
        form,
        reading,
        to: { chat: subject.group.id, onlyFor: subject.person.id },
        trigger,
        key: "key of form",
      });
      const shown = await subject.formText();
      expect(shown).toContain("Numbers");
      expect(shown).toContain("Followers");
    });

    test("a home, where the platform has one, shows what was published last", async () => {
      const { chat, person, homeText } = subject;
      expect(chat.publishHome === undefined).toBe(homeText === undefined);
      if (chat.publishHome === undefined || homeText === undefined) return;
      for (const title of ["Yesterday", "Today", "Today"])
        await chat.publishHome(person.id, { card: card(title), reading });
      expect(await homeText()).toContain("Today");
      expect(await homeText()).not.toContain("Yesterday");
      expect(await homeText()).toContain("Shortlist");
    });

    test("no call broke a rule of the platform", async () => {
      expect(await subject.violations()).toEqual([]);
    });

    test("an unknown chat, message and file are refused for good", async () => {
      const file = await subject.share("gone.csv", new TextEncoder().encode("x"));
      const gone = subject.chat.readFile({ ...file, id: "F0000000000" }, 3_000);
      expect(await refusalOf(gone)).toMatchObject({ code: "file-not-found", retryable: false });
      expect(await refusalOf(post("Nowhere", { chat: subject.unknownChat }))).toMatchObject({
        code: "chat-not-found",
        retryable: false,
      });
      const posted = await post("Here");
      const wrong = { chat: posted.chat, id: subject.unknownChat };
      const update = subject.chat.update(wrong, { card: card("Gone"), reading, key: "key of Gone" });
      expect((await refusalOf(update)).retryable).toBe(false);
      const home = subject.chat.publishHome?.(subject.unknownChat, { card: card("Nobody"), reading });
      if (home !== undefined) expect((await refusalOf(home)).retryable).toBe(false);
    });
  });
}

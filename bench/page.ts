/** How long it takes until something that happens stands in the sandbox's page. */
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { hasBrowser, launchBrowser, openPage } from "../test/support/browser.ts";
import { createDatabase, startProcess } from "./process.ts";

/** In ms, each the median of several. */
export interface PageTimes {
  /** from a person's message until a bare listener of the page's stream hears of it */
  heard: number;
  /** until it stands in the page */
  said: number;
  /** from a person's `/vet` until the bot's card stands in the page */
  card: number;
  /** from an approval in Lark until Slack's card says so in the page */
  approved: number;
}

const PAGE = fileURLToPath(new URL("../page", import.meta.url));
const MESSAGES = 30;
const CARDS = 6;
/** Slack's pace in one channel. */
const PACE_MS = 1_100;

/** Resolves in the page with the time at which a text stands in it and was drawn. */
const SHOWN = `(text) => new Promise((resolve) => {
  const look = () => {
    if (!document.body.textContent.includes(text)) return;
    observer.disconnect();
    requestAnimationFrame(() => resolve(Date.now()));
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  look();
})`;

/** Undefined where there is no browser, or the page is not built. */
export async function measurePage(serverUrl: string): Promise<PageTimes | undefined> {
  if (!hasBrowser || !existsSync(PAGE)) return undefined;
  const database = await createDatabase(serverUrl);
  const bot = await startProcess("page.child.js", { DATABASE_URL: database.url, PAGE });
  const browser = await launchBrowser();
  const url = `http://127.0.0.1:${bot.port}`;
  try {
    const { page } = await openPage(browser, url);
    const stream = await listenTo(url);
    const shown = (text: string): Promise<number> => page.evaluate(`(${SHOWN})(${JSON.stringify(text)})`);
    await timeOf(url, "warm", shown("warm"));
    const heard: number[] = [];
    const said: number[] = [];
    for (let number = 0; number < MESSAGES; number += 1) {
      const text = `message ${number}.`;
      const hears = stream.next();
      const sees = shown(text);
      const sent = Date.now();
      await say(url, text);
      heard.push((await hears) - sent);
      said.push((await sees) - sent);
      await sleep(50);
    }
    const card: number[] = [];
    for (let number = 0; number < CARDS; number += 1) {
      card.push(
        await timeOf(url, `/vet 博主${number} followers=82k`, shown(`博主${number}: not enough data`)),
      );
      await sleep(PACE_MS);
    }
    const approved: number[] = [];
    for (let number = 0; number < CARDS; number += 1) {
      const name = `博主${number}`;
      await timeOf(url, `/draft ${name} text="换季护肤记录"`, shown(`审稿：${name}`));
      const sees = shown(`Approved: ${name}`);
      const sent = Date.now();
      await approve(url, name);
      approved.push((await sees) - sent);
      await sleep(PACE_MS);
    }
    stream.close();
    return {
      heard: medianOf(heard),
      said: medianOf(said),
      card: medianOf(card),
      approved: medianOf(approved),
    };
  } finally {
    await browser.close();
    await bot.kill();
    await database.drop();
  }
}

async function timeOf(url: string, text: string, shown: Promise<number>): Promise<number> {
  const sent = Date.now();
  await say(url, text);
  return (await shown) - sent;
}

const say = (url: string, text: string): Promise<void> =>
  act(url, "slack/say", { user: "marketer", channel: "#spring-launch", text });

/** The agency's partner presses the button on the draft's card. */
async function approve(url: string, name: string): Promise<void> {
  const chat = encodeURIComponent("春季种草");
  const response = await fetch(`${url}/sandbox/api/lark/messages?user=partner&chat=${chat}`);
  const { messages } = (await response.json()) as { messages: { message_id: string; card?: object }[] };
  const draft = messages.find(({ card }) => JSON.stringify(card ?? {}).includes(`审稿：${name}`));
  await act(url, "lark/click", { user: "partner", message_id: draft?.message_id, name: "通过" });
}

async function act(url: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${url}/sandbox/api/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`);
}

/** Hears what the page hears, and does nothing with it. */
async function listenTo(url: string): Promise<{ next(): Promise<number>; close(): void }> {
  const stop = new AbortController();
  const { body } = await fetch(`${url}/sandbox/api/stream`, { signal: stop.signal });
  if (body === null) throw new Error("The sandbox has no stream.");
  let tell: (at: number) => void = () => undefined;
  const read = async () => {
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      if (piece.includes('"platform":"slack"')) tell(Date.now());
    }
  };
  read().catch(() => undefined);
  return {
    next: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
    close: () => stop.abort(),
  };
}

function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** The page as everybody can use it: no serious finding of axe in light and dark, and nothing cut off or overlapping. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, launchBrowser, openPage } from "../support/browser.ts";
import { CHANNEL_ID, CHAT, handsOn, teachBot } from "./demo.ts";
import { CHARTS, PICTURES, STEPS } from "./gallery.ts";
import { CARD, CHART, MESSAGE } from "./shown.ts";
import { type PageHost, startPageHost } from "./support-page.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PICTURES_DIR = process.env["SEEDBED_TOUR_PICTURES"];
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAYAAADED76LAAAAIElEQVR42mNk+M9Qz4AHMOKTZBxVMKpgVMGogqGoAACr6QgBj4tK4gAAAABJRU5ErkJggg==";

describe.skipIf(!hasBrowser)("the page's looks", () => {
  let host: PageHost;
  let browser: Browser;

  beforeAll(async () => {
    host = await startPageHost();
    browser = await launchBrowser();
    teachBot(host.app);
    const { client } = host.app;
    const post = (blocks: unknown, text: string) =>
      client.chat.postMessage({ channel: CHANNEL_ID, text, blocks: blocks as never });
    await host.act("slack/say", {
      user: "manager",
      channel: CHANNEL_ID,
      text: "Good *morning*, see `¥3,000`",
    });
    const content = Buffer.from("昵称,粉丝\n小鹿护肤,82000\n阿宁,31000\n").toString("base64");
    await host.act("slack/upload", { user: "marketer", channel: CHANNEL_ID, name: "list.csv", content });
    await post(MESSAGE, "71 of 100");
    await post([CHART], "Engagement");
    await post(STEPS, "Steps");
    const upload = { user: "marketer", channel: CHANNEL_ID, name: "cover.png", content: PNG };
    const { file } = (await host.act("slack/upload", upload)) as { file: string };
    await post(PICTURES(file), "Pictures");
    await host.act("lark/say", { user: "partner", chat: CHAT, text: "大家好 @seedbed /帮助" });
    await host.sendCard(CHAT, CARD);
    await host.sendCard(CHAT, CHARTS(await host.larkPerson("partner")));
  });

  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  const openIn = async (colorScheme: "light" | "dark") => {
    const opened = await openPage(browser, host.sandbox.url, { colorScheme });
    await opened.page.locator(".lark canvas").first().waitFor();
    return opened;
  };

  describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
    test("axe finds nothing serious in both clients, a form, the App Home, menus and the tour", async () => {
      const { page, errors } = await openIn(colorScheme);
      const { slack, write } = handsOn(page);
      expect(await findingsOn(page)).toEqual([]);
      await picture(page, `looks-${colorScheme}`);

      await write("/vet");
      const modal = page.getByRole("dialog", { name: "Vet a creator" });
      await modal.getByRole("button", { name: "Score" }).click();
      await modal.getByText("Please complete this required field.").first().waitFor();
      expect(await findingsOn(page)).toEqual([]);
      await picture(page, `looks-${colorScheme}-form`);
      await page.keyboard.press("Escape");
      await modal.waitFor({ state: "detached" });

      await page.getByRole("button", { name: "Faults" }).click();
      expect(await findingsOn(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await slack.getByRole("button", { name: /You are/ }).click();
      expect(await findingsOn(page)).toEqual([]);
      await page.keyboard.press("Escape");

      await slack.getByRole("button", { name: "Seedbed" }).click();
      await slack.getByRole("tab", { name: "Home" }).click();
      await slack.getByRole("heading", { name: "Waiting for you: 3" }).waitFor();
      await page.getByRole("button", { name: "Start the tour" }).click();
      await page.getByText("Step 1 of 11").waitFor();
      expect(await findingsOn(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    }, 120_000);
  });

  test.each([
    [1440, 900],
    [1280, 800],
    [900, 800],
  ])(
    "at %i × %i nothing is cut off and nothing overlaps",
    async (width, height) => {
      const { page } = await openPage(browser, host.sandbox.url, { viewport: { width, height } });
      await page.getByRole("article").last().waitFor();
      // playwright scrolls to what it clicks, the wheel only where there is more to see
      await page.mouse.wheel(400, 0);
      expect(await page.evaluate<number>("window.scrollX")).toBe(0);
      const inFrame = page.locator(
        ".top button, .tour button, .pane-head button, .room-head button, .composer :is(button, textarea)",
      );
      const outside = (await boxesOf(inFrame)).filter(
        ({ box: { x, y, width: wide, height: high } }) =>
          x < 0 || y < 0 || x + wide > width || y + high > height,
      );
      expect(outside).toEqual([]);
      expect(overlaps(await boxesOf(page.locator(".top, .tour, .pane-switch, .pane")))).toEqual([]);
      expect(overlaps(await boxesOf(page.locator(".top button, .top dl, .top h1")))).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});

/** axe's serious and critical findings, as lines that name the place. */
async function findingsOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
    );
}

interface Placed {
  name: string;
  box: { x: number; y: number; width: number; height: number };
}

/** What is visible of these, and where. */
async function boxesOf(found: Locator): Promise<Placed[]> {
  const all = await found.filter({ visible: true }).all();
  return await Promise.all(
    all.map(async (one) => {
      const name = (await one.getAttribute("aria-label")) ?? (await one.textContent()) ?? "";
      const box = await one.boundingBox();
      return { name: name.slice(0, 40), box: box ?? { x: -1, y: -1, width: 0, height: 0 } };
    }),
  );
}

/** Pairs that share more than an edge. */
function overlaps(placed: readonly Placed[]): string[] {
  const meet = ({ box: a }: Placed, { box: b }: Placed) =>
    a.x < b.x + b.width - 1 &&
    b.x < a.x + a.width - 1 &&
    a.y < b.y + b.height - 1 &&
    b.y < a.y + a.height - 1;
  return placed.flatMap((one, index) =>
    placed
      .slice(index + 1)
      .filter((other) => meet(one, other))
      .map((other) => `${one.name} / ${other.name}`),
  );
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES_DIR !== undefined) await page.screenshot({ path: `${PICTURES_DIR}/${name}.png` });
}

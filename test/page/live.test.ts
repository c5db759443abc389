/** The page as things happen: by keyboard alone, at once, through faults, and while the sandbox is gone. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hasBrowser, launchBrowser, openPage } from "../support/browser.ts";
import { CHANNEL, CHANNEL_ID, handsOn, teachBot } from "./demo.ts";
import { type PageHost, startPageHost } from "./support-page.ts";

describe.skipIf(!hasBrowser)("the page as things happen", () => {
  let host: PageHost;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    host = await startPageHost();
    browser = await launchBrowser();
    teachBot(host.app);
  });

  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  beforeEach(async () => {
    ({ page, errors } = await openPage(browser, host.sandbox.url));
    await page.getByText("Bot is ready").waitFor();
  });

  afterEach(async () => {
    await page.context().close();
    expect(errors).toEqual([]);
  });

  const post = (text: string) => host.app.client.chat.postMessage({ channel: CHANNEL_ID, text });

  test("a form is asked for, corrected and sent by keyboard alone", async () => {
    const { slack } = handsOn(page);
    await page.keyboard.type("/vet");
    const box = page.getByRole("textbox", { name: `Message in ${CHANNEL}` });
    await expect.poll(() => box.inputValue()).toBe("/vet");
    await page.keyboard.press("Enter");
    const modal = page.getByRole("dialog", { name: "Vet a creator" });
    await modal.waitFor();
    await page.keyboard.type("nobody");
    // past the day, which is optional and has three parts and a button
    const tier = modal.getByRole("combobox", { name: "Tier" });
    for (let tabs = 0; tabs < 6 && !(await isFocused(tier)); tabs += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await modal.getByText("No such creator.").waitFor();
    // what is wrong has the focus
    await expect.poll(() => isFocused(modal.getByRole("textbox", { name: "Name or link" }))).toBe(true);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("小鹿护肤");
    await page.keyboard.press("Enter");
    await modal.waitFor({ state: "detached" });
    await slack.getByText("小鹿护肤 is koc").waitFor();
  });

  test("rooms, menus and people are reached by arrows, and Esc leads back", async () => {
    const { slack } = handsOn(page);
    await slack.getByRole("button", { name: "spring-launch" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await slack.getByRole("heading", { name: "Seedbed", level: 2 }).waitFor();
    await slack.getByRole("tab", { name: "Messages" }).focus();
    await page.keyboard.press("ArrowLeft");
    await slack.getByRole("heading", { name: "Waiting for you: 3" }).waitFor();
    const who = slack.getByRole("button", { name: /^You are: / });
    await who.focus();
    await page.keyboard.press("Enter");
    await slack.getByRole("menuitemradio", { name: /Maya Lindqvist/, checked: true }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await expect.poll(() => isFocused(who)).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await slack.getByRole("button", { name: /^You are: Jonas Weber/ }).waitFor();
  });

  test("a message shows without a click or a reload", async () => {
    const { slack } = handsOn(page);
    await slack.getByRole("log").waitFor();
    // how soon is measured where nothing else runs
    for (const text of ["The first at once", "The second at once"]) {
      await host.act("slack/say", { user: "manager", channel: CHANNEL_ID, text });
      await slack.getByText(text).waitFor();
    }
  });

  test("someone who reads further up stays there, sees how much is new and gets down again", async () => {
    const { slack } = handsOn(page);
    for (let line = 0; line < 30; line += 1)
      await host.act("slack/say", { user: "manager", channel: CHANNEL_ID, text: `Line ${line}` });
    await slack.getByText("Line 29", { exact: true }).waitFor();
    await slack.getByRole("log").hover();
    await page.mouse.wheel(0, -600);
    await slack.getByRole("button", { name: "Jump to latest" }).waitFor();
    await post("Something new");
    await slack.getByRole("button", { name: "1 new message" }).click();
    await expect.poll(() => slack.getByText("Something new").isVisible()).toBe(true);
    await slack.getByRole("button", { name: /latest|new message/ }).waitFor({ state: "detached" });
  });

  test("a list that was shared shows its first rows, also in the encoding of Chinese exports", async () => {
    const { slack } = handsOn(page);
    // 昵称,粉丝 and 小鹿护肤,82000 in GB 18030
    const bytes = Buffer.from("eac7b3c62cb7dbcbbf0ad0a1c2b9bba4b7f42c38323030300a", "hex");
    const files = [{ name: "export.csv", mimeType: "text/csv", buffer: bytes }];
    await slack.locator("input[type=file]").setInputFiles(files);
    const table = slack.getByRole("region", { name: "export.csv" });
    await table.getByRole("columnheader", { name: "昵称" }).waitFor();
    await table.getByRole("cell", { name: "82000" }).waitFor();
  });

  test("faults wait in the menu, are taken back, and say when they happened", async () => {
    const faults = page.getByRole("button", { name: /^Faults/ });
    await faults.click();
    await page.getByRole("button", { name: "×3" }).click();
    await page.getByRole("button", { name: "Server error" }).click();
    await page.getByText("Server error × 3").waitFor();
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText("Nothing is ordered.").waitFor();
    await page.getByRole("button", { name: "×1", exact: true }).click();
    await page.getByRole("button", { name: "Event sent twice" }).click();
    await page.getByText("Event sent twice × 1").waitFor();
    await page.keyboard.press("Escape");
    await handsOn(page).write("@seedbed hello");
    await page.getByText("Happened: Event sent twice · Slack").waitFor();
    // what waits is read anew after the event that the message shows
    await expect.poll(() => faults.textContent()).toBe("Faults");
  });

  test("a lost connection is told, and what happened meanwhile is there after it", async () => {
    const { slack } = handsOn(page);
    await page.route("**/sandbox/api/stream", (route) => route.abort());
    await page.reload();
    await page.getByText("The connection is gone. Trying again…").waitFor();
    await post("Said meanwhile");
    await page.unroute("**/sandbox/api/stream");
    await slack.getByText("Said meanwhile").waitFor();
    await page.getByText("Bot is ready").waitFor();
    // the browser reports each refused call by itself
    errors.splice(0);
  });

  test("what happens before the stream is open is not missed", async () => {
    host.sandbox.setBotReady(false);
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await page.route("**/sandbox/api/stream", async (route) => {
      await gate;
      await route.continue();
    });
    await page.reload();
    await page.getByText("The bot is starting…").waitFor();
    host.sandbox.setBotReady(true);
    open();
    await page.getByText("Bot is ready").waitFor();
  });

  test("reduced motion stops what moves", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.getByRole("button", { name: "Start the tour" }).click();
    const moving = "getComputedStyle(document.querySelector('[data-spot]')).animationName";
    await page.locator("[data-spot]").waitFor();
    expect(await page.evaluate(moving)).toBe("none");
  });
});

async function isFocused(field: ReturnType<Page["locator"]>): Promise<boolean> {
  const focused = field.page().locator(":focus");
  return (await focused.count()) === 1 && (await field.and(focused).count()) === 1;
}

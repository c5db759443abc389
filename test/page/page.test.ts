/** The sandbox's page in a real browser: both clients, messages, cards, forms, and what goes wrong. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hasBrowser, launchBrowser, openPage } from "../support/browser.ts";
import { CHANNEL, CHANNEL_ID, CHAT, handsOn, teachBot } from "./demo.ts";
import { CARD, CHART, MESSAGE } from "./shown.ts";
import { type PageHost, startPageHost } from "./support-page.ts";

describe.skipIf(!hasBrowser)("the page", () => {
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
  });

  afterEach(async () => {
    await page.context().close();
    expect(errors).toEqual([]);
  });

  const slack = () => handsOn(page).slack;
  const lark = () => handsOn(page).lark;
  const write = (text: string) => handsOn(page).write(text);

  test("shows both clients, each for a person of its own", async () => {
    await slack().getByRole("heading", { name: CHANNEL, level: 2 }).waitFor();
    await lark().getByRole("heading", { name: CHAT, level: 2 }).waitFor();
    await page.getByText("Bot is ready").waitFor();
    await slack()
      .getByRole("button", { name: /You are: Maya Lindqvist Marketing · \d\d:\d\d Berlin/ })
      .waitFor();
    await lark()
      .getByRole("button", { name: /当前身份: 林晓雯 代理商/ })
      .waitFor();
    expect(
      await lark()
        .getByRole("textbox", { name: `发送给 ${CHAT}` })
        .isVisible(),
    ).toBe(true);
  });

  test("a line typed in Slack appears, and is unread for a reader who looks elsewhere", async () => {
    const other = await openPage(browser, host.sandbox.url);
    await handsOn(other.page).become("slack", "manager");
    await other.page.getByRole("button", { name: "Seedbed" }).first().click();
    await other.page.getByRole("heading", { name: "Seedbed", level: 2 }).waitFor();
    await write("Good *morning* from Berlin");
    const article = slack()
      .getByRole("article", { name: /Maya Lindqvist/ })
      .last();
    await article.getByText("Good morning from Berlin").waitFor();
    expect(await article.locator("strong", { hasText: "morning" }).count()).toBe(1);
    await other.page.getByRole("button", { name: /spring-launch.*1 unread/ }).waitFor();
    // it stays so until this person looks, also over a reload
    await other.page.reload();
    await other.page.getByRole("button", { name: /spring-launch.*1 unread/ }).click();
    await other.page.getByText("New", { exact: true }).waitFor();
    const unread = other.page.getByRole("button", { name: /spring-launch.*unread/ });
    await expect.poll(() => unread.count()).toBe(0);
    await other.page.context().close();
  });

  test("draws blocks, sorts and pages a data table, asks before a dangerous button", async () => {
    await host.app.client.chat.postMessage({ channel: CHANNEL_ID, text: "71 of 100", blocks: MESSAGE });
    const heading = page.getByRole("heading", { name: /小鹿护肤 scores 71/ });
    const article = slack().getByRole("article").filter({ has: heading });
    await article.waitFor();
    const names = () => article.getByRole("row").locator("td:first-child").allTextContents();
    expect((await names())[0]).toBe("小鹿护肤");
    await article.getByRole("button", { name: "Score" }).click();
    await article.getByRole("button", { name: /Score/ }).click();
    expect((await names())[0]).toBe("豆豆测评");
    await article.getByRole("button", { name: "Next page" }).click();
    expect(await names()).toHaveLength(2);

    expect(await article.getByText("Median of 23 notes").isVisible()).toBe(false);
    await article.getByText("Evidence").click();
    await article.getByText("Median of 23 notes").waitFor();

    await article.getByRole("combobox", { name: "Tier" }).selectOption("Mid");
    await slack().getByText("Tier is Mid.").waitFor();
    await article.getByRole("button", { name: "Reject" }).click();
    await page.getByRole("dialog", { name: "Reject?" }).getByRole("button", { name: "Yes, reject" }).click();
    await slack().getByText("Rejected for now.").waitFor();
    expect(await slack().getByText("Only visible to you").count()).toBe(2);
  });

  test("draws a chart with its numbers in its description", async () => {
    // newer than the package's types
    const blocks = [CHART] as never;
    await host.app.client.chat.postMessage({ channel: CHANNEL_ID, text: "Engagement", blocks });
    await slack()
      .getByRole("img", { name: /Saves: Seeding 1100, Burst 2400, Sustain 900/ })
      .waitFor();
  });

  test("a modal shows what is missing, what the bot refuses, and sends what was entered", async () => {
    await write("/vet");
    const modal = page.getByRole("dialog", { name: "Vet a creator" });
    await modal.getByText("(optional)").waitFor();
    await modal.getByRole("button", { name: "Score" }).click();
    await modal.getByText("Please complete this required field.").first().waitFor();
    await modal.getByRole("textbox", { name: "Name or link" }).fill("nobody");
    await modal.getByRole("combobox", { name: "Tier" }).selectOption("koc");
    await modal.getByRole("button", { name: "Score" }).click();
    await modal.getByText("No such creator.").waitFor();
    await modal.getByRole("textbox", { name: "Name or link" }).fill("小鹿护肤");
    await modal.getByRole("button", { name: "Score" }).click();
    await modal.waitFor({ state: "detached" });
    await slack().getByText("小鹿护肤 is koc").waitFor();
  });

  test("Esc closes a modal and a thread", async () => {
    await write("/vet");
    const modal = page.getByRole("dialog", { name: "Vet a creator" });
    await modal.waitFor();
    await page.keyboard.press("Escape");
    await modal.waitFor({ state: "detached" });

    const { ts = "" } = await host.app.client.chat.postMessage({
      channel: CHANNEL_ID,
      text: "Two questions",
    });
    await host.app.client.chat.postMessage({ channel: CHANNEL_ID, text: "First answer", thread_ts: ts });
    await slack().getByRole("button", { name: "1 reply" }).click();
    const thread = page.getByRole("complementary", { name: "Thread" });
    await thread.getByRole("textbox").fill("Second answer");
    await thread.getByRole("textbox").press("Enter");
    await thread.getByRole("article").filter({ hasText: "Second answer" }).waitFor();
    await slack().getByRole("button", { name: "2 replies" }).waitFor();
    await page.keyboard.press("Escape");
    await thread.waitFor({ state: "detached" });
  });

  test("a modal that the browser closes at once is closed once", async () => {
    await write("/vet");
    await page.getByRole("dialog", { name: "Vet a creator" }).waitFor();
    const other = await openPage(browser, host.sandbox.url);
    const modal = other.page.getByRole("dialog", { name: "Vet a creator" });
    await modal.waitFor();
    const calls: string[] = [];
    other.page.on("request", (request) => {
      if (request.method() === "POST") calls.push(new URL(request.url()).pathname);
    });
    // what a browser may do on Esc where nobody has done anything on the page yet
    await modal.evaluate((element) => {
      const dialog = element as unknown as EventTarget & { close(): void };
      dialog.dispatchEvent(new Event("cancel", { cancelable: false }));
      dialog.close();
    });
    await modal.waitFor({ state: "detached" });
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    // a second call would be refused, and the person told so
    expect(calls).toEqual(["/sandbox/api/slack/close"]);
    expect(other.errors).toEqual([]);
    await other.page.context().close();
  });

  test("the App Home shows what the bot publishes when it is opened", async () => {
    await slack().getByRole("button", { name: "Seedbed" }).click();
    await slack().getByRole("tab", { name: "Home" }).click();
    await slack().getByRole("heading", { name: "Waiting for you: 3" }).waitFor();
  });

  test("a file that is picked is shared and can be downloaded", async () => {
    const content = Buffer.from("昵称,粉丝\n小鹿护肤,82000\n");
    const files = [{ name: "list.csv", mimeType: "text/csv", buffer: content }];
    await slack().locator("input[type=file]").setInputFiles(files);
    const link = slack().getByRole("link", { name: "Download list.csv" });
    const address = await link.getAttribute("href");
    const response = await fetch(host.sandbox.url + address);
    expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
  });

  test("a Lark card draws its parts; its form asks for what is missing, then sends", async () => {
    const heard: unknown[] = [];
    host.onCard(({ action }) => {
      heard.push(action.form_value);
      return { toast: { type: "success", content: "已转给博主" } };
    });
    await host.sendCard(CHAT, CARD);
    const card = lark()
      .getByRole("article", { name: /Seedbed/ })
      .last();
    await card.getByRole("heading", { name: "小鹿护肤 · 初稿待审" }).waitFor();
    await card.getByRole("img", { name: /互动量.*第4天 1600/ }).waitFor();
    await card.getByRole("button", { name: "下一页" }).click();
    await card.getByRole("cell", { name: "林小满" }).waitFor();

    await card.getByRole("button", { name: "请修改" }).click();
    await card.getByText("请填写此项。").waitFor();
    await card.getByRole("textbox", { name: "修改意见" }).fill("请补充质地特写");
    await card.getByRole("combobox", { name: "原因" }).selectOption("claim");
    await card.getByRole("button", { name: "请修改" }).click();
    await lark().getByText("已转给博主").waitFor();
    expect(heard).toEqual([{ reason: "请补充质地特写", code: "claim" }]);
  });

  test("a new card in place of the clicked one shows at once", async () => {
    const title = { tag: "plain_text", content: "小鹿护肤 · 已通过" };
    const done = { ...CARD, header: { title, template: "green" } };
    host.onCard(() => ({ card: { type: "raw", data: done } }));
    // the card of the test before looks the same otherwise
    const asked = { ...title, content: "小鹿护肤 · 二稿待审" };
    await host.sendCard(CHAT, { ...CARD, header: { title: asked, template: "blue" } });
    const card = lark()
      .getByRole("article", { name: /Seedbed/ })
      .last();
    await card.getByRole("heading", { name: asked.content }).waitFor();
    await card.getByRole("button", { name: "通过" }).click();
    await card.getByRole("heading", { name: "小鹿护肤 · 已通过" }).waitFor();
  });

  test("an action the bot does not answer shows a line that can be dismissed", async () => {
    await write("/unknown-command");
    const line = slack().getByRole("alert").getByText(/./).first();
    await line.waitFor({ timeout: 8_000 });
    await slack().getByRole("button", { name: "Dismiss" }).click();
    await line.waitFor({ state: "detached" });
    // the browser reports the fallen clock call as a failed request of its own
    await page.getByRole("button", { name: "+1 day" }).click();
    await page.getByText(/No bot is attached/).waitFor();
    errors.splice(0, errors.length, ...errors.filter((error) => !error.includes("409")));
  });

  test("a step of the tour is done as its person, and the tour can be left and taken up again", async () => {
    await handsOn(page).become("slack", "finance");
    const tour = page.getByRole("region", { name: "Tour" });
    await tour.getByRole("button", { name: "Start the tour" }).click();
    await tour.getByRole("button", { name: "Send /vet" }).click();
    await slack()
      .getByRole("button", { name: /You are: Maya/ })
      .waitFor();
    // the tour's bot answers with a card; this one with a form
    await page.getByRole("dialog", { name: "Vet a creator" }).waitFor();
    await page.keyboard.press("Escape");
    await tour.getByRole("button", { name: "Close the tour" }).click();
    await tour.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Tour", exact: true }).click();
    await tour.getByText("Step 1 of 11").waitFor();
    await tour.getByRole("button", { name: "Skip" }).click();
    await tour.getByText("Step 2 of 11").waitFor();
    await page.getByRole("button", { name: "中文" }).click();
    const inChinese = page.getByRole("region", { name: "导览" });
    await inChinese.getByRole("button", { name: /第 11 步.*在飞书里也一样/ }).click();
    await inChinese.getByRole("button", { name: "发送 ／看号" }).waitFor();
  });

  test("typing a slash suggests commands, and Tab takes one", async () => {
    const box = page.getByRole("textbox", { name: `Message in ${CHANNEL}` });
    await box.pressSequentially("/dr");
    await slack().getByText("Submit a draft for review").waitFor();
    await box.press("Tab");
    expect(await box.inputValue()).toBe("/draft ");
  });

  test("on a narrow screen one client shows at a time", async () => {
    await page.setViewportSize({ width: 900, height: 900 });
    await slack().waitFor();
    expect(await lark().isVisible()).toBe(false);
    await page.getByRole("button", { name: "Lark", exact: true }).click();
    await lark().waitFor();
    expect(await slack().isVisible()).toBe(false);
  });

  test("another person sees their own rooms", async () => {
    await handsOn(page).become("slack", "guest");
    await slack().getByRole("heading", { name: "Seedbed", level: 2 }).waitFor();
    expect(
      await slack()
        .getByRole("button", { name: /spring-launch/ })
        .count(),
    ).toBe(0);
  });
});

/** The main job in a real browser, by mouse and keyboard alone, with the whole bot behind the page. */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, launchBrowser, openPage } from "../support/browser.ts";
import { buildPage } from "../support/build-page.ts";
import { type LocalBot, startLocalBot } from "../support/local-bot.ts";

/** Where the pictures go; nowhere when it is not set. */
const PICTURES = process.env["SEEDBED_TOUR_PICTURES"];

describe.skipIf(!hasBrowser)("the tour", () => {
  let pageDir: string;
  let local: LocalBot;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    pageDir = await buildPage();
    local = await startLocalBot({ pageDir });
    browser = await launchBrowser();
    ({ page, errors } = await openPage(browser, local.sandbox.url));
  });
  afterAll(async () => {
    await browser?.close();
    await local?.stop();
    if (pageDir !== undefined) await rm(pageDir, { recursive: true });
  });

  const slack = () => page.getByRole("region", { name: "Slack", exact: true });
  const lark = () => page.getByRole("region", { name: "Lark", exact: true });
  const step = (name: string) =>
    page.getByRole("region", { name: "Try this" }).getByRole("button", { name, exact: true });
  const cardIn = (pane: Locator, text: string | RegExp) =>
    pane.getByRole("article").filter({ hasText: text }).last();
  const picture = async (name: string) => {
    if (PICTURES === undefined) return;
    await mkdir(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  };
  /** The guide fills the composer; Enter sends. */
  const sendStep = async (name: string, box: string) => {
    await step(name).click();
    await page.getByRole("textbox", { name: box }).press("Enter");
  };
  const SLACK_BOX = "Message in #spring-launch";

  test("1: vet a creator, and put her on the shortlist", async () => {
    await page.getByText("Bot is ready").waitFor();
    await sendStep("/vet", SLACK_BOX);
    const card = cardIn(slack(), "小鹿护肤: 89 of 100");
    await card.getByRole("button", { name: "Add to shortlist" }).click();
    await cardIn(slack(), "On the shortlist: added by Maya Lindqvist").waitFor();
    await picture("1-vet");
  });

  test("2: vet a whole list from a file", async () => {
    await step("Drop the sample CSV").click();
    const card = cardIn(slack(), "30 creators ranked");
    await card.waitFor();
    await slack()
      .getByText(/pugongying.*\.xlsx/)
      .last()
      .waitFor();
    await picture("2-list");
  });

  test("3: a draft is approved in Lark, and Slack shows it within two seconds", async () => {
    await sendStep("/draft", SLACK_BOX);
    const review = cardIn(lark(), "审稿");
    await review.getByRole("button", { name: "通过", exact: true }).click();
    const clicked = performance.now();
    await cardIn(slack(), /approved/iu).waitFor();
    expect(performance.now() - clicked).toBeLessThan(2_000);
    await picture("3-draft");
  });

  test("4: a slot and a plan; the clock brings the reminder and the nudge", async () => {
    await sendStep("/wave", SLACK_BOX);
    await cardIn(slack(), "20:00").waitFor();
    await sendStep("/pay", SLACK_BOX);
    await cardIn(slack(), "Payment plan: 小鹿护肤").waitFor();
    await picture("4-plan");
    for (let weeks = 0; weeks < 2; weeks += 1) {
      await step("+1 week").click();
      await page.getByText("Moving", { exact: false }).waitFor({ state: "hidden", timeout: 60_000 });
    }
    await lark()
      .getByRole("button", { name: /^Seedbed/ })
      .click();
    await cardIn(lark(), "小鹿护肤").waitFor();
    await picture("4-reminder");
  }, 120_000);

  test("5: the manager reads the digest", async () => {
    const you = slack().getByRole("combobox", { name: "You are" });
    await you.selectOption({ label: await labelOf(you, "manager") });
    await slack()
      .getByRole("button", { name: /^Seedbed/ })
      .click();
    const digests = slack().getByRole("heading", { name: /^.*Digest for/u });
    await digests.last().waitFor();
    const before = await digests.count();
    await step("To the manager's 09:00").click();
    await page.getByText("Moving", { exact: false }).waitFor({ state: "hidden", timeout: 60_000 });
    await expect.poll(() => digests.count(), { timeout: 5_000 }).toBe(before + 1);
    await picture("5-digest");
  }, 90_000);

  test("6: a brief in both languages, as a card and a file", async () => {
    const you = slack().getByRole("combobox", { name: "You are" });
    await you.selectOption({ label: await labelOf(you, "marketer") });
    await slack()
      .getByRole("button", { name: /spring-launch/ })
      .click();
    await sendStep("/brief", SLACK_BOX);
    await cardIn(slack(), /Brief for 小鹿护肤/).waitFor();
    await slack()
      .getByText(/Brief.*\.docx/)
      .last()
      .waitFor();
    await picture("6-brief");
  });

  test("7: the same from Lark, in Chinese", async () => {
    await lark()
      .getByRole("button", { name: /^春季种草/ })
      .click();
    await sendStep("／看号", "发送给 春季种草");
    await cardIn(lark(), "小鹿护肤：89 分").waitFor();
    await picture("7-lark");
  });

  test("the page complained about nothing, and the bot broke no rule of either platform", async () => {
    expect(errors).toEqual([]);
    const { calls } = await local.person.get<{ calls: { method: string; violations: string[] }[] }>("calls");
    expect(calls.filter(({ violations }) => violations.length > 0)).toEqual([]);
  });
});

/** The whole label of the option that begins with this handle. */
async function labelOf(select: Locator, handle: string): Promise<string> {
  const labels = await select.locator("option").allTextContents();
  return labels.find((label) => label.startsWith(handle)) ?? handle;
}

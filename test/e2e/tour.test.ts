/** The tour in a real browser: the main job by the page's own coach, with the whole bot behind it, and by hand. */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
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
  const tour = () => page.getByRole("region", { name: "Tour" });
  const cardIn = (pane: Locator, text: string | RegExp) =>
    pane.getByRole("article").filter({ hasText: text }).last();
  const picture = async (name: string) => {
    if (PICTURES === undefined) return;
    await mkdir(PICTURES, { recursive: true });
    // what moves or fades in comes to rest
    await sleep(500);
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  };
  /** Presses a step's button, waits until the tour says that it is done, and goes on after `look`. */
  const step = async (title: string, button: string, look: () => Promise<unknown>) => {
    await tour().getByRole("heading", { name: title }).waitFor();
    await tour().getByRole("button", { name: button, exact: true }).click();
    await tour().getByText("Done", { exact: true }).waitFor({ timeout: 60_000 });
    await look();
    await tour().getByRole("button", { name: "Next" }).click();
  };

  test("1: vet a creator, and put her on the shortlist", async () => {
    await page.getByText("Bot is ready").waitFor();
    await picture("0-start");
    await tour().getByRole("button", { name: "Start the tour" }).click();
    await step("Vet a creator", "Send /vet", async () => {
      await cardIn(slack(), "小鹿护肤: 89 of 100").waitFor();
      await picture("1-vet");
    });
    await step("Put her on the shortlist", "Press “Add to shortlist”", () =>
      cardIn(slack(), "On the shortlist: added by Maya Lindqvist").waitFor(),
    );
  }, 60_000);

  test("2: vet a whole list from a file, whose first rows and ranking show", async () => {
    await step("Vet a whole list", "Drop the sample CSV", async () => {
      await cardIn(slack(), "30 creators ranked").waitFor();
      await slack()
        .getByText(/pugongying.*\.xlsx/)
        .last()
        .waitFor();
      await slack().getByRole("region", { name: "pugongying-creators.csv" }).waitFor();
      await cardIn(slack(), "30 creators ranked").evaluate((card) => card.scrollIntoView({ block: "start" }));
      await picture("2-list");
    });
  }, 60_000);

  test("3: a draft is approved in Lark, and Slack shows it", async () => {
    await step("Submit a draft", "Send /draft", () => cardIn(lark(), "审稿：小鹿护肤").waitFor());
    await step("Approve it in Lark", "Press 通过 (approve)", async () => {
      await cardIn(slack(), /approved/iu).waitFor();
      await cardIn(lark(), "已通过").waitFor();
      await picture("3-draft");
    });
  }, 60_000);

  test("4: a slot, a plan and a brief; the clock brings the reminders", async () => {
    await step("Plan the posting slot", "Send /wave", () => cardIn(slack(), "20:00").waitFor());
    await step("Plan the payment", "Send /pay", async () => {
      await cardIn(slack(), "Payment plan: 小鹿护肤").waitFor();
      await picture("4-plan");
    });
    await step("Write the brief", "Send /brief", async () => {
      await slack()
        .getByText(/Brief.*\.docx/)
        .last()
        .waitFor();
      await picture("5-brief");
    });
    await step("Let two weeks pass", "Move the clock by two weeks", async () => {
      await cardIn(lark(), "小鹿护肤 还有").waitFor();
      await slack()
        .getByRole("button", { name: /^Seedbed.*unread/ })
        .waitFor();
      await picture("6-reminder");
    });
  }, 180_000);

  test("5: the manager reads the digest at nine", async () => {
    await step("Read the digest", "Go to Jonas's 09:00", async () => {
      await slack()
        .getByRole("button", { name: /^You are: Jonas Weber Manager · 09:0/ })
        .waitFor();
      await slack()
        .getByRole("heading", { name: /Digest for/u })
        .last()
        .waitFor();
      await picture("7-digest");
    });
  }, 90_000);

  test("6: the same from Lark, in Chinese; then the tour is over and can be started again", async () => {
    await step("The same from Lark", "Send ／看号", async () => {
      await cardIn(lark(), "小鹿护肤：89 分").waitFor();
      await picture("8-lark");
    });
    const said = (await local.person.lark("partner")).filter(({ text }) => text.includes("看号 小鹿护肤"));
    expect(said).toHaveLength(1);
    await tour().getByText("That was the main job").waitFor();
    await tour().getByRole("button", { name: "Start over" }).click();
    await tour().getByRole("heading", { name: "Vet a creator" }).waitFor();
  }, 60_000);

  test("by hand, without the tour: an approval in Lark reaches Slack", async () => {
    await tour().getByRole("button", { name: "Close the tour" }).click();
    await slack()
      .getByRole("button", { name: /^You are: / })
      .click();
    await slack().locator('[role=menuitemradio][data-handle="marketer"]').click();
    await slack()
      .getByRole("button", { name: /spring-launch/ })
      .click();
    const box = page.getByRole("textbox", { name: "Message in #spring-launch" });
    await box.fill('/draft 油皮女孩日记 text="换季泛红，这支面霜我用了三周。#换季护肤"');
    await box.press("Enter");
    const review = cardIn(lark(), "审稿：油皮女孩日记");
    await review.getByRole("button", { name: "通过", exact: true }).click();
    await cardIn(slack(), /Approved: 油皮女孩日记/).waitFor();
  }, 60_000);

  test("the page complained about nothing, and the bot broke no rule of either platform", async () => {
    expect(errors).toEqual([]);
    const { calls } = await local.person.get<{ calls: { method: string; violations: string[] }[] }>("calls");
    expect(calls.filter(({ violations }) => violations.length > 0)).toEqual([]);
  });
});

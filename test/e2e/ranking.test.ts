/** The ranking of a list in a real browser: it sorts by its numbers and pages, and the file has every row. */
import { rm } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import readXlsx from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, launchBrowser, openPage } from "../support/browser.ts";
import { buildPage } from "../support/build-page.ts";
import { LARK_CHAT, type LocalBot, SLACK_CHANNEL, startLocalBot } from "../support/local-bot.ts";

const CREATORS = 25;
const HEADER =
  "昵称,粉丝数,阅读中位数,互动中位数,点赞中位数,收藏中位数,活跃粉丝占比,水粉占比,女粉占比,图文报价";

/** From nothing earned to everything: the scores run from one digit to three. */
function row(index: number): string {
  const part = index / (CREATORS - 1);
  const reads = 10_000;
  const saves = Math.round(reads * (0.005 + 0.025 * part));
  const likes = Math.round(30_000 * 0.08 * part);
  const percent = (from: number, to: number) => `${(from + (to - from) * part).toFixed(1)}%`;
  const interactions = Math.round(reads * (0.02 + 0.06 * part));
  return [
    `博主${index}`,
    30_000,
    reads,
    interactions,
    likes,
    saves,
    percent(20, 60),
    percent(40, 10),
    percent(30, 70),
    900 + 100 * index,
  ].join(",");
}

describe.skipIf(!hasBrowser)("the ranking", () => {
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

  test("by score up and down as numbers, and on to page 2", { timeout: 120_000 }, async () => {
    // a row without any number of its own has no score, wherever it is sorted
    const content = [HEADER, ...Array.from({ length: CREATORS }, (_, at) => row(at)), "阿禾,,,,,,,,,"].join(
      "\n",
    );
    await local.person.post("slack/upload", {
      user: "marketer",
      channel: SLACK_CHANNEL,
      name: "名单.csv",
      content: Buffer.from(content).toString("base64"),
    });
    const card = page
      .getByRole("region", { name: "Slack", exact: true })
      .getByRole("article")
      .filter({ hasText: "26 creators ranked" })
      .last();
    await card.waitFor({ timeout: 60_000 });
    const table = card.getByRole("region", { name: "26 creators, best first" });
    const column = async (title: string) => {
      const titles = await table.getByRole("columnheader").allTextContents();
      return table
        .locator("tbody tr")
        .evaluateAll(
          (rows, at) => rows.map((one) => one.children[at]?.textContent ?? ""),
          titles.indexOf(title),
        );
    };
    const scores = async () =>
      (await column("Score")).map((text) => (text === "–" ? Number.NaN : Number(text)));
    const next = card.getByRole("button", { name: "Next page" });
    // this table sorts by itself
    expect(await card.getByRole("button", { name: "Lowest quote first" }).count()).toBe(0);

    const best = await scores();
    expect(best).toHaveLength(10);
    expect(best[0]).toBeGreaterThan(90);
    await table.getByRole("button", { name: "Score", exact: true }).click();
    const worst = await scores();
    expect(worst[0]).toBeLessThan(10);
    expect(worst).toEqual(worst.toSorted((a, b) => a - b));
    await next.click();
    const second = await scores();
    expect(second[0]).toBeGreaterThanOrEqual(worst.at(-1) ?? 100);
    expect(second).toEqual(second.toSorted((a, b) => a - b));
    await next.click();
    expect(await scores()).toHaveLength(6);
    expect((await scores()).at(-1)).toBeNaN();

    await table.getByRole("button", { name: "Score", exact: true }).click();
    await table.getByRole("button", { name: "Quote", exact: true }).click();
    await card.getByRole("button", { name: "Previous page" }).click();
    await card.getByRole("button", { name: "Previous page" }).click();
    expect((await column("Quote")).slice(0, 3)).toEqual(["¥900", "¥1,000", "¥1,100"]);
    expect(errors).toEqual([]);
  });

  test("the workbook of a longer list is previewed where it was shared", { timeout: 120_000 }, async () => {
    const count = 400;
    const rows = Array.from(
      { length: count },
      (_, at) =>
        `长名单${at},${row(at % CREATORS)
          .split(",")
          .slice(1)
          .join(",")}`,
    );
    await local.person.post("slack/upload", {
      user: "marketer",
      channel: SLACK_CHANNEL,
      name: "long.csv",
      content: Buffer.from([HEADER, ...rows].join("\n")).toString("base64"),
    });
    const shared = page
      .getByRole("region", { name: "Slack", exact: true })
      .getByRole("article")
      .filter({ hasText: "long-ranked.xlsx" })
      .last();
    await shared.getByText("Place").first().waitFor({ timeout: 60_000 });
    await shared.getByText(`${count} rows`, { exact: false }).first().waitFor();
    expect(errors).toEqual([]);
  });

  test("on Lark the same numbers are typed, and pages turn", { timeout: 120_000 }, async () => {
    const content = [HEADER, ...Array.from({ length: CREATORS }, (_, at) => row(at))].join("\n");
    await local.person.post("lark/upload", {
      user: "partner",
      chat: LARK_CHAT,
      name: "lark.csv",
      content: Buffer.from(content).toString("base64"),
    });
    const { card, file } = await rankedInLark();
    const table = card.body.elements.find(({ tag }) => tag === "table");
    const types = new Map(table?.columns?.map((one) => [one.display_name, one.data_type]));
    expect(["评分", "粉丝数", "报价"].map((title) => types.get(title))).toEqual([
      "number",
      "number",
      "number",
    ]);
    const [ranking] = await readXlsx(file);
    expect(ranking?.data).toHaveLength(CREATORS + 1);

    const article = page
      .getByRole("region", { name: "Lark", exact: true })
      .getByRole("article")
      .filter({ hasText: "25 位博主已排名" })
      .last();
    await article.getByText("1 / 3").waitFor();
    await article.getByRole("button", { name: "下一页" }).click();
    await article.getByText("2 / 3").waitFor();

    const rowsBy = async (title: string) => {
      const titles = await article.getByRole("columnheader").allTextContents();
      return article
        .locator("tbody tr")
        .evaluateAll(
          (rows, at) => rows.map((one) => one.children[at]?.textContent ?? ""),
          titles.indexOf(title),
        );
    };
    const choice = article.getByRole("combobox", { name: "排序方式" });
    await choice.selectOption({ label: "按报价从低到高" });
    await article.getByText("25 位博主，按报价从低到高").waitFor();
    await article.getByRole("button", { name: "上一页" }).click();
    await article.getByText("1 / 3").waitFor();
    expect((await rowsBy("报价")).slice(0, 3)).toEqual(["¥900", "¥1,000", "¥1,100"]);
    // the place stays the one by score
    expect((await rowsBy("#")).slice(0, 3)).toEqual(["25", "24", "23"]);

    // somebody else's choice is everybody's
    const { message_id: id } = await local.person.sees("lark", "manager", LARK_CHAT, "按报价从低到高");
    await local.person.post("lark/click", { user: "manager", message_id: id, name: "by", value: "score" });
    await article.getByText("25 位博主，按评分从高到低").waitFor();
    expect((await rowsBy("#")).slice(0, 3)).toEqual(["1", "2", "3"]);
    expect(await choice.inputValue()).toBe("score");
    expect(errors).toEqual([]);
  });

  test("any row opens by its place, and after a change the file comes again, once", {
    timeout: 120_000,
  }, async () => {
    const [name, ...rest] = row(3).split(",");
    const doubtful = [name, ...rest.slice(0, -1), 90_000_000].join(",");
    await local.person.post("lark/upload", {
      user: "partner",
      chat: LARK_CHAT,
      name: "again.csv",
      content: Buffer.from([HEADER, row(20), doubtful, row(9)].join("\n")).toString("base64"),
    });
    const lark = page.getByRole("region", { name: "Lark", exact: true });
    const article = lark.getByRole("article").filter({ hasText: "again.csv：3 位博主已排名" });
    await article.waitFor({ timeout: 60_000 });
    const again = article.getByRole("button", { name: "重新发送表格" });
    await lark.getByRole("button", { name: "报价无误" }).last().click({ timeout: 60_000 });
    await again.waitFor();
    await again.click();
    const said = lark.getByText("again.csv：3 位博主更新后的排名与打分依据", { exact: true });
    await said.waitFor({ timeout: 30_000 });
    await again.waitFor({ state: "detached" });
    await local.bot.whenIdle();
    const files = (await local.person.lark("partner", LARK_CHAT)).filter(({ file }) =>
      file?.name.startsWith("again-"),
    );
    expect(files).toHaveLength(2);

    await article.getByRole("button", { name: "查看评分卡" }).click();
    const asked = lark.getByRole("article").filter({ hasText: "名次或博主昵称" }).last();
    await asked.getByRole("textbox").fill("2");
    await asked.getByRole("button", { name: "查看评分卡" }).click();
    const scorecard = lark.getByRole("article").filter({ hasText: "博主9" }).filter({ hasNotText: "again" });
    await scorecard.waitFor();
    expect(errors).toEqual([]);
  });

  interface LarkCard {
    body: { elements: { tag: string; columns?: { display_name: string; data_type: string }[] }[] };
  }

  async function rankedInLark() {
    const { person, sandbox } = local;
    const seen = await person.sees("lark", "partner", LARK_CHAT, "25 位博主已排名", 60_000);
    await local.bot.whenIdle();
    const sent = (await person.lark("partner", LARK_CHAT)).findLast(({ file }) =>
      file?.name.endsWith(".xlsx"),
    );
    const answer = await fetch(`${sandbox.url}/sandbox/api/files/${sent?.file?.id ?? ""}`);
    expect(answer.status).toBe(200);
    return { card: seen.card as LarkCard, file: Buffer.from(await answer.arrayBuffer()) };
  }
});

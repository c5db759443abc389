/** A real browser for the tests of the sandbox's page, where one is installed. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findProgram } from "./programs.ts";

const program = findProgram("chromium");

export const hasBrowser = program !== undefined;

export async function launchBrowser(): Promise<Browser> {
  if (program === undefined) throw new Error("There is no browser.");
  return await chromium.launch({
    executablePath: program,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

interface OpenedPage {
  page: Page;
  /** what the console and the page itself complained about so far */
  errors: string[];
}

/** Opens an address with a storage of its own. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    ...options,
  });
  // a wait that fails must name what it waited for before the test runs out of time
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  await page.goto(url);
  return { page, errors };
}

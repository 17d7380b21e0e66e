/** For a test file: one served round, one browser, and as many phones as its tests open. A page that breaks fails its test. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchChromium } from "../../scripts/bench/chromium.ts";
import { watchPolicy } from "./policy.ts";
import { serveRound, type ServedRound } from "./servedRound.ts";

export interface Phones {
  round: () => ServedRound;
  /** A new browser profile, opened at an address of the round. */
  openPhone: (address: string, options?: BrowserContextOptions) => Promise<Page>;
}

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 } };

/** The extras of a questionnaire come after the page; other pages have none. */
export const extrasCome = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => !document.querySelector("[data-extras]") || "extras" in window);
};

export function phones(change: Parameters<typeof serveRound>[0] = {}): Phones {
  let served: ServedRound;
  let browser: Browser;
  let problems: string[] = [];

  beforeAll(async () => {
    [served, browser] = await Promise.all([serveRound(change), launchChromium()]);
  });
  afterEach(async () => {
    const found = problems;
    problems = [];
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(found).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  return {
    round: () => served,
    async openPhone(address, options = {}) {
      const context = await browser.newContext({ ...PHONE, ...options });
      await watchPolicy(context, problems);
      const page = await context.newPage();
      page.on("pageerror", (error) => problems.push(error.message));
      await page.goto(served.url + address);
      if (options.javaScriptEnabled !== false) await extrasCome(page);
      return page;
    },
  };
}

/// <reference lib="dom" />
/** One cold visit to a page on a slow phone: a new browser profile, nothing in a cache, the processor slowed. */
import type { Browser, Page } from "playwright-core";
import { observe, type Observed } from "./observers.ts";

export interface Visit extends Omit<Observed, "reaction"> {
  /** Requests until the largest thing was painted, and bytes that had come over the wire for them. */
  requests: number;
  wireBytes: number;
  /** Slowest reaction to a tap or a key, milliseconds; null when there is nothing to answer or search. */
  reaction: number | null;
}

export const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};
const LONG_TASK_MS = 50;
const PROCESSOR_TIMES_SLOWER = 4;
/** Late shifts and tasks of a page that has loaded show within this. */
const SETTLING_MS = 1000;
/** Two questions of six options, at the pace of a quick thumb. */
const TAPS = 12;
const BETWEEN_TAPS_MS = 250;

export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ ...PHONE, ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const asked: number[] = [];
    const got: { at: number; bytes: number }[] = [];
    session.on("Network.requestWillBeSent", ({ request, timestamp }) => {
      if (/^https?:/.test(request.url)) asked.push(timestamp);
    });
    session.on("Network.loadingFinished", ({ encodedDataLength: bytes, timestamp: at }) => {
      got.push({ at, bytes });
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: PROCESSOR_TIMES_SLOWER });
    await page.addInitScript(observe, LONG_TASK_MS);
    await page.goto(url, { waitUntil: "load", timeout: 120_000 });
    await page.waitForTimeout(SETTLING_MS);
    const { reaction: _, ...loaded } = await observedIn(page);
    const used = await use(page);
    await page.waitForTimeout(SETTLING_MS);
    const { reaction, shifts } = await observedIn(page);
    const paintedAt = (asked[0] ?? 0) + loaded.lcp / 1000;
    const requests = asked.filter((at) => at < paintedAt).length;
    const wireBytes = got.reduce((sum, { at, bytes }) => sum + (at < paintedAt ? bytes : 0), 0);
    return { ...loaded, requests, wireBytes, shifts, reaction: used ? reaction : null };
  } finally {
    await context.close();
  }
}

async function observedIn(page: Page): Promise<Observed> {
  const observed = await page.evaluate(() => globalThis.observed);
  if (!observed) throw new Error(`nothing was observed on ${page.url()}`);
  return observed;
}

/** Answers questions, changes an answer and goes on, or searches. False when there is nothing of either. */
async function use(page: Page): Promise<boolean> {
  const rows = page.locator("label:visible:has(input[type=radio])");
  const [next, search] = [page.locator("a.next:visible"), page.locator("input[type=search]:visible")];
  for (const row of (await rows.all()).slice(0, TAPS)) {
    await row.tap();
    await page.waitForTimeout(BETWEEN_TAPS_MS);
  }
  if (await next.count()) await next.tap();
  if (await search.count()) await search.pressSequentially("aar", { delay: BETWEEN_TAPS_MS });
  return (await rows.count()) + (await search.count()) > 0;
}

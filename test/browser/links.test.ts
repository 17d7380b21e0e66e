/** Scanners of mail and chat open personal links, follow what they find and try what they like: nothing is changed by it. */
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { storages } from "./answering.ts";
import { phones } from "./phones.ts";
import { watchPolicy } from "./policy.ts";

const { round, openPhone } = phones();

const linksOf = (page: Page): Promise<string[]> =>
  page.locator("a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

/** Of another host, and what opens another program. */
const isElsewhere = (href: string): boolean => /^(?:https?:|mailto:|tel:|\/\/)/.test(href);

const PATHS = ["/", "/aarhus/", "/aarhus/tak/", "/aarhus/afmeld/", "/privatliv/", "/edge.json", "/nowhere/"];

describe("a link scanner", () => {
  it("that opens a personal link and clicks every link it finds changes nothing", async () => {
    const code = round().newCode("0751");
    const before = await round().fileHash();
    const page = await openPhone(`/aarhus/#${code}`);
    const clicked = new Set<string>();
    const waiting = [new URL("/aarhus/", page.url()).href];
    for (const address of waiting) {
      await page.goto(address);
      for (const href of await linksOf(page)) {
        const target = new URL(href, address);
        if (isElsewhere(href) || clicked.has(target.pathname + target.hash)) continue;
        clicked.add(target.pathname + target.hash);
        const place = new URL(target.pathname, address).href;
        if (!waiting.includes(place)) waiting.push(place);
        await page.goto(address);
        // As a script clicks: also what a part does not show.
        const link = page.locator(`a[href="${href}"]`).first();
        const navigated = page.waitForEvent("framenavigated");
        await link.evaluate((element) => element instanceof HTMLElement && element.click());
        await navigated;
        await page.waitForLoadState();
        expect(new URL(page.url()).pathname).toBe(target.pathname);
      }
    }
    expect(waiting.length).toBeGreaterThan(5);
    expect(clicked.size).toBeGreaterThan(20);
    expect(await round().fileHash()).toBe(before);
  });

  it("that sends the unanswered questionnaire gets it back, and nothing is stored", async () => {
    const code = round().newCode("0751");
    const before = await round().fileHash();
    for (const javaScriptEnabled of [true, false]) {
      const page = await openPhone(`/aarhus/#${code}`, { javaScriptEnabled });
      await page.evaluate(() => {
        const send = document.querySelector('form[action^="/svar"] [name="send"]');
        if (send instanceof HTMLElement) send.click();
      });
      await page.getByRole("alert").first().waitFor();
      expect(await round().fileHash()).toBe(before);
    }
  });

  it("that asks every address in every way that reads changes nothing", async () => {
    const code = round().newCode("0751");
    const before = await round().fileHash();
    const query = `?code=${code}&municipality=0751&withdraw=1&send=1&q1=5`;
    for (const path of [...PATHS, "/svar", "/afmeld", "/find"])
      for (const method of ["GET", "HEAD", "OPTIONS"])
        for (const address of [path, path + query]) {
          const { status } = await fetch(round().url + address, { method, redirect: "manual" });
          expect([address, method, status < 500]).toEqual([address, method, true]);
        }
    expect(await round().fileHash()).toBe(before);
  });
});

describe("a profile that has sent", () => {
  it("holds nothing of it afterwards", async () => {
    const code = round().newCode("0751");
    const page = await openPhone(`/aarhus/#${code}`);
    await page.locator('input[name="q1"][value="2"]').check({ force: true });
    await page.getByText("Dine svar er gemt.").waitFor();
    await page.goto(`${round().url}/aarhus/#d5`);
    await page.locator('[name="send"]').click();
    await page.waitForURL("**/aarhus/tak/");
    const { session, local } = await storages(page);
    expect([...session, ...local].join()).not.toContain(code.slice(0, 4));
    expect(session).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });
});

describe("watchPolicy", () => {
  it("sees a broken policy and another host", async () => {
    const phone = await openPhone("/aarhus/");
    const context = await phone.context().browser()?.newContext();
    if (!context) throw new Error("there is a browser");
    onTestFinished(() => context.close());
    const problems: string[] = [];
    await watchPolicy(context, problems);
    const page = await context.newPage();
    await page.goto(`${round().url}/aarhus/`);
    expect(problems).toEqual([]);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.broken = true";
      document.head.append(script);
      const image = document.createElement("img");
      image.src = "https://elsewhere.invalid/x.png";
      document.body.append(image);
    });
    await expect.poll(() => problems.join()).toContain("breaks script-src-elem: inline");
    await expect.poll(() => problems.join()).toContain("breaks img-src: https://elsewhere.invalid");
    await page.goto("https://elsewhere.invalid/").catch(() => null);
    await expect.poll(() => problems.join()).toContain("asks elsewhere.invalid");
  });
});

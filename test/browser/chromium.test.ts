import { describe, expect, it } from "vitest";
import { launchChromium, packagedChromium } from "../../scripts/bench/chromium.ts";

describe("the packaged Chromium", () => {
  it.runIf(process.platform === "linux" && process.arch === "x64")(
    "starts with its own libraries and draws text with its own fonts",
    async () => {
      const browser = await launchChromium(await packagedChromium());
      const page = await browser.newPage();
      await page.setContent("<p style='font:40px sans-serif'></p>");
      const blank = await page.screenshot();
      await page.locator("p").evaluate((paragraph) => (paragraph.textContent = "æøå"));
      expect((await page.screenshot()).equals(blank)).toBe(false);
      expect(await page.locator("p").evaluate((p) => p.getBoundingClientRect().height)).toBeGreaterThan(40);
      await browser.close();
    },
  );
});

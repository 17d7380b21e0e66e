import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { resultsFixture } from "../site/results.ts";
import { resultsSite } from "./servedResults.ts";

const site = resultsSite(resultsFixture());

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Each kind of page: overview, municipality, few answers, all withheld, not in the results, method. */
const PAGES = [
  "/resultater/",
  "/resultater/aarhus/",
  "/resultater/fanoe/",
  "/resultater/laesoe/",
  "/resultater/odense/",
  "/resultater/metode/",
];
const SMALL = { viewport: { width: 320, height: 568 } };
/** The pages with everything on them. */
const FULL = ["/resultater/", "/resultater/fanoe/", "/resultater/metode/"];
const MODES = [
  { name: "light colours", options: { colorScheme: "light" }, pages: PAGES },
  { name: "dark colours", options: { colorScheme: "dark" }, pages: FULL },
  { name: "forced colours", options: { forcedColors: "active" }, pages: FULL },
  { name: "320 px", options: SMALL, pages: FULL },
] as const;

/** One line a violation: rule and where. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

async function withChart(page: Page): Promise<Page> {
  const canvas = page.locator("canvas");
  if ((await canvas.count()) > 0) {
    await canvas.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector("canvas")?.style.width !== "");
  }
  return page;
}

describe.each(MODES)("axe in $name", ({ options, pages }) => {
  it.each(pages)("finds nothing on %s", async (address) => {
    expect(await violations(await withChart(await site.open(address, options)))).toEqual([]);
  });
});

/** Everything with text that reaches out of the window, unless it scrolls in a frame of its own. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main *")]
      .filter((element) => element.childElementCount === 0 && element.textContent?.trim())
      .filter((element) => !element.closest(".vh") && !element.closest("tr"))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < 0 || right > document.documentElement.clientWidth);
      })
      .map((element) => element.textContent),
  );

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("at 320 px", () => {
  it.each(PAGES)("no label is cut and the page does not scroll sideways on %s", async (address) => {
    const page = await withChart(await site.open(address, SMALL));
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await cutOff(page)).toEqual([]);
  });

  it.each(["/resultater/", "/resultater/fanoe/"])(
    "there is room for text spaced as WCAG 1.4.12 asks on %s",
    async (address) => {
      const page = await withChart(await site.open(address, { ...SMALL, bypassCSP: true }));
      await page.addStyleTag({
        content:
          "main :not(text){line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}",
      });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await cutOff(page)).toEqual([]);
    },
  );

  it("the numbers in a bar do not run into each other", async () => {
    const page = await site.open("/resultater/fanoe/", SMALL);
    const collisions = await page.locator(".bar").evaluateAll((bars) =>
      bars.flatMap((bar) => {
        const boxes = [...bar.querySelectorAll("text")].map((text) => ({
          text: text.textContent,
          box: text.getBoundingClientRect(),
        }));
        return boxes.flatMap(({ text, box }, i) => {
          const next = boxes[i + 1];
          const sameHeight = next && Math.abs(next.box.top - box.top) < box.height / 2;
          return sameHeight && next.box.left < box.right - 0.5 ? [`${text} and ${next.text}`] : [];
        });
      }),
    );
    expect(collisions).toEqual([]);
  });
});

describe("what assistive technology is told", () => {
  it("names every table and the frame it scrolls in", async () => {
    const page = await site.open("/resultater/aarhus/");
    const tables = await page.getByRole("table").evaluateAll((elements: HTMLTableElement[]) =>
      elements.map((element) => ({
        caption: element.caption?.textContent,
        region: element.closest("section.scroll")?.getAttribute("aria-labelledby"),
        id: element.caption?.id,
      })),
    );
    expect(tables).toHaveLength(4);
    for (const { caption, region, id } of tables) {
      expect(caption).toBeTruthy();
      expect(region).toBe(id);
    }
  });

  it("has one heading a question, below its theme", async () => {
    const page = await site.open("/resultater/aarhus/");
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    expect(await page.getByRole("heading", { level: 4, name: /^\d+\. / }).count()).toBe(13);
  });

  it("reaches everything by keyboard, with a visible ring", async () => {
    const page = await site.open("/resultater/aarhus/");
    const stops = await page.locator("main a, main [tabindex]").count();
    for (let i = 0; i < stops; i++) {
      await page.keyboard.press("Tab");
      const { inMain, outline } = await page.evaluate(() => {
        const active = document.activeElement ?? document.body;
        return { inMain: active.closest("main") !== null, outline: getComputedStyle(active).outlineWidth };
      });
      // The first stop is the name of the survey in the header.
      expect(inMain).toBe(i > 0);
      expect(outline).toBe("3px");
    }
  });

  it("keeps the colours of the bars in forced colours, with an outline", async () => {
    const page = await site.open("/resultater/aarhus/", { forcedColors: "active" });
    const { fill, stroke } = await page
      .locator(".bar .s1")
      .first()
      .evaluate((element) => getComputedStyle(element));
    expect(fill).toBe("rgb(11, 61, 145)");
    expect(stroke).not.toBe("none");
  });
});

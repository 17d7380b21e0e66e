/**
 * Every kind of results page in every view: axe finds nothing, no label is cut. One page an address; between views it stays
 * as it is. `npm test` asks axe each rule once a page and colours on the fullest ones; the full matrix (minutes) is
 * scripts/bench/page/accessibility.ts.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { resultsFixture } from "../site/results.ts";
import { inTime } from "../site/resultsInTime.ts";
import { violations, type Question } from "./axe.ts";
import { resultsSite } from "./servedResults.ts";

const site = resultsSite(inTime(resultsFixture()));

/** Each kind of page; `full` has everything on it. */
const KINDS = [
  { address: "/resultater/", full: true },
  { address: "/resultater/aarhus/", full: false },
  // Few answers, all withheld, not in the results.
  { address: "/resultater/fanoe/", full: true },
  { address: "/resultater/laesoe/", full: false },
  { address: "/resultater/odense/", full: false },
  { address: "/resultater/temaer/", full: false },
  { address: "/resultater/temaer/vaerdighed/", full: false },
  { address: "/resultater/maalgrupper/", full: false },
  { address: "/resultater/maalgrupper/dagpenge/", full: false },
  { address: "/resultater/sammenlign/?orden=andel&kommuner=aarhus,laesoe", full: true },
  { address: "/resultater/hent/", full: false },
  { address: "/resultater/metode/", full: false },
] as const;
const FULL = process.env["BORGERSVAR_MATRIX"] === "full";
const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 568 };
const SMALL = { viewport: NARROW };

interface View {
  name: string;
  size: { width: number; height: number };
  media: { colorScheme?: "light" | "dark"; forcedColors?: "active" | "none" };
  /** What axe is asked in the full matrix, and in every run of the tests of the full pages. */
  ask: Question;
  quick: Question | null;
}

const VIEWS: readonly View[] = [
  {
    name: "dark colours",
    size: PHONE,
    media: { colorScheme: "dark", forcedColors: "none" },
    ask: "everything",
    quick: "colours",
  },
  {
    name: "forced colours",
    size: PHONE,
    media: { colorScheme: "light", forcedColors: "active" },
    ask: "structure",
    quick: null,
  },
  { name: "320 px", size: NARROW, media: { forcedColors: "none" }, ask: "everything", quick: null },
  { name: "1280 px", size: { width: 1280, height: 900 }, media: {}, ask: "everything", quick: null },
];

/** Scrolls to the first chart that is not drawn yet, or not to the width of its place; how many are left. The compare page may replace them meanwhile. */
const undrawn = (page: Page): Promise<number> =>
  page.locator(".chart:visible canvas").evaluateAll((canvases) => {
    const left = canvases.filter(
      (canvas) =>
        !(canvas instanceof HTMLElement) ||
        canvas.style.width === "" ||
        canvas.getBoundingClientRect().right > document.documentElement.clientWidth,
    );
    left[0]?.scrollIntoView({ block: "center" });
    return left.length;
  });

/** The charts that the page has are drawn. */
async function withChart(page: Page): Promise<Page> {
  await expect.poll(() => undrawn(page)).toBe(0);
  return page;
}

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

describe("axe finds nothing, and at 320 px no label is cut and nothing scrolls sideways", () => {
  it.each(KINDS)("on $address", async ({ address, full }) => {
    const page = await withChart(
      await site.open(address, { viewport: full || FULL ? PHONE : NARROW, colorScheme: "light" }),
    );
    const faults = await violations(page);
    for (const { name, size, media, ask, quick } of VIEWS) {
      const question = FULL ? ask : full ? quick : null;
      if (!question) continue;
      await page.setViewportSize(size);
      await page.emulateMedia(media);
      faults.push(...(await violations(page, question)).map((fault) => `${name}: ${fault}`));
    }
    await page.setViewportSize(NARROW);
    await withChart(page);
    if ((await overflow(page)) > 0) faults.push("scrolls sideways");
    faults.push(...(await cutOff(page)).map((text) => `cut off: ${text}`));
    expect(faults).toEqual([]);
  });
});

describe("at 320 px", () => {
  it.each(["/resultater/", "/resultater/fanoe/", "/resultater/sammenlign/"])(
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
    expect(tables).toHaveLength(5);
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

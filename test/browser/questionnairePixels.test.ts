/** What axe cannot see, read from the pixels on the screen. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Place } from "../../scripts/screenshots/place.ts";
import { statesOf } from "../../scripts/screenshots/states.ts";
import { changedPixels, contrast, groundAndFigure, type Box } from "./colours.ts";
import { phones } from "./phones.ts";
import { readPng, type Picture } from "./png.ts";

const { round, openPhone } = phones();

/** Fine enough that the middle of every stroke has the colour of the text. */
const SCALE = 3;
const TEXT_SCALE = 2;
const SCHEMES = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced light": { colorScheme: "light", forcedColors: "active" },
  "forced dark": { colorScheme: "dark", forcedColors: "active" },
} as const satisfies Record<string, BrowserContextOptions>;
const schemes = Object.entries(SCHEMES);
const PARTS = 6;
const place = (): Place => ({
  url: round().url,
  root: "/",
  questionnaire: "/odense/",
  slug: "odense",
  parts: PARTS,
  language: "da",
  newCode: () => round().newCode("0461"),
});

/** Everything that is written in a colour of its own; every state when all that is asked for. */
const WRITTEN = [
  "part-1-answered",
  "part-5-answered",
  "code-slip",
  "text-warning",
  "answered",
  "opt-out",
  "privacy-municipality",
  "front",
];
const STATES = statesOf(PARTS).filter(
  ({ name }) => process.env["BORGERSVAR_MATRIX"] === "full" || WRITTEN.includes(name),
);

const shot = async (page: Page, box?: Box): Promise<Picture> =>
  readPng(await page.screenshot(box ? { clip: box, fullPage: true } : { fullPage: true }));

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.locator(selector).evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };
  });

/** Every piece of text in sight and where it stands on the page. */
const textsOf = (page: Page): Promise<{ text: string; box: Box }[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: { text: string; box: { x: number; y: number; width: number; height: number } }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (!text || !parent?.checkVisibility() || parent.closest(".vh")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { x, y, width, height } of range.getClientRects()) {
        if (width > 4) texts.push({ text, box: { x: x + scrollX, y: y + scrollY, width, height } });
      }
    }
    return texts;
  });

describe.each(schemes)("in %s colours", (_name, scheme) => {
  const options = { ...scheme, deviceScaleFactor: SCALE };

  it("an empty radio and checkbox stand out from their row by 3:1", async () => {
    const page = await openPhone("/odense/#d3", options);
    for (const field of ["[name=q7][value='1']", "[name=no_interview]"]) {
      const box = await boxOf(page, field);
      // The ring is thin and its middle pixel is its colour: along a line through the middle of the control.
      const line = { x: box.x - 3, y: box.y + box.height / 2, width: box.width / 2, height: 1 };
      const { contrast: ratio } = groundAndFigure(await shot(page), line, SCALE);
      expect(ratio, `control ${field}`).toBeGreaterThanOrEqual(3);
    }
  });

  it("a chosen radio is another picture than an empty one, and its dot stands out by 3:1", async () => {
    const page = await openPhone("/odense/#d1", options);
    const box = await boxOf(page, "[name=q1][value='2']");
    const before = await shot(page, box);
    await page.locator("[name=q1][value='2']").setChecked(true);
    await page.mouse.move(0, 0);
    const after = await shot(page, box);
    expect(changedPixels(before, after, 3)).toBeGreaterThan((before.width * before.height) / 20);
    const [middle, height] = [Math.floor(after.width / 2), Math.floor(after.height / 2)];
    const ring = Array.from({ length: middle }, (_, x) => after.at(x, height));
    const dot = after.at(middle, height);
    expect(Math.max(...ring.map((colour) => contrast(colour, dot)))).toBeGreaterThanOrEqual(3);
  });

  it("all text has 7:1", async () => {
    const weak: string[] = [];
    for (const { name, open } of STATES) {
      const page = await openPhone("/404.html", { ...scheme, deviceScaleFactor: TEXT_SCALE });
      await open(page, place());
      await page.locator("body").click({ position: { x: 1, y: 1 } });
      const picture = await shot(page);
      for (const { text, box } of await textsOf(page)) {
        const { ground, figure, contrast: ratio } = groundAndFigure(picture, box, TEXT_SCALE);
        if (ratio < 7)
          weak.push(`${name}: »${text}« ${ratio.toFixed(1)} (${figure.join()} on ${ground.join()})`);
      }
    }
    expect([...new Set(weak)]).toEqual([]);
  });

  it("the focus is a ring of at least 2 px and 3:1, wherever it goes, and nothing hides it", async () => {
    const page = await openPhone("/odense/#d3", { ...options, viewport: { width: 320, height: 256 } });
    await page.locator("[name=q7][value='3']").setChecked(true);
    const faint: string[] = [];
    const stops = await tabStops(page);
    expect(stops.length).toBeGreaterThan(10);
    for (const stop of stops) {
      await page.mouse.move(0, 0);
      const { outer, perimeter, hidden, name } = stop;
      if (hidden) faint.push(`${name} is hidden`);
      const focused = page.locator(`[data-stop="${stop.number}"]`);
      await focused.blur();
      const before = await shot(page, outer);
      await focused.focus();
      const after = await shot(page, outer);
      const ring = changedPixels(before, after, 3) / (SCALE * SCALE);
      if (ring < 2 * perimeter) faint.push(`${name}: ${Math.round(ring)} px of ${Math.round(2 * perimeter)}`);
    }
    expect(faint).toEqual([]);
  });
});

interface Stop {
  number: number;
  name: string;
  /** The element with room for its ring, on the page. */
  outer: Box;
  perimeter: number;
  /** Something lies over it, or it is out of the window. */
  hidden: boolean;
}

/** Goes through the page by Tab from its beginning to its end. */
async function tabStops(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let number = 0; number < 60; number++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((which) => {
      const active = document.activeElement;
      if (!active || active === document.body || active.hasAttribute("data-stop")) return null;
      active.setAttribute("data-stop", String(which));
      const row = active.closest("label") ?? active;
      const { x, y, width, height } = row.getBoundingClientRect();
      const inWindow = { x: Math.max(x, 0) + 4, y: Math.min(Math.max(y, 0) + 4, innerHeight - 1) };
      const above = document.elementFromPoint(inWindow.x, inWindow.y);
      return {
        number: which,
        name: `${active.tagName} ${active.getAttribute("name") ?? active.textContent.trim()}`,
        outer: {
          x: Math.max(0, x + scrollX - 8),
          y: Math.max(0, y + scrollY - 8),
          width: width + 16,
          height: height + 16,
        },
        perimeter: 2 * (width + height),
        hidden:
          !above ||
          !(row === above || row.contains(above) || above.contains(row)) ||
          y >= innerHeight ||
          y + height <= 0,
      };
    }, number);
    if (!stop) return stops;
    stops.push(stop);
  }
  return stops;
}

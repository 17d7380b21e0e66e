import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { resultsFixture } from "../site/results.ts";
import { resultsSite } from "./servedResults.ts";

const results = resultsFixture();
const site = resultsSite(results);

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const CHART_FILE = /dotChart\./;

/** Brings the chart into the window and waits until something is drawn. */
async function drawnChart(page: Page): Promise<void> {
  await page.locator(".chart").scrollIntoViewIfNeeded();
  await page.waitForFunction(() => {
    const canvas = document.querySelector("canvas");
    const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.some((value) => value !== 0);
  });
}

interface Lane {
  name: string;
  text: string;
  /** Where the fill of the dot stands, in CSS pixels from the left of the canvas; `null` where there is no dot. */
  dot: number | null;
}

/** Reads the chart back: the label of each row, and the middle of the widest run of the dots' colour in its lane. */
const lanes = (page: Page): Promise<Lane[]> =>
  page.evaluate(() => {
    const canvas = document.querySelector("canvas");
    const ctx = canvas?.getContext("2d");
    if (!canvas || !ctx) throw new Error("no canvas");
    const box = canvas.getBoundingClientRect();
    const zoom = canvas.width / box.width;
    const [red, green, blue] = (getComputedStyle(canvas).outlineColor.match(/\d+/g) ?? []).map(Number);
    return [...document.querySelectorAll(".plot li")].map((row) => {
      const lane = row.querySelector("i")?.getBoundingClientRect();
      if (!lane) throw new Error("no lane");
      // Above the line of the interval, inside the dot.
      const y = Math.round((lane.top + lane.height / 2 - box.top - 3) * zoom);
      const { data } = ctx.getImageData(0, y, canvas.width, 1);
      const hits = Array.from({ length: canvas.width }, (_, x) => x).filter(
        (x) =>
          data[4 * x] === red &&
          data[4 * x + 1] === green &&
          data[4 * x + 2] === blue &&
          data[4 * x + 3] === 255,
      );
      // The ends of the interval have the colour too, but are thinner than a dot.
      const runs: number[][] = [];
      for (const x of hits) {
        const last = runs.at(-1);
        if (last && x - (last.at(-1) ?? 0) === 1) last.push(x);
        else runs.push([x]);
      }
      const widest = runs.toSorted((a, b) => b.length - a.length)[0];
      const dot =
        widest && widest.length >= 6 ? ((widest[0] ?? 0) + (widest.at(-1) ?? 0) + 1) / 2 / zoom : null;
      return {
        name: row.querySelector("b")?.textContent ?? "",
        text: (row.querySelector("span")?.textContent ?? "").replaceAll("\u00a0", " "),
        dot,
      };
    });
  });

describe("the chart of the municipalities", () => {
  it("is loaded only near the window, and from here", async () => {
    const page = await site.open("/resultater/aarhus/", { viewport: { width: 320, height: 480 } });
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    await page.waitForTimeout(500);
    expect(requested.filter((url) => CHART_FILE.test(url))).toEqual([]);
    await drawnChart(page);
    expect(requested.filter((url) => CHART_FILE.test(url))).toHaveLength(1);
    const origin = new URL(page.url()).origin;
    expect(requested.filter((url) => new URL(url).origin !== origin)).toEqual([]);
  });

  it("draws each published result where it belongs, largest first, and nothing for a withheld one", async () => {
    const page = await site.open("/resultater/", DESKTOP);
    await drawnChart(page);
    const rows = await lanes(page);
    expect(rows).toHaveLength(results.municipalities.length);
    expect(rows.at(-1)).toEqual({ name: "Læsø", text: "Skjult", dot: null });

    const filled = rows.flatMap(({ name, dot }) => {
      const { code = "", uncertain = true } = results.municipalities.find((m) => m.name === name) ?? {};
      const cell = results.domains.find(({ id }) => id === code)?.items.q13;
      // Hollow dots have the colour on two thin sides only.
      if (cell?.status !== "published" || uncertain) return [];
      return [{ name, dot, share: cell.weighted.positive.estimate }];
    });
    expect(filled.length).toBeGreaterThanOrEqual(5);
    const shares = filled.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));

    // The places of the dots are a line through the shares.
    const places = filled.map(({ dot }) => dot ?? NaN);
    const perPoint =
      ((places.at(0) ?? NaN) - (places.at(-1) ?? NaN)) / ((shares.at(0) ?? NaN) - (shares.at(-1) ?? NaN));
    const errors = places.map(
      (place, i) => place - (places[0] ?? NaN) - perPoint * ((shares[i] ?? NaN) - (shares[0] ?? NaN)),
    );
    expect(perPoint).toBeGreaterThan(1);
    // Nearer to its own whole percent than to the next; an edge over the grey stripe has not quite the dots' colour.
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(perPoint / 2);
  });

  it("prints beside each dot what the table prints", async () => {
    const page = await site.open("/resultater/", DESKTOP);
    await drawnChart(page);
    for (const { name, text } of await lanes(page)) {
      const cell = page.getByRole("row", { name }).locator("td[data-dot]");
      const printed = (await cell.innerText()).replaceAll(/[\s\u00a0]+/g, " ");
      expect(printed.replace("usikkert", "").trim()).toBe(text);
    }
  });

  it("follows the colour scheme", async () => {
    const page = await site.open("/resultater/", { ...DESKTOP, colorScheme: "light" });
    await drawnChart(page);
    const before = await lanes(page);
    await page.emulateMedia({ colorScheme: "dark" });
    // Read by the new colour: dots still drawn in the old one are not found.
    await expect
      .poll(async () => (await lanes(page)).map(({ dot }) => dot !== null))
      .toEqual(before.map(({ dot }) => dot !== null));
    const after = await lanes(page);
    after.forEach(({ dot }, i) => {
      expect(Math.abs((dot ?? 0) - (before[i]?.dot ?? 0))).toBeLessThanOrEqual(1);
    });
  });

  it("has a name, and a finding in words beside it", async () => {
    const page = await site.open("/resultater/", DESKTOP);
    const chart = page.getByRole("img", { name: "Samlet tilfredshed i kommunerne" });
    expect(await chart.count()).toBe(1);
    const finding = page.locator(`#${await chart.getAttribute("aria-describedby")}`);
    expect(await finding.innerText()).toMatch(/^Af de 8 kommuner, der kan vises, ligger \d klart over/);
  });
});

describe("without the chart", () => {
  it("every table and bar is there without script, and no empty frame", async () => {
    const page = await site.open("/resultater/aarhus/", { javaScriptEnabled: false });
    expect(await page.locator(".chart").isVisible()).toBe(false);
    expect(await page.locator(".bar").count()).toBe(17);
    expect(await page.getByRole("table").count()).toBe(4);
  });

  it("the chart goes away again when it cannot be loaded", async () => {
    const page = await site.open("/resultater/", { viewport: { width: 320, height: 480 } });
    // The browser's own line about the file that did not come.
    page.removeAllListeners("console");
    await page.route(CHART_FILE, (route) => route.fulfill({ status: 204 }));
    await page.locator(".chart").scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector<HTMLElement>(".chart")?.hidden);
    expect(await page.getByRole("table").first().isVisible()).toBe(true);
  });

  it("the table stands for it in print", async () => {
    const page = await site.open("/resultater/", DESKTOP);
    await drawnChart(page);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".chart").isVisible()).toBe(false);
    expect(await page.getByRole("table").first().isVisible()).toBe(true);
    expect(await page.locator(".bar").first().isVisible()).toBe(true);
  });
});

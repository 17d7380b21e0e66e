import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { dayNumber } from "#survey/dates.ts";
import { chartSvg } from "#survey/presentation/charts/chartSvg.ts";
import { namedCharts } from "#survey/presentation/charts/named.ts";
import { readingOf } from "#survey/presentation/reading.ts";
import { resultsFixture } from "../site/results.ts";
import { inTime } from "../site/resultsInTime.ts";
import { drawnChart, lineHeights } from "./chartPixels.ts";
import { readPng } from "./png.ts";
import { resultsSite } from "./servedResults.ts";

const results = inTime(resultsFixture());
const charts = namedCharts(readingOf(results), "da");
const site = resultsSite(results);

const DESKTOP = { viewport: { width: 1280, height: 800 } };
const CHART_FILE = /dotChart\./;

interface Lane {
  name: string;
  text: string;
  /** Where the fill of the dot stands, in CSS pixels from the left of the canvas; `null` where there is no dot. */
  dot: number | null;
}

/** Reads the chart back: the label of each row, and the middle of the widest run of the dots' colour in its lane. */
const lanes = (page: Page): Promise<Lane[]> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".chart[data-kind=dots] canvas");
    const ctx = canvas?.getContext("2d");
    if (!canvas || !ctx) throw new Error("no canvas");
    const box = canvas.getBoundingClientRect();
    const zoom = canvas.width / box.width;
    const [red, green, blue] = (getComputedStyle(canvas).outlineColor.match(/\d+/g) ?? []).map(Number);
    return [...document.querySelectorAll(".chart[data-kind=dots] li")].map((row) => {
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
    expect(await finding.innerText()).toMatch(
      /^Af 8 kommuner ligger \d sikkert over og ingen sikkert under alle under ét\./,
    );
  });
});

const clean = (text: string): string =>
  text
    .replace("usikkert", "")
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim();

/** What the options of a chart say, and what the table beside it says. */
async function optionsAndRows(page: Page, kind: "dots" | "line"): Promise<[string[], string[]]> {
  const figure = page.locator(`.chart[data-kind=${kind}]`).first();
  const table = page.locator(`#${await figure.getAttribute("data-table")}`);
  const options = await figure
    .getByRole("option")
    .evaluateAll((all) => all.map((one) => one.textContent ?? ""));
  const rows = await table
    .locator("tr:has(td[data-dot])")
    .evaluateAll((all) =>
      all.map((row) =>
        [row.querySelector("th"), row.querySelector("td[data-dot]")].map((c) => c?.textContent).join(" "),
      ),
    );
  return [options.map(clean), rows.map(clean)];
}

describe("by keyboard and for screen readers", () => {
  it.each([
    ["/resultater/", "dots"],
    ["/resultater/aarhus/", "dots"],
    ["/resultater/aarhus/", "line"],
    ["/resultater/metode/", "line"],
  ] as const)("every value of %s (%s) is an option, with the numbers of the table", async (address, kind) => {
    const page = await site.open(address, DESKTOP);
    await drawnChart(page, kind);
    const [options, rows] = await optionsAndRows(page, kind);
    expect(options.length).toBeGreaterThanOrEqual(3);
    expect(options.toSorted()).toEqual(rows.toSorted());
  });

  it("arrows, Home, End and letters move between the values", async () => {
    const page = await site.open("/resultater/", DESKTOP);
    await drawnChart(page);
    const list = page.getByRole("listbox", { name: "Samlet tilfredshed i kommunerne" });
    await list.focus();
    const active = () =>
      page.locator(".chart[data-kind=dots] [aria-selected=true]").evaluateAll((all) =>
        all.map((one) => {
          const isNamed = one.parentElement?.getAttribute("aria-activedescendant") === one.id;
          return `${one.querySelector("b")?.textContent} ${isNamed}`;
        }),
      );
    const names = (await lanes(page)).map(({ name }) => `${name} true`);
    expect(await active()).toEqual(names.slice(0, 1));
    const steps: [key: string, expected: string | undefined][] = [
      ["ArrowDown", names[1]],
      ["End", names.at(-1)],
      ["ArrowDown", names.at(-1)],
      ["ArrowUp", names.at(-2)],
      ["Home", names[0]],
      ["l", names.find((name) => name.startsWith("L"))],
    ];
    for (const [key, expected] of steps) {
      await page.keyboard.press(key);
      expect(await active()).toEqual([expected]);
    }
  });
});

describe("the response curve", () => {
  it("is as high on each day as the answers of results.json", async () => {
    const page = await site.open("/resultater/metode/", DESKTOP);
    await drawnChart(page, "line");
    await page.getByRole("listbox", { name: "Svarene dag for dag" }).press("Home");
    const points = results.responseCurve?.points ?? [];
    const days = points.map(({ on }) => dayNumber(on));
    const [first = 0, last = 0] = [days[0], days.at(-1)];
    const inner = points.slice(1, -1);
    const places = inner.map(({ on }) => (dayNumber(on) - first) / (last - first));
    const heights = await lineHeights(page, places);
    const [a, b] = [inner[0]?.answers ?? 0, inner.at(-1)?.answers ?? 0];
    const perAnswer = ((heights.at(-1) ?? 0) - (heights[0] ?? 0)) / (b - a);
    expect(perAnswer).toBeLessThan(0);
    inner.forEach(({ answers }, i) => {
      const expected = (heights[0] ?? 0) + perAnswer * (answers - a);
      // Half a dot: where lines cross a dot they count as part of it.
      expect(Math.abs((heights[i] ?? Number.NaN) - expected)).toBeLessThan(4);
    });
  });

  it("says how soon half of them had come", async () => {
    const page = await site.open("/resultater/metode/", DESKTOP);
    const finding = "Halvdelen af de 2.390 sendte svar var kommet senest 30. august 2026.";
    expect(await page.getByText(finding).isVisible()).toBe(true);
  });
});

describe("the trend", () => {
  it("has a point a round, the first one first, and says whether the change is sure", async () => {
    const page = await site.open("/resultater/aarhus/", DESKTOP);
    await drawnChart(page, "line");
    const [options] = await optionsAndRows(page, "line");
    const cell = results.domains.find(({ id }) => id === "0751")?.items.q13;
    if (cell?.status !== "published") throw new Error("Aarhus is published");
    const { estimate, low, high } = cell.weighted.positive;
    const [now, then, first] = [estimate, estimate - 7, estimate - 2];
    expect(options).toEqual([
      `2. kvartal 2024 ${first} % (${first - 4}–${first + 4})`,
      `2. kvartal 2025 ${then} % (${then - 4}–${then + 4})`,
      `2. kvartal 2026 ${now} % (${low}–${high})`,
    ]);
    expect(await page.getByText("Andelen er steget 7 procentpoint siden 2. kvartal 2025.").isVisible()).toBe(
      true,
    );
  });
});

async function downloaded(page: Page, link: string): Promise<{ name: string; file: Buffer }> {
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(`.files a[${link}]`).first().click(),
  ]);
  return { name: download.suggestedFilename(), file: await readFile(await download.path()) };
}

describe("the files of a chart", () => {
  it("are all there, as they are written from results.json", async () => {
    expect(charts.length).toBeGreaterThan(20);
    for (const { name, plot } of charts) {
      const file = await readFile(`${site.folder()}/resultater/figurer/${name}.svg`, "utf8");
      expect(file).toBe(chartSvg(plot, "da"));
    }
  });

  it("come from the links beside it: the .svg and a .png of the same picture", async () => {
    const page = await site.open("/resultater/", DESKTOP);
    await drawnChart(page);
    const svg = await downloaded(page, "data-svg");
    expect(svg.name).toBe("kommuner.svg");
    const plot = charts.find(({ name }) => name === "kommuner")?.plot;
    if (!plot) throw new Error("no such chart");
    expect(svg.file.toString()).toBe(chartSvg(plot, "da"));
    const png = await downloaded(page, "data-png");
    expect(png.name).toBe("kommuner.png");
    const picture = readPng(png.file);
    expect(picture.width).toBe(1600);
    // The dots' own colour stands in it.
    const row = Array.from({ length: picture.height }, (_, y) => y);
    const found = row.some((y) =>
      Array.from({ length: 1600 }, (_, x) => x).some((x) => picture.at(x, y).join() === "0,85,119"),
    );
    expect(found).toBe(true);
  });
});

describe("without the chart", () => {
  it("every table and bar is there without script, and no empty frame", async () => {
    const page = await site.open("/resultater/aarhus/", { javaScriptEnabled: false });
    expect(await page.locator(".chart:visible").count()).toBe(0);
    expect(await page.locator(".bar").count()).toBe(17);
    expect(await page.getByRole("table").count()).toBe(5);
  });

  it("the chart goes away again when it cannot be loaded", async () => {
    const page = await site.open("/resultater/", { viewport: { width: 320, height: 480 } });
    // The browser's own line about the file that did not come.
    page.removeAllListeners("console");
    await page.route(CHART_FILE, (route) => route.fulfill({ status: 204 }));
    await page.locator(".chart[data-kind=dots]").scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector<HTMLElement>(".chart[data-kind=dots]")?.hidden);
    expect(await page.getByRole("table").first().isVisible()).toBe(true);
  });

  it("the table stands for it in print", async () => {
    const page = await site.open("/resultater/", DESKTOP);
    await drawnChart(page);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".chart:visible").count()).toBe(0);
    expect(await page.getByRole("table").first().isVisible()).toBe(true);
    expect(await page.locator(".bar").first().isVisible()).toBe(true);
  });
});

/** Reads charts back from what they have drawn. */
import type { Page } from "playwright-core";

/** Brings a chart into the window and waits until something is drawn on it; the page may replace the chart meanwhile. */
export async function drawnChart(page: Page, kind: "dots" | "line" = "dots"): Promise<void> {
  await page.waitForFunction((selector) => {
    const figure = document.querySelector(selector);
    figure?.scrollIntoView({ block: "center", behavior: "instant" });
    const canvas = figure?.querySelector("canvas");
    const pixels = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.some((value) => value !== 0);
  }, `.chart[data-kind=${kind}]`);
}

/** How high the line stands at places across it, 0 to 1 of its own width, while the first point is active; CSS pixels from the top. */
export const lineHeights = (page: Page, places: readonly number[]): Promise<number[]> =>
  page.evaluate((fractions) => {
    const canvas = document.querySelector<HTMLCanvasElement>(".chart[data-kind=line] canvas");
    const ctx = canvas?.getContext("2d");
    if (!canvas || !ctx) throw new Error("no canvas");
    const zoom = canvas.width / canvas.getBoundingClientRect().width;
    const ink = (getComputedStyle(canvas).outlineColor.match(/\d+/g) ?? []).map(Number);
    const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height);
    const rowsIn = (x: number): number[] =>
      Array.from({ length: canvas.height }, (_, y) => y).filter((y) =>
        [0, 1, 2].every((channel) => data[4 * (y * canvas.width + x) + channel] === ink[channel]),
      );
    const columns = Array.from({ length: canvas.width }, (_, x) => x).filter((x) => rowsIn(x).length > 0);
    // The first point is the active one, a ring; half of it and of the last dot reach beyond the line.
    const [ring, dot] = [8 * zoom, 4 * zoom];
    const [first, last] = [(columns[0] ?? 0) + ring, (columns.at(-1) ?? 0) - dot];
    return fractions.map((fraction) => {
      const x = Math.round(first + fraction * (last - first));
      const near = columns.toSorted((a, b) => Math.abs(a - x) - Math.abs(b - x))[0] ?? x;
      const rows = rowsIn(near);
      return ((rows[0] ?? Number.NaN) + (rows.at(-1) ?? Number.NaN)) / 2 / zoom;
    });
  }, places);

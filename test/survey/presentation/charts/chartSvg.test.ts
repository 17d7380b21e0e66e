import { describe, expect, it } from "vitest";
import { chartSvg } from "#survey/presentation/charts/chartSvg.ts";
import { namedCharts } from "#survey/presentation/charts/named.ts";
import type { DotPlot, DotRow } from "#survey/presentation/charts/plot.ts";
import { readingOf } from "#survey/presentation/reading.ts";
import { resultsFixture } from "../../../site/results.ts";
import { inTime } from "../../../site/resultsInTime.ts";

const reading = readingOf(inTime(resultsFixture()));
const shown: DotRow = {
  name: "Sted & <by>",
  text: "61 % (58–64)",
  dot: { estimate: 61, limits: [58, 64] },
  withheld: false,
  uncertain: false,
  reference: null,
};
const withheld: DotRow = { ...shown, name: "Skjult sted", text: "Skjult", dot: null, withheld: true };
const plot = (...rows: DotRow[]): DotPlot => ({
  kind: "dots",
  title: "Titel",
  subtitle: "Det målte",
  finding: "Fundet.",
  source: "Kilde: runden",
  rows,
  all: null,
});
const circles = (svg: string): number[] =>
  [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));

describe("chartSvg", () => {
  it("has the words that let it stand alone, and escapes what it is given", () => {
    const svg = chartSvg(plot(shown), "da");
    const words = [
      "Titel",
      "Det målte",
      "Fundet.",
      "Kilde: runden",
      "Tallene bygger på svar",
      "61 % (58–64)",
    ];
    for (const text of words) expect(svg).toContain(text);
    expect(svg).toContain("Sted &amp; &lt;by&gt;");
  });

  it("stands on 0 to 100 %, whatever is in it", () => {
    const at = (estimate: number): number =>
      circles(chartSvg(plot({ ...shown, dot: { estimate, limits: null } }), "da"))[0] ?? Number.NaN;
    expect(at(50) - at(0)).toBeCloseTo(at(100) - at(50), 1);
    expect(circles(chartSvg(plot(shown, { ...shown, dot: { estimate: 3, limits: [1, 5] } }), "da"))[0]).toBe(
      at(61),
    );
  });

  it("draws what is withheld in one size, without a dot", () => {
    const one = chartSvg(plot(withheld), "da");
    expect(circles(one)).toEqual([]);
    const lane = /<rect [^>]*stroke-dasharray[^>]*>/g;
    const many = chartSvg(plot(withheld, shown, { ...withheld, name: "Et andet" }), "da").match(lane) ?? [];
    expect(many).toHaveLength(2);
    expect(new Set(many.map((rect) => rect.replace(/ y="[^"]*"/, ""))).size).toBe(1);
    const missing = { ...withheld, text: "Ingen svar", withheld: false };
    expect(chartSvg(plot(missing), "da").match(lane)).toBeNull();
  });

  it("writes every chart of a round without anything that a page's policy would block", () => {
    const charts = (["da", "en"] as const).flatMap((language) =>
      namedCharts(reading, language).map(({ plot: one }) => chartSvg(one, language)),
    );
    expect(charts.length).toBeGreaterThan(40);
    expect(charts.filter((svg) => /\sstyle=|<script|<style|\son\w+=|href=/.test(svg))).toEqual([]);
    expect(charts.filter((svg) => /NaN|undefined|null|Infinity/.test(svg))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { clearDifferences } from "#survey/presentation/charts/clearDifferences.ts";
import { responseLine } from "#survey/presentation/charts/responseLine.ts";
import { trendLine } from "#survey/presentation/charts/trendLine.ts";
import { chartTextsIn } from "#survey/presentation/charts/words.ts";
import { readingOf } from "#survey/presentation/reading.ts";
import { resultsFixture } from "../../../site/results.ts";
import { inTime } from "../../../site/resultsInTime.ts";

const results = inTime(resultsFixture());
const reading = readingOf(results);

/** The trend of all with another latest change. */
function trendWith(positive: {
  estimate: number;
  low: number | null;
  high: number | null;
}): string | undefined {
  const copy = structuredClone(results);
  const cell = copy.domains.find(({ id }) => id === "all")?.items.q13;
  const change = cell?.status === "published" ? cell.changes?.[0] : undefined;
  if (!change) throw new Error("there is a change");
  change.positive = { ...positive, p: 0.5 };
  return trendLine(readingOf(copy), {}, "q13", "da")?.finding;
}

describe("what a chart says", () => {
  it.each([
    [{ estimate: 7, low: 3, high: 11 }, "Andelen er steget 7 procentpoint siden 2. kvartal 2025."],
    [{ estimate: -1, low: -2, high: -1 }, "Andelen er faldet 1 procentpoint siden 2. kvartal 2025."],
    [{ estimate: 7, low: 0, high: 14 }, "Der er ingen sikker ændring siden 2. kvartal 2025."],
    [{ estimate: 7, low: null, high: null }, "Der er ingen sikker ændring siden 2. kvartal 2025."],
  ])("of a change of %o", (change, expected) => {
    expect(trendWith(change)).toBe(expected);
  });

  it("is nothing without an earlier round, and without the days of the answers", () => {
    const first = readingOf(resultsFixture());
    expect(trendLine(first, {}, "q13", "da")).toBeNull();
    expect(trendLine(reading, { municipality: "0825" }, "q13", "da")).toBeNull();
    expect(responseLine(first, "da")).toBeNull();
  });

  it.each([
    [[9, 0, 0], "Af 9 kommuner ligger ingen sikkert over eller under alle under ét."],
    [
      [9, 2, 0],
      "Af 9 kommuner ligger 2 sikkert over og ingen sikkert under alle under ét. For resten er forskellen usikker.",
    ],
    [[3, 1, 2], "Af 3 kommuner ligger 1 sikkert over og 2 sikkert under alle under ét."],
    [[1, 0, 0], "Den ene kommune, der kan sammenlignes, ligger ikke sikkert over eller under alle under ét."],
    [[1, 0, 1], "Den ene kommune, der kan sammenlignes, ligger sikkert under alle under ét."],
  ] as const)("of %o municipalities compared, higher, lower", ([n, higher, lower], expected) => {
    expect(chartTextsIn("da").municipalities.finding(n, higher, lower)).toBe(expected);
  });

  it("counts only what results.json calls clear", () => {
    const cells = reading.municipalities.map(({ code }) =>
      reading.domain({ municipality: code }).cell("q13"),
    );
    const expected = { compared: 0, higher: 0, lower: 0 };
    for (const { id, items } of results.domains) {
      const cell = items.q13;
      if (!/^\d{4}$/.test(id) || cell?.status !== "published") continue;
      expected.compared += 1;
      const clear = cell.comparisons?.[0]?.clear === true;
      const estimate = cell.comparisons?.[0]?.positive.estimate ?? 0;
      if (clear && estimate > 0) expected.higher += 1;
      if (clear && estimate < 0) expected.lower += 1;
    }
    expect(clearDifferences(cells, "all")).toEqual(expected);
    expect(expected.compared).toBeGreaterThan(5);
  });
});

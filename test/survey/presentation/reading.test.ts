import { describe, expect, it } from "vitest";
import { CLOSED_ITEM_IDS } from "#survey/questionnaire.ts";
import { hasResults, OVERALL, readingOf } from "#survey/presentation/reading.ts";
import { summaryOf } from "#survey/presentation/summary.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { resultsFixture } from "../../site/results.ts";

const results = resultsFixture();
const reading = readingOf(results);

describe("readingOf", () => {
  it("finds a cell by where it is and what it measures", () => {
    const domain = results.domains.find(({ id }) => id === "0751.sygedagpenge");
    const cell = reading.domain({ municipality: "0751", targetGroup: "sygedagpenge" }).cell("q4");
    const published = domain?.items.q4?.status === "published" ? domain.items.q4 : null;
    expect(cell.state === "shown" && cell.weighted).toBe(published?.weighted);
    expect(reading.domain({ breakdown: { variable: "sex", value: "f" } }).cell("q1").state).toBe("shown");
    const index = reading.domain({}).cell("dignity");
    expect(index.state === "shown" && "dontKnow" in index).toBe(false);
  });

  it("tells withheld, no answers and not asked apart", () => {
    expect(reading.domain({ municipality: "0825" }).cell("q1")).toEqual({
      state: "withheld",
      reason: "primary",
    });
    expect(reading.domain({ municipality: "0461" }).cell("q1")).toEqual({ state: "none" });
    expect(reading.domain({ municipality: "0563" }).cell("q6")).toEqual({ state: "notAsked" });
    expect(reading.domain({ municipality: "0563" }).cell("relevance")).toEqual({ state: "notAsked" });
    const without = structuredClone(results);
    for (const { items } of without.domains) delete items.q6;
    expect(readingOf(without).domain({}).cell("q6")).toEqual({ state: "notAsked" });
  });

  it("has the items of the questionnaire by theme, without the free texts", () => {
    expect(reading.items.map(({ id }) => id)).toEqual(CLOSED_ITEM_IDS);
    expect(reading.themes.map(({ theme, index, items }) => [theme, index, items.length])).toEqual([
      ["dignity", "dignity", 3],
      ["relevance", "relevance", 3],
      ["competence", "competence", 4],
      ["progression", "progression", 2],
      ["overall", null, 1],
    ]);
  });

  it("sorts municipalities by name, as Danish does, and values as the file has them", () => {
    expect(reading.municipalities.at(-1)?.name).toBe("Aarhus");
    const ages = reading.breakdowns("0751").find(({ variable }) => variable === "age_band");
    expect(ages?.values).toEqual(["under-30", "30-39", "40-49", "50-59", "60-"]);
  });

  it("knows whether all of the country takes part", () => {
    const [first] = results.municipalities;
    expect(reading.whole).toBe("participants");
    expect(readingOf({ ...results, municipalities: first ? [first] : [] }).whole).toBe("alone");
    const all = Array.from({ length: 98 }, () => first).filter((one) => one !== undefined);
    expect(readingOf({ ...results, municipalities: all }).whole).toBe("country");
  });

  it("throws on a questionnaire that never was", () => {
    expect(() => readingOf({ ...results, questionnaireVersion: "1999-1" })).toThrow(RangeError);
  });

  it("knows a municipality without a single result", () => {
    expect(hasResults(reading, reading.domain({ municipality: "0751" }))).toBe(true);
    expect(hasResults(reading, reading.domain({ municipality: "0825" }))).toBe(false);
  });
});

describe("summaryOf", () => {
  it("has the four target groups and every cell on the page", () => {
    const { groups, backgrounds, shown, domain } = summaryOf(reading, "0751");
    expect(groups.map(({ group }) => group)).toEqual(TARGET_GROUPS);
    const values = backgrounds.flatMap(({ rows }) => rows).length;
    expect(shown).toHaveLength(13 + 4 * 13 + values);
    expect(domain.cell(OVERALL)).toEqual(reading.domain({ municipality: "0751" }).cell(OVERALL));
  });

  it("fits the scale to what is shown, whatever is withheld", () => {
    const censored = structuredClone(results);
    for (const domain of censored.domains) {
      if (domain.municipality !== "0825") continue;
      for (const item of CLOSED_ITEM_IDS)
        domain.items[item] = { status: "withheld", reason: "complementary" };
    }
    expect(summaryOf(readingOf(censored), null).scale).toEqual(summaryOf(reading, null).scale);
  });
});
